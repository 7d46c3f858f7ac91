package fr.accroche.wire;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** One client's side of TLS: its identity, its roots, and the check of names that goes with every connection. */
final class ClientTls {

    private final SSLContext context;
    private final SSLParameters parameters;

    ClientTls(ClientSettings settings) {
        KeyManager[] keys =
                settings.identity().map(HeldKeyManager::new).stream().toArray(KeyManager[]::new);
        this.context = TlsPolicy.context(keys, endingAt(settings.trusted()));
        this.parameters = TlsPolicy.parameters(context);
        settings.onlySuite().ifPresent(suite -> parameters.setCipherSuites(new String[] {suite}));
        this.parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }

    SSLEngine engine(Origin origin) {
        SSLEngine engine = context.createSSLEngine(origin.host(), origin.port());
        engine.setUseClientMode(true);
        engine.setSSLParameters(parameters);
        return engine;
    }

    private static TrustManager endingAt(List<X509Certificate> roots) {
        if (roots.isEmpty()) {
            throw new IllegalArgumentException("expected at least one trusted root: without any, no server can be");
        }
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (int i = 0; i < roots.size(); i++) {
                store.setCertificateEntry("root" + i, roots.get(i));
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            return factory.getTrustManagers()[0];
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException("this JDK cannot hold the trusted roots", broken);
        }
    }
}
