package fr.accroche.certs;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ordering platform of the test IGC-Santé: carries an order out, and delivers files named as the real one names them
 * (docs/sources.md, IGC-Santé samples). Nothing that is there already is replaced.
 */
public final class OrderingPlatform {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    /** No character that is read as another. */
    private static final String LETTERS = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int PASSWORD_LENGTH = 20;
    private static final int CODE_LENGTH = 12;
    /** What keytool asks for. */
    private static final int SHORTEST_PASSWORD = 6;

    private static final String PEM = "PEM";

    private final TestIgc igc;
    private final char[] trustPassword;

    /**
     * @param igc signs
     * @param trustPassword of the truststores; what they hold is public
     */
    public OrderingPlatform(TestIgc igc, char[] trustPassword) {
        this.igc = igc;
        this.trustPassword = trustPassword.clone();
    }

    /**
     * How the key of an order is made and packed.
     *
     * @param keyBits of the RSA key
     * @param dialect of the PKCS#12
     * @param password of PKCS#12 and JKS; generated when there is none
     */
    public record Packing(int keyBits, Pkcs12Dialect dialect, Optional<char[]> password) {

        /** Keeps the password out of every log. */
        @Override
        public String toString() {
            return "Packing[" + keyBits + ", " + dialect + "]";
        }
    }

    /**
     * A certificate on a new key.
     *
     * @throws OrderException when it cannot be carried out, or its files are there already
     */
    public Delivery deliver(Order order, Path folder, Packing packing) {
        packing.password().ifPresent(OrderingPlatform::check);
        igc.requireIssuing(order.branch());
        checkLife(order);
        Names names = new Names(folder, order, igc.clock().instant());
        Delivery.Keyed keyed = new Delivery.Keyed(
                names.file(".p12"),
                names.file(".jks"),
                names.file(".key.pem"),
                packing.password().isPresent() ? Optional.empty() : Optional.of(names.file(".password.txt")));
        names.requireNone(Stream.concat(Stream.of(keyed.p12(), keyed.jks(), keyed.key()), keyed.password().stream()));
        List<TrustStore> trust = trustStores(order.branch(), folder);
        char[] password =
                packing.password().orElseGet(() -> random(PASSWORD_LENGTH).toCharArray());
        KeyPair key = igc.newKey(packing.keyBits());
        HeldCertificate held = igc.issue(order, key);
        PrivateFiles.makeFolder(folder);
        keyed.password().ifPresent(file -> PrivateFiles.create(file, line(String.valueOf(password)), true));
        PrivateFiles.create(keyed.key(), Pem.encode(held.key()), true);
        PrivateFiles.create(keyed.p12(), Pkcs12.encode(held, password, packing.dialect(), igc.random()), true);
        PrivateFiles.create(keyed.jks(), JavaKeyStores.encodeKey("JKS", held, password), true);
        return delivered(names, held.chain(), trust, Optional.of(keyed));
    }

    /**
     * A certificate on the key of a request. Its subject is the order's: the request's own is overwritten.
     *
     * @throws OrderException when it cannot be carried out, or its files are there already
     */
    public Delivery certify(Order order, Path folder, SigningRequest request) {
        igc.requireIssuing(order.branch());
        checkLife(order);
        Names names = new Names(folder, order, igc.clock().instant());
        names.requireNone(Stream.of());
        List<TrustStore> trust = trustStores(order.branch(), folder);
        PrivateFiles.makeFolder(folder);
        return delivered(names, igc.sign(order, request.key()), trust, Optional.empty());
    }

    /** What a relying party of a branch needs, where it is not there already. */
    private List<TrustStore> trustStores(Branch branch, Path folder) {
        IgcNames names = igc.authorities(branch).names();
        String name = "truststore-EL" + names.suffix() + (names.lookAlike() ? "-sosie" : "");
        List<TrustStore> stores = List.of(
                new TrustStore("PKCS12", folder.resolve(name + ".p12")),
                new TrustStore("JKS", folder.resolve(name + ".jks")),
                new TrustStore(PEM, folder.resolve(name + ".pem")));
        for (TrustStore store : stores) {
            if (Files.exists(store.file()) && !store.trusts(anchors(branch), trustPassword)) {
                throw OrderException.exists(store.file());
            }
        }
        return stores;
    }

    /** A look-alike's client meets servers of either name; a plain one's files stay as they are when look-alikes come. */
    private Map<String, X509Certificate> anchors(Branch branch) {
        Authorities issuing = igc.authorities(branch);
        return issuing.names().lookAlike()
                ? igc.anchors(branch)
                : Map.of("racine-" + issuing.names().folder(), issuing.rootCertificate());
    }

    private record TrustStore(String type, Path file) {

        boolean trusts(Map<String, X509Certificate> anchors, char[] password) {
            List<X509Certificate> roots = List.copyOf(anchors.values());
            return type.equals(PEM)
                    ? Arrays.equals(PrivateFiles.read(file), Pem.encode(roots))
                    : JavaKeyStores.trusts(type, file, roots, password);
        }

        byte[] encode(Map<String, X509Certificate> anchors, char[] password) {
            return type.equals(PEM)
                    ? Pem.encode(List.copyOf(anchors.values()))
                    : JavaKeyStores.encodeTrust(type, anchors, password);
        }
    }

    private void write(TrustStore store, Branch branch) {
        if (!Files.exists(store.file())) {
            PrivateFiles.create(store.file(), store.encode(anchors(branch), trustPassword), false);
        }
    }

    private Delivery delivered(
            Names names, List<X509Certificate> chain, List<TrustStore> trust, Optional<Delivery.Keyed> keyed) {
        trust.forEach(store -> write(store, names.order().branch()));
        PrivateFiles.create(names.revocation(), line(random(CODE_LENGTH)), true);
        PrivateFiles.create(names.chain(), Pem.encode(chain), false);
        return new Delivery(
                chain.get(0),
                names.chain(),
                names.revocation(),
                trust.stream().map(TrustStore::file).toList(),
                keyed);
    }

    private void checkLife(Order order) {
        Instant end = igc.authorities(order.branch())
                .intermediateCertificate()
                .getNotAfter()
                .toInstant();
        if (order.notAfter().isAfter(end)) {
            throw OrderException.wrong(Wording.of(
                    "valable jusqu'au %s, il survivrait à l'autorité qui le signe (%s) ; commander moins de jours",
                    "valid until %s, it would outlive the authority that signs it (%s); order fewer days",
                    order.notAfter(),
                    end));
        }
    }

    /** The JDK opens no PKCS#12 with another password than one in ASCII. */
    private static void check(char[] password) {
        boolean ascii = String.valueOf(password).chars().allMatch(c -> c >= ' ' && c <= '~');
        if (password.length < SHORTEST_PASSWORD || !ascii) {
            throw OrderException.wrong(Wording.of(
                    "le mot de passe : %s caractères au moins, sans accent (Java n'en ouvre pas d'autre)",
                    "the password: at least %s characters, in ASCII (Java opens no other)", SHORTEST_PASSWORD));
        }
    }

    private String random(int length) {
        SecureRandom random = igc.random();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private static byte[] line(String text) {
        return (text + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** The files of an order made at that time. */
    private record Names(Path folder, Order order, Instant now) {

        Path file(String extension) {
            String profile = order.profile().name().replaceFirst("_", "-");
            return folder.resolve("asip-p12-EL" + IgcNames.of(order.branch()).suffix() + "-" + profile + "-"
                    + STAMP.format(now) + extension);
        }

        Path chain() {
            return file(".pem");
        }

        Path revocation() {
            return file(".revocation.txt");
        }

        void requireNone(Stream<Path> others) {
            Stream.concat(Stream.of(chain(), revocation()), others)
                    .filter(Files::exists)
                    .findFirst()
                    .ifPresent(file -> {
                        throw OrderException.exists(file);
                    });
        }
    }
}
