package fr.accroche.certs;

import java.security.PublicKey;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;

/** The kind and size of public keys. */
public final class PublicKeys {

    private PublicKeys() {}

    /** For example RSA, EC or Ed25519. */
    public static String algorithm(PublicKey key) {
        return key instanceof EdECKey edwards ? edwards.getParams().getName() : key.getAlgorithm();
    }

    /** In bits; 0 for a kind that is not known here. */
    public static int bits(PublicKey key) {
        if (key instanceof RSAKey rsa) {
            return rsa.getModulus().bitLength();
        }
        if (key instanceof ECKey ec) {
            return ec.getParams().getOrder().bitLength();
        }
        if (key instanceof EdECKey edwards) {
            return edwards.getParams().getName().equals("Ed448") ? 448 : 255;
        }
        return key instanceof DSAKey dsa && dsa.getParams() != null
                ? dsa.getParams().getP().bitLength()
                : 0;
    }
}
