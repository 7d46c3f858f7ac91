package fr.accroche.certs;

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

    static boolean belong(RSAPrivateCrtKey key, PublicKey other) {
        return other instanceof RSAPublicKey rsa
                && rsa.getModulus().equals(key.getModulus())
                && rsa.getPublicExponent().equals(key.getPublicExponent());
    }
}
