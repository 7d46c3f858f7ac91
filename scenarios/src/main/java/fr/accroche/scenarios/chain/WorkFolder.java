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
import fr.accroche.certs.file.CertificateFileReader;
import fr.accroche.certs.file.OpenedEntry;
import fr.accroche.proxy.ProxySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.util.Optional;

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
    private final Optional<Path> traces;

    private WorkFolder(Path path, TestIgc igc, Optional<Path> traces) {
        this.path = path;
        this.igc = igc;
        this.certificates = new CertificateFolder(path.resolve("certs"), igc);
        this.traces = traces;
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
        return new WorkFolder(path, TestIgc.in(path, clock, sizes, issuers), Optional.empty());
    }

    /** What accroche's own services show each other, read as it is in the folder of a chain that runs; empty where none was made. */
    public static Optional<HeldCertificate> serviceIn(Path path) throws IOException {
        CertificateFiles files = CertificateFiles.in(path.resolve("certs"), TeleserviceLinks.CLIENT);
        return Files.notExists(files.chain())
                ? Optional.empty()
                : CertificateFileReader.open(files.chain(), files.key(), Optional.empty()).entries().stream()
                        .map(OpenedEntry::held)
                        .findFirst();
    }

    public Path path() {
        return path;
    }

    /** The same folder, where the proxy of a chain that runs here writes its traces too, and finds those of the last run. */
    public WorkFolder keepingTraces() {
        return new WorkFolder(path, igc, Optional.of(path.resolve("traces").resolve("proxy.ndjson")));
    }

    /** With the file of the traces, if they are kept here. */
    ProxySettings withTraces(ProxySettings settings) {
        return traces.map(settings::withTraces).orElse(settings);
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

    /** The keys of a server, which begin with the one kept here; those that rotations bring are not kept in it. */
    SigningKeys signingKeys(String name) {
        return new SigningKeys(signingKey(name), () -> igc.newKey(SIGNING_KEY_BITS));
    }
}
