package fr.accroche.wire;

import fr.accroche.certs.HeldCertificate;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A root that issues P-256 certificates: enough for the sockets of these tests. */
final class TestAuthority {

    private static final byte[] ECDSA_SHA256 = Der.sequence(Der.oid(1, 2, 840, 10045, 4, 3, 2));

    static final TestAuthority ROOT = new TestAuthority("Root of the tests");
    static final TestAuthority OTHER = new TestAuthority("Another root");

    private final AtomicLong serials = new AtomicLong(1);
    private final KeyPair keys = newKeys();
    private final String name;
    private final X509Certificate certificate;

    private TestAuthority(String name) {
        this.name = name;
        byte[] isAuthority = extension(Der.oid(2, 5, 29, 19), Der.sequence(Der.bool(true)));
        this.certificate = sign(name, keys, Instant.now().minus(Duration.ofHours(1)), Duration.ofDays(1), isAuthority);
    }

    X509Certificate certificate() {
        return certificate;
    }

    List<X509Certificate> asRoots() {
        return List.of(certificate);
    }

    /** For localhost, 127.0.0.1 and ::1. */
    HeldCertificate server() {
        return named("localhost", "127.0.0.1", "::1");
    }

    HeldCertificate serverNamed(String dns) {
        return named(dns);
    }

    HeldCertificate client(String commonName) {
        return issue(commonName, Instant.now().minus(Duration.ofMinutes(5)), new byte[0]);
    }

    HeldCertificate expiredClient(String commonName) {
        return issue(commonName, Instant.now().minus(Duration.ofDays(3)), new byte[0]);
    }

    private HeldCertificate named(String dns, String... addresses) {
        byte[][] names = new byte[addresses.length + 1][];
        names[0] = Der.tagged(0x82, dns.getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < addresses.length; i++) {
            names[i + 1] = Der.tagged(0x87, address(addresses[i]));
        }
        byte[] alternative = extension(Der.oid(2, 5, 29, 17), Der.sequence(names));
        return issue(dns, Instant.now().minus(Duration.ofMinutes(5)), alternative);
    }

    private HeldCertificate issue(String commonName, Instant from, byte[] extension) {
        KeyPair pair = newKeys();
        X509Certificate leaf = sign(commonName, pair, from, Duration.ofDays(1), extension);
        return new HeldCertificate(pair.getPrivate(), List.of(leaf, certificate));
    }

    private X509Certificate sign(String subject, KeyPair pair, Instant from, Duration life, byte[] extension) {
        byte[] toSign = Der.sequence(
                Der.tagged(0xA0, Der.integer(BigInteger.TWO)),
                Der.integer(BigInteger.valueOf(serials.getAndIncrement())),
                ECDSA_SHA256,
                name(name),
                Der.sequence(Der.time(from), Der.time(from.plus(life))),
                name(subject),
                pair.getPublic().getEncoded(),
                extension.length == 0 ? extension : Der.tagged(0xA3, Der.sequence(extension)));
        try {
            byte[] whole = Der.sequence(toSign, ECDSA_SHA256, Der.bits(signed(toSign, keys.getPrivate())));
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static byte[] signed(byte[] content, PrivateKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update(content);
        return signature.sign();
    }

    private static byte[] name(String commonName) {
        return Der.sequence(Der.set(Der.sequence(Der.oid(2, 5, 4, 3), Der.utf8(commonName))));
    }

    private static byte[] extension(byte[] oid, byte[] value) {
        return Der.sequence(oid, Der.octets(value));
    }

    private static byte[] address(String literal) {
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
