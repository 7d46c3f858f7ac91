package fr.accroche.authserver;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;

/** Makes keys on P-256 (RFC 7518 §3.4), which take no time: none is kept from one run to the next, except where copies share them. */
public final class EllipticKeys {

    private EllipticKeys() {}

    /** A ring of them. */
    public static SigningKeys ring(SecureRandom random) {
        return new SigningKeys(generate(random), () -> generate(random));
    }

    private static KeyPair generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }
}
