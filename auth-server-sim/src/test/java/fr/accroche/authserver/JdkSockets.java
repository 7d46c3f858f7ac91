package fr.accroche.authserver;

import fr.accroche.certs.Branch;
import fr.accroche.certs.HeldCertificate;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** For clients that others wrote: they want the JDK's own TLS, told whom to trust. */
public final class JdkSockets {

    private JdkSockets() {}

    /** TLS of the JDK, showing a certificate if there is one. */
    public static SSLSocketFactory of(Optional<HeldCertificate> identity) {
        try {
            KeyStore roots = empty();
            for (X509Certificate root : Identities.IGC.roots(Branch.TEST)) {
                roots.setCertificateEntry(root.getSubjectX500Principal().getName(), root);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(roots);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(identity.isPresent() ? keys(identity.get()) : null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyManager[] keys(HeldCertificate held) throws Exception {
        KeyStore store = empty();
        store.setKeyEntry("key", held.key(), new char[0], held.chain().toArray(X509Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        return keys.getKeyManagers();
    }

    private static KeyStore empty() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
