package fr.accroche.certs;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The keys of all ladders: RSA as in IGC-Santé, borrowed from the test IGC, and EC, which is quick to make, between. */
final class PathKeys {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    static final KeyPair ROOT = authority(Fixtures.IGC);
    static final KeyPair INTERMEDIATE = issuing(Fixtures.IGC);
    static final KeyPair LEAF = Fixtures.KEY;
    static final KeyPair STRANGER = authority(Fixtures.STRANGER);
    private static final List<KeyPair> BETWEEN =
            IntStream.range(0, 12).mapToObj(each -> ec("secp256r1")).toList();

    private PathKeys() {}

    static KeyPair between(int level) {
        return BETWEEN.get(level);
    }

    private static KeyPair authority(TestIgc igc) {
        return pair(igc.authorities(Branch.TEST).root());
    }

    private static KeyPair issuing(TestIgc igc) {
        return pair(igc.authorities(Branch.TEST).intermediate());
    }

    private static KeyPair pair(HeldCertificate held) {
        return new KeyPair(held.certificate().getPublicKey(), held.key());
    }

    static KeyPair rsa(int bits) {
        return RsaKeys.generate(bits, new SecureRandom());
    }

    /** Of this size and without a private half, which a leaf's certificate does not need: such keys are slow to make. */
    static KeyPair publicRsa(int bits) {
        BigInteger modulus = BigInteger.ONE.shiftLeft(bits - 1).setBit(0);
        try {
            return new KeyPair(
                    KeyFactory.getInstance("RSA")
                            .generatePublic(new RSAPublicKeySpec(modulus, RSAKeyGenParameterSpec.F4)),
                    null);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("RSA " + bits, impossible);
        }
    }

    static KeyPair ec(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(curve, impossible);
        }
    }

    /** Ed25519 or Ed448. */
    static KeyPair edwards(String curve) {
        try {
            return KeyPairGenerator.getInstance(curve, PROVIDER).generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(curve, impossible);
        }
    }
}
