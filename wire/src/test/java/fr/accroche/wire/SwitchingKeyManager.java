package fr.accroche.wire;

import fr.accroche.certs.HeldCertificate;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.X509ExtendedKeyManager;

/** Presents what it is told to at the moment. */
final class SwitchingKeyManager extends X509ExtendedKeyManager {

    private final AtomicReference<HeldCertificate> now;

    SwitchingKeyManager(AtomicReference<HeldCertificate> now) {
        this.now = now;
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return "now";
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return now.get().chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return now.get().key();
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return new String[] {"now"};
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return null;
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return new String[0];
    }
}
