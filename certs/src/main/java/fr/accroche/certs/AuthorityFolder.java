package fr.accroche.certs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The folder that keeps a branch's authorities. {@code racine.pem} is written last: where it is, the rest must be whole;
 * where it is not, nothing is kept.
 */
final class AuthorityFolder {
    private static final Duration RENEWAL = Duration.ofDays(30);

    private final Path folder;
    private final IgcNames names;

    AuthorityFolder(Path igc, IgcNames names) {
        this.folder = igc.resolve(names.folder());
        this.names = names;
    }

    /** The kept authorities, or new ones when none are kept or they have less than 30 days left. */
    Authorities openOrMake(Instant now, Supplier<Authorities> maker) {
        return kept(now).orElseGet(() -> {
            Authorities made = maker.get();
            write(made);
            return made;
        });
    }

    /** The kept authorities; empty when none are kept or they have less than 30 days left. */
    Optional<Authorities> kept(Instant now) {
        if (!Files.exists(rootFile())) {
            return Optional.empty();
        }
        HeldCertificate root = held("racine", List.of());
        HeldCertificate intermediate = held("intermediaire", List.of(root.certificate()));
        checkSigned(intermediate.certificate(), root.certificate());
        boolean lasting = lasts(root.certificate(), now) && lasts(intermediate.certificate(), now);
        return lasting ? Optional.of(new Authorities(names, root, intermediate)) : Optional.empty();
    }

    private HeldCertificate held(String name, List<X509Certificate> issuers) {
        Path file = certificateFile(name);
        List<X509Certificate> certificates = Pem.certificates(file, whatToDo());
        RSAPrivateCrtKey key = Pem.privateKey(keyFile(name), whatToDo());
        X509Certificate certificate = certificates.get(0);
        if (!RsaKeys.belong(key, certificate.getPublicKey())) {
            throw new CertificateFileException(
                    keyFile(name),
                    Wording.of(
                            "attendu : la clé privée de %s ; observé : une autre",
                            "expected the private key of %s, observed another", file.getFileName()),
                    whatToDo());
        }
        return issuers.isEmpty()
                ? new HeldCertificate(key, List.of(certificate))
                : new HeldCertificate(key, List.of(certificate, issuers.get(0)));
    }

    private void checkSigned(X509Certificate intermediate, X509Certificate root) {
        try {
            intermediate.verify(root.getPublicKey());
        } catch (GeneralSecurityException notSigned) {
            throw new CertificateFileException(
                    certificateFile("intermediaire"),
                    Wording.of(
                            "attendu : un certificat signé par racine.pem ; observé : un qui ne l'est pas",
                            "expected a certificate signed by racine.pem, observed one that is not"),
                    whatToDo(),
                    notSigned);
        }
    }

    private static boolean lasts(X509Certificate certificate, Instant now) {
        return !now.isBefore(certificate.getNotBefore().toInstant())
                && now.plus(RENEWAL).isBefore(certificate.getNotAfter().toInstant());
    }

    private void write(Authorities made) {
        PrivateFiles.makeFolder(folder);
        PrivateFiles.delete(rootFile());
        PrivateFiles.writeSecret(keyFile("racine"), Pem.encode(made.root().key()));
        PrivateFiles.writeSecret(
                keyFile("intermediaire"), Pem.encode(made.intermediate().key()));
        PrivateFiles.writePublic(certificateFile("intermediaire"), Pem.encode(List.of(made.intermediateCertificate())));
        PrivateFiles.writePublic(rootFile(), Pem.encode(List.of(made.rootCertificate())));
    }

    private Path rootFile() {
        return certificateFile("racine");
    }

    private Path certificateFile(String name) {
        return folder.resolve(name + ".pem");
    }

    private Path keyFile(String name) {
        return folder.resolve(name + ".key.pem");
    }

    private Wording whatToDo() {
        return Wording.of(
                "le restaurer, ou effacer le dossier %s pour que de nouvelles autorités soient faites (qui reconnaît l'ancienne racine"
                        + " doit alors reconnaître la nouvelle)",
                "restore it, or delete the folder %s to have new authorities made (whoever trusts the old root must then"
                        + " trust the new one)",
                folder);
    }
}
