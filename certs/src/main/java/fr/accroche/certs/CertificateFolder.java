package fr.accroche.certs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Keeps certificates and keys in a work folder from one run to the next, under readable names, in the formats that vendors
 * load: {@code NAME.p12}, {@code NAME.pem}, {@code NAME.key.pem}. Secret files are readable by their owner only. A file is
 * replaced as a whole or not at all; other processes that use the same folder meanwhile wait. Keys are what takes time on
 * a first run: order several certificates from several threads.
 *
 * <p>Every method throws {@link CertificateFileException} when a file cannot be read or written; the message says which,
 * and what to do.
 */
public final class CertificateFolder {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final Path folder;
    private final TestIgc igc;

    /**
     * @param folder made for its owner only if missing
     * @param igc signs what is not kept; its clock says what still is good
     */
    public CertificateFolder(Path folder, TestIgc igc) {
        this.folder = Objects.requireNonNull(folder, "folder");
        this.igc = Objects.requireNonNull(igc, "igc");
    }

    /**
     * The kept certificate when it fits the order: same subject, profile, branch and names, signed by the current
     * authorities, and good for more than a day (or with the very dates of the order). Otherwise a new one, on the kept
     * key if there is one.
     *
     * @param name of the files, without extension
     * @param password of the p12, which is written anew when it does not open with it
     */
    public HeldCertificate issueOrReuse(String name, Order order, char[] password) {
        CertificateFiles files = files(name);
        Supplier<KeyPair> maker = madeBeforehand(files.key(), igc.sizes().leaf());
        return FolderLock.holding(folder, () -> {
            KeyPair key = keyIn(files.key(), maker);
            HeldCertificate held = kept(files, key, order).orElseGet(() -> {
                HeldCertificate issued = igc.issue(order, key);
                PrivateFiles.writePublic(files.chain(), Pem.encode(issued.chain()));
                return issued;
            });
            if (!JavaKeyStores.holds(files.p12(), held, password)) {
                PrivateFiles.writeSecret(
                        files.p12(), Pkcs12.encode(held, password, Pkcs12Dialect.PLATFORM, igc.random()));
            }
            PrivateFiles.close(files.p12());
            return held;
        });
    }

    /** Where the files of a certificate are, or will be. */
    public CertificateFiles files(String name) {
        checkName(name);
        return CertificateFiles.in(folder, name);
    }

    /**
     * Writes what a relying party of a branch needs.
     *
     * @param name of the files, without extension; not that of a certificate
     * @param password of the truststore, which is written anew when it does not open with it
     */
    public TrustFiles trust(String name, Branch branch, char[] password) {
        checkName(name);
        TrustFiles files = new TrustFiles(folder.resolve(name + ".p12"), folder.resolve(name + ".pem"));
        List<X509Certificate> roots = igc.roots(branch);
        return FolderLock.holding(folder, () -> {
            byte[] pem = Pem.encode(roots);
            if (!Files.exists(files.pem()) || !Arrays.equals(PrivateFiles.read(files.pem()), pem)) {
                PrivateFiles.writePublic(files.pem(), pem);
            }
            if (!JavaKeyStores.trusts(files.p12(), roots, password)) {
                PrivateFiles.writePublic(files.p12(), JavaKeyStores.encodeTrust(igc.anchors(branch), password));
            }
            return files;
        });
    }

    /**
     * An RSA key of its own, for example one that signs tokens: kept in {@code cles/NAME.key.pem}, made if missing or of
     * another size.
     *
     * @param bits of the modulus
     */
    public KeyPair signingKey(String name, int bits) {
        checkName(name);
        Path keys = folder.resolve("cles");
        Path file = keys.resolve(name + ".key.pem");
        Supplier<KeyPair> maker = madeBeforehand(file, bits);
        return FolderLock.holding(folder, () -> {
            PrivateFiles.makeFolder(keys);
            KeyPair key = keyIn(file, maker);
            return bits(key) == bits ? key : writtenKey(file, igc.newKey(bits));
        });
    }

    private Optional<HeldCertificate> kept(CertificateFiles files, KeyPair key, Order order) {
        if (!Files.exists(files.chain())) {
            return Optional.empty();
        }
        List<X509Certificate> chain = Pem.certificates(files.chain(), whatToDo(files.chain()));
        KeptCertificate kept = new KeptCertificate(chain, igc.authorities(order.branch()));
        return kept.fits(
                        order,
                        igc.profiles().of(order.profile()),
                        key,
                        igc.clock().instant())
                ? Optional.of(new HeldCertificate(key.getPrivate(), chain))
                : Optional.empty();
    }

    /** A missing key is made before the folder is locked, so that several threads can make several keys at once. */
    private Supplier<KeyPair> madeBeforehand(Path file, int bits) {
        if (Files.exists(file)) {
            return () -> igc.newKey(bits);
        }
        KeyPair made = igc.newKey(bits);
        return () -> made;
    }

    private static KeyPair keyIn(Path file, Supplier<KeyPair> maker) {
        return Files.exists(file) ? RsaKeys.pair(Pem.privateKey(file, whatToDo(file))) : writtenKey(file, maker.get());
    }

    private static KeyPair writtenKey(Path file, KeyPair key) {
        PrivateFiles.writeSecret(file, Pem.encode(key.getPrivate()));
        return key;
    }

    private static int bits(KeyPair key) {
        return ((RSAPrivateCrtKey) key.getPrivate()).getModulus().bitLength();
    }

    private static Wording whatToDo(Path file) {
        return Wording.of(
                "le restaurer, ou effacer %s pour qu'il soit refait",
                "restore it, or delete %s to have it made anew", file);
    }

    private static void checkName(String name) {
        if (!NAME.matcher(name).matches() || name.endsWith(".key")) {
            throw new IllegalArgumentException(
                    "expected a file name of 1 to 100 letters, digits, '.', '_' or '-' that does not end in .key,"
                            + " observed: " + name);
        }
    }
}
