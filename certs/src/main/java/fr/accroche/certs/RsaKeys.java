package fr.accroche.certs;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;

/** RSA key pairs of the JDK's own provider. */
final class RsaKeys {

    private RsaKeys() {}

    static KeyPair generate(int bits, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException("an RSA key of " + bits + " bits cannot be made", refused);
        }
    }

    /** A private key with the public key that it implies. */
    static KeyPair pair(RSAPrivateCrtKey key) {
        try {
            RSAPublicKeySpec publicKey = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            return new KeyPair(KeyFactory.getInstance("RSA").generatePublic(publicKey), key);
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException("an RSA private key without a usable public half", refused);
        }
    }

    /** Whether its eight numbers fit each other (RFC 8017 §3.2): the JDK reads a damaged key and signs wrongly with it. */
    static boolean whole(RSAPrivateCrtKey key) {
        BigInteger p = key.getPrimeP();
        BigInteger q = key.getPrimeQ();
        return p.signum() > 0
                && q.signum() > 0
                && p.multiply(q).equals(key.getModulus())
                && inverse(key.getPublicExponent(), key.getPrivateExponent(), p.subtract(BigInteger.ONE))
                && inverse(key.getPublicExponent(), key.getPrivateExponent(), q.subtract(BigInteger.ONE))
                && inverse(key.getPublicExponent(), key.getPrimeExponentP(), p.subtract(BigInteger.ONE))
                && inverse(key.getPublicExponent(), key.getPrimeExponentQ(), q.subtract(BigInteger.ONE))
                && inverse(q, key.getCrtCoefficient(), p);
    }

    private static boolean inverse(BigInteger one, BigInteger other, BigInteger modulus) {
        return modulus.signum() > 0 && one.multiply(other).mod(modulus).equals(BigInteger.ONE);
    }

    static boolean belong(RSAPrivateCrtKey key, PublicKey other) {
        return other instanceof RSAPublicKey rsa
                && rsa.getModulus().equals(key.getModulus())
                && rsa.getPublicExponent().equals(key.getPublicExponent());
    }
}
