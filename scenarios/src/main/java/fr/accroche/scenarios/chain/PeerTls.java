package fr.accroche.scenarios.chain;

import fr.accroche.certs.HeldFile;
import fr.accroche.certs.file.CertificateFileReader;
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
     * @throws UncheckedIOException if a file cannot be opened
     * @throws fr.accroche.certs.CertificateFileException if what is in it cannot be presented
     * @throws fr.accroche.certs.file.UnreadableFileException if what is in it cannot be trusted
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
        return trusting.presenting(HeldFile.read(
                Path.of(files.certificate().get()), files.key().map(Path::of), password(files.passwordFile())));
    }

    private static Optional<char[]> password(Optional<String> file) throws IOException {
        return file.isEmpty() ? Optional.empty() : PasswordFile.read(Path.of(file.get()));
    }
}
