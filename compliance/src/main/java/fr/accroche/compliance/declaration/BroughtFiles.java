package fr.accroche.compliance.declaration;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that a vendor brings for one client_id, by paths from the declaration's folder. A password is the first line
 * of a file, never a value here: declarations are shared and kept.
 *
 * @param certificate the TLS client certificate
 * @param key its private key, where it stands apart
 * @param alias the entry that the vendor's program uses
 * @param passwordFile opens the certificate's file
 * @param seal signs VIHFs
 * @param sealPasswordFile opens the seal's file
 * @param truststore the authorities that the vendor's program trusts
 * @param truststorePasswordFile opens the truststore
 */
public record BroughtFiles(
        Optional<String> certificate,
        Optional<String> key,
        Optional<String> alias,
        Optional<String> passwordFile,
        Optional<String> seal,
        Optional<String> sealPasswordFile,
        Optional<String> truststore,
        Optional<String> truststorePasswordFile) {

    /** Whether there is nothing to examine. */
    public boolean isEmpty() {
        return Stream.of(certificate, seal, truststore).allMatch(Optional::isEmpty);
    }
}
