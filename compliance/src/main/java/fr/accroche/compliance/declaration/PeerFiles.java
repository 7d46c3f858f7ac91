package fr.accroche.compliance.declaration;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * How accroche and a participant of the vendor's know each other, as paths from the declaration's folder.
 *
 * @param trust the authorities that issued the participant's server certificate; absent: accroche's own
 * @param trustPasswordFile opens that file
 * @param certificate what accroche presents to it; absent: a certificate that accroche issued
 * @param key the private key of that certificate, where it stands apart
 * @param passwordFile opens the certificate's file
 */
public record PeerFiles(
        Optional<String> trust,
        Optional<String> trustPasswordFile,
        Optional<String> certificate,
        Optional<String> key,
        Optional<String> passwordFile) {

    /** Whether accroche's own are all that is used. */
    public boolean isEmpty() {
        return Stream.of(trust, certificate).allMatch(Optional::isEmpty);
    }
}
