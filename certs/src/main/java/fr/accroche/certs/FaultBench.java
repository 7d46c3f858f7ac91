package fr.accroche.certs;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;

/** What {@link FileFault}s are made with: a test IGC-Santé, and one sound order that each differs from in one thing. */
final class FaultBench {

    static final String CLIENT = "alpha-edc-bas";
    static final String OPERATOR = "300000000010009";
    /** A SIREN that nobody has (none begins so), and two of its establishments. */
    static final String SITE = "300000001800010";

    static final String OTHER_SITE = "300000001800028";

    static final char[] PASSWORD = "accroche".toCharArray();
    private static final char[] OTHER_PASSWORD = "autre-mot-de-passe".toCharArray();

    /** Of no meaning to anyone (X.660, arc of UUIDs). */
    private static final ASN1ObjectIdentifier UNHEARD_OF =
            new ASN1ObjectIdentifier("2.25.168232154863218954321684221354886321547");

    /** A made-up nurse, 60 in TRE_G15. */
    static final CardHolder HOLDER =
            new CardHolder("Infirmier", "GUY", "INFIRMCH0001", "8025000001/2600301752", OptionalInt.of(60));

    private final TestIgc igc;
    private final Order order;

    /** @param order the sound one */
    FaultBench(TestIgc igc, Order order) {
        this.igc = igc;
        this.order = order;
    }

    /** The client certificate that the files of a fault should have been. */
    static FaultBench with(TestIgc igc, String idNatStruct) {
        Instant from = igc.clock().instant().minus(Duration.ofHours(1));
        Order order = new Order(
                Profile.ORG_AUTH_CLI,
                Branch.TEST,
                "Paris (75)",
                "EDITEUR ALPHA SIMULE",
                idNatStruct,
                CLIENT,
                List.of(),
                from,
                Profiles.SHIPPED.settings(Profile.ORG_AUTH_CLI).until(from));
        return new FaultBench(igc, order);
    }

    /** The CN with its last hyphen written as an underscore. */
    String misspelt() {
        String name = order.commonName();
        int hyphen = name.lastIndexOf('-');
        return hyphen < 0 ? name + "_" : name.substring(0, hyphen) + "_" + name.substring(hyphen + 1);
    }

    /** Files by name; secret ones are for their owner only. */
    record Files(Map<String, byte[]> open, Map<String, byte[]> secret) {

        Files with(String name, byte[] content) {
            return and(new Files(Map.of(name, content), Map.of()));
        }

        Files secret(String name, byte[] content) {
            return and(new Files(Map.of(), Map.of(name, content)));
        }

        Files and(Files others) {
            Map<String, byte[]> allOpen = new LinkedHashMap<>(open);
            allOpen.putAll(others.open);
            Map<String, byte[]> allSecret = new LinkedHashMap<>(secret);
            allSecret.putAll(others.secret);
            return new Files(allOpen, allSecret);
        }
    }

    Files none() {
        return new Files(Map.of(), Map.of());
    }

    Instant daysAway(int days) {
        return igc.clock().instant().plus(Duration.ofDays(days));
    }

    X509Certificate root(Branch branch) {
        return igc.authorities(branch).rootCertificate();
    }

    X509Certificate intermediate(Branch branch) {
        return igc.authorities(branch).intermediateCertificate();
    }

    HeldCertificate sound() {
        return issued(UnaryOperator.identity());
    }

    HeldCertificate issued(UnaryOperator<Order> change) {
        return igc.issue(change.apply(order));
    }

    Files client(UnaryOperator<Order> change) {
        return client("client", change);
    }

    Files client(String name, UnaryOperator<Order> change) {
        return held(name, issued(change));
    }

    /** As the ordering platform delivers it, and in PEM. */
    Files held(String name, HeldCertificate held) {
        return p12(name, held, Pkcs12Dialect.PLATFORM).and(pem(name, held));
    }

    Files pem(String name, HeldCertificate held) {
        return none().with(name + ".pem", Pem.encode(held.chain())).secret(name + ".key.pem", Pem.encode(held.key()));
    }

    Files p12(String name, HeldCertificate held, Pkcs12Dialect dialect) {
        return none().secret(name + ".p12", Pkcs12.encode(held, PASSWORD, dialect, igc.random()));
    }

    /** What a server of the chain presents. */
    Files server() {
        List<X509Certificate> chain = issued(order -> order.withProfile(Profile.SERV_SSL)
                        .withCommonName("localhost")
                        .withNames(List.of("localhost")))
                .chain();
        return none().with("serveur.pem", Pem.encode(chain.subList(0, 2)));
    }

    byte[] trusted(String alias, X509Certificate certificate) {
        return JavaKeyStores.encodeTrust("JKS", Map.of(alias, certificate), PASSWORD);
    }

    byte[] unmarkedTrust() {
        return Pkcs12.encodeCertificates(List.of(root(Branch.TEST)), PASSWORD);
    }

    HeldCertificate leafAlone() {
        HeldCertificate sound = sound();
        return new HeldCertificate(sound.key(), sound.chain().subList(0, 1));
    }

    byte[] withRecentMac(HeldCertificate held) {
        return Pkcs12.encodeWithRecentMac(held, PASSWORD, igc.random());
    }

    byte[] underAnotherPassword(HeldCertificate held) {
        return Pkcs12.encode(held, OTHER_PASSWORD, Pkcs12Dialect.PLATFORM, igc.random());
    }

    byte[] keyUnderAnotherPassword(HeldCertificate held) {
        return JavaKeyStores.encodeKey("JKS", held, PASSWORD, OTHER_PASSWORD);
    }

    byte[] pemOfBoth(HeldCertificate held) {
        return (text(Pem.encode(held.key())) + text(Pem.encode(held.chain()))).getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(byte[] pem) {
        return new String(pem, StandardCharsets.US_ASCII);
    }

    HeldCertificate withKeyOf(HeldCertificate held, HeldCertificate other) {
        return new HeldCertificate(other.key(), held.chain());
    }

    /** For this one list only: the work folder's register does not hear of it. */
    Files revoked(HeldCertificate held) {
        RevocationRegister register = igc.revocations().apart();
        register.revoke(Branch.TEST, held.certificate().getSerialNumber());
        List<X509CRL> lists = Stream.of(IgcAuthority.values())
                .flatMap(authority -> register.list(Branch.TEST, authority).stream())
                .toList();
        return held("client", held).with("listes.pem", Pem.encodeLists(lists));
    }

    HeldCertificate onKeyOf(int bits) {
        return igc.issue(order, igc.newKey(bits));
    }

    HeldCertificate ofAnotherIgc() {
        return TestIgc.inMemory(igc.clock()).issue(order);
    }

    HeldCertificate signedByLeaf() {
        HeldCertificate issuer = issued(order -> order.withCommonName("proxy de " + order.commonName()));
        KeyPair key = igc.newKey(igc.sizes().leaf());
        List<X509Certificate> chain = new ArrayList<>(issuer.chain());
        chain.add(0, leaf(key.getPublic(), issuer).sign(issuer.key()));
        return new HeldCertificate(key.getPrivate(), chain);
    }

    HeldCertificate withCriticalExtension() {
        HeldCertificate issuer = igc.authorities(Branch.TEST).intermediate();
        KeyPair key = igc.newKey(igc.sizes().leaf());
        X509Certificate leaf = leaf(key.getPublic(), issuer)
                .add(UNHEARD_OF, true, DERNull.INSTANCE)
                .sign(issuer.key());
        return withLeaf(new HeldCertificate(key.getPrivate(), issuer.chain()), leaf, 0);
    }

    private Minting leaf(PublicKey key, HeldCertificate issuer) {
        return LeafMint.start(
                order,
                igc.profiles().of(order.profile()),
                key,
                igc.authorities(order.branch()).names(),
                issuer,
                igc.random());
    }

    HeldCertificate withWrongSignature(HeldCertificate held) {
        try {
            byte[] encoded = held.certificate().getEncoded();
            encoded[encoded.length - 1] ^= 1;
            X509Certificate changed = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
            return withLeaf(held, changed, 1);
        } catch (CertificateException impossible) {
            throw new IllegalStateException("a certificate with another signature", impossible);
        }
    }

    private static HeldCertificate withLeaf(HeldCertificate held, X509Certificate leaf, int issuersFrom) {
        List<X509Certificate> chain =
                new ArrayList<>(held.chain().subList(issuersFrom, held.chain().size()));
        chain.add(0, leaf);
        return new HeldCertificate(held.key(), chain);
    }
}
