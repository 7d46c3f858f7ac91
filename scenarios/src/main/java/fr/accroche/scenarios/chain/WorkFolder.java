package fr.accroche.scenarios.chain;

import fr.accroche.authserver.SigningKeys;
import fr.accroche.certs.Branch;
import fr.accroche.certs.CertificateFiles;
import fr.accroche.certs.CertificateFolder;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.Issuers;
import fr.accroche.certs.Order;
import fr.accroche.certs.TestIgc;
import fr.accroche.certs.TestIgc.KeySizes;
import fr.accroche.certs.TrustFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;

/**
 * Where a chain keeps what it makes: authorities, certificates, keys. Kept from one run to the next, so that a vendor can
 * install the files once; nothing in it is worth anything outside the chain.
 */
public final class WorkFolder {

    /** The password of every PKCS#12 file here. Not a secret: the keys next to it are test keys in clear. */
    public static final String PASSWORD = "accroche";

    private static final int SIGNING_KEY_BITS = 2048;

    private final Path path;
    private final TestIgc igc;
    private final CertificateFolder certificates;

    private WorkFolder(Path path, TestIgc igc) {
        this.path = path;
        this.igc = igc;
        this.certificates = new CertificateFolder(path.resolve("certs"), igc);
    }

    /**
     * Opens a folder, or makes it.
     *
     * @throws UncheckedIOException if it cannot be written
     * @throws fr.accroche.certs.CertificateFileException if a file kept in it cannot be used
     */
    public static WorkFolder in(Path path, Clock clock, KeySizes sizes) {
        return in(path, clock, sizes, Issuers.SIMULATED);
    }

    /** The same, whose certificates of the test branch are signed by these. */
    public static WorkFolder in(Path path, Clock clock, KeySizes sizes, Issuers issuers) {
        try {
            Files.createDirectories(path);
            Path ignore = path.resolve(".gitignore");
            if (Files.notExists(ignore)) {
                Files.writeString(ignore, "*\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WorkFolder(path, TestIgc.in(path, clock, sizes, issuers));
    }

    public Path path() {
        return path;
    }

    /** Signs what is ordered here; whatever runs here trusts it. */
    public TestIgc igc() {
        return igc;
    }

    HeldCertificate certificate(String name, Order order) {
        return certificates.issueOrReuse(name, order, PASSWORD.toCharArray());
    }

    /** The files of a certificate that was made here. */
    CertificateFiles files(String name) {
        return certificates.files(name);
    }

    /** The roots of a branch to trust, as files. */
    TrustFiles trust(Branch branch) {
        return certificates.trust("trust", branch, PASSWORD.toCharArray());
    }

    KeyPair signingKey(String name) {
        return certificates.signingKey(name, SIGNING_KEY_BITS);
    }

    /** The keys of a server, which begin with the one kept here; those that rotations bring are for this run only. */
    SigningKeys signingKeys(String name) {
        return new SigningKeys(signingKey(name), () -> igc.newKey(SIGNING_KEY_BITS));
    }
}
