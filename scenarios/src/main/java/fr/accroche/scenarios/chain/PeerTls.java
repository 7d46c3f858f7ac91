package fr.accroche.scenarios.chain;

import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.file.CertificateFileReader;
import fr.accroche.certs.file.OpenedEntry;
import fr.accroche.certs.file.OpenedFile;
import fr.accroche.compliance.declaration.PeerFiles;
import fr.accroche.scenarios.certificate.PasswordFile;
import fr.accroche.wire.ClientSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * How accroche connects to a participant of the vendor's: by the files that are declared for it, which name whole paths
 * here, and by accroche's own authorities and certificates where none is.
 */
final class PeerTls {

    private PeerTls() {}

    /**
     * The same connection with what is declared in its place.
     *
     * @param own how accroche connects to its own
     * @throws UncheckedIOException if a file cannot be opened, or holds no certificate with its key
     * @throws fr.accroche.certs.file.UnreadableFileException if what is in it cannot be read
     */
    static ClientSettings settings(ClientSettings own, Optional<PeerFiles> declared) {
        try {
            return declared.isEmpty() ? own : settings(own, declared.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClientSettings settings(ClientSettings own, PeerFiles files) throws IOException {
        List<X509Certificate> trusted = own.trusted();
        if (files.trust().isPresent()) {
            trusted = CertificateFileReader.read(Path.of(files.trust().get()), password(files.trustPasswordFile()))
                    .certificates();
        }
        ClientSettings trusting = own.trustingInstead(trusted);
        if (files.certificate().isEmpty()) {
            return trusting;
        }
        return trusting.presenting(held(files));
    }

    private static HeldCertificate held(PeerFiles files) throws IOException {
        Path file = Path.of(files.certificate().get());
        Optional<char[]> password = password(files.passwordFile());
        OpenedFile opened = files.key().isPresent()
                ? CertificateFileReader.open(file, Path.of(files.key().get()), password)
                : CertificateFileReader.open(file, password);
        return opened.entries().stream()
                .map(OpenedEntry::held)
                .findFirst()
                .orElseThrow(
                        () -> new IOException(file + ": expected a certificate with its private key, observed none"));
    }

    private static Optional<char[]> password(Optional<String> file) throws IOException {
        return file.isEmpty() ? Optional.empty() : PasswordFile.read(Path.of(file.get()));
    }
}
