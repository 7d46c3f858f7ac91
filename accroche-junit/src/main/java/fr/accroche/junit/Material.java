package fr.accroche.junit;

import fr.accroche.certs.HeldCertificate;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate with its key, as Java programs take it.
 *
 * @param held the certificate, its chain and its key
 */
public record Material(HeldCertificate held) {

    private static final String ALIAS = "accroche";

    /** With certificate, chain and key under a password. */
    public KeyStore keyStore(char[] password) {
        return kept(store ->
                store.setKeyEntry(ALIAS, held.key(), password, held.chain().toArray(X509Certificate[]::new)));
    }

    /** With the root that this certificate and those of the simulators end at. */
    public KeyStore trustStore() {
        List<X509Certificate> chain = held.chain();
        return kept(store -> store.setCertificateEntry("root", chain.get(chain.size() - 1)));
    }

    /** TLS that presents this certificate and trusts the simulators. */
    public SSLContext sslContext() {
        char[] password = "changeit".toCharArray();
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(keyStore(password), password);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trustStore());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException lacking) {
            throw new IllegalStateException("this JDK cannot hold the certificate", lacking);
        }
    }

    private interface Filling {
        void of(KeyStore store) throws GeneralSecurityException;
    }

    private static KeyStore kept(Filling filling) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            filling.of(store);
            return store;
        } catch (GeneralSecurityException | IOException lacking) {
            throw new IllegalStateException("this JDK cannot hold the certificate", lacking);
        }
    }
}
