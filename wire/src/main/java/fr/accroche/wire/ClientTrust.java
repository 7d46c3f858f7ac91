package fr.accroche.wire;

import fr.accroche.certs.CertificateJudge;
import fr.accroche.certs.Defect;
import fr.accroche.certs.Judgement;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Sees what clients present, for the life of their connection.
 *
 * <p>In strict mode it refuses here, in the handshake, what the judge finds a defect in. In pedagogic mode verification
 * is not disabled but deferred: the chain is kept, judged once for the connection, and the handler refuses with the
 * reason, which a TLS alert cannot carry. In both, JSSE itself goes on to check the client's CertificateVerify
 * (RFC 8446 §4.4.3), so a client always proves that it holds the key of what it presents.
 *
 * <p>It names no authorities (RFC 8446 §4.4.2): a Java client, told of a list, filters its keys by it and sends none.
 *
 * <p>A session with a client certificate is never resumed: each connection presents, proves and is judged anew, so a
 * certificate that was revoked or replaced meanwhile does not live on in a session ticket.
 */
final class ClientTrust extends X509ExtendedTrustManager {

    private final ClientAuthentication clients;
    private final Map<SSLEngine, Presentation> open = new ConcurrentHashMap<>();

    ClientTrust(ClientAuthentication clients) {
        this.clients = clients;
    }

    /** Begins to watch a connection; {@link #forget} ends it. */
    Presentation watch(SSLEngine engine, InetSocketAddress address) {
        Presentation presentation = new Presentation(engine, address, judge());
        open.put(engine, presentation);
        return presentation;
    }

    void forget(SSLEngine engine) {
        open.remove(engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        Presentation presentation = open.get(engine);
        if (presentation == null || !presentation.show(List.of(chain))) {
            throw new CertificateException("the connection is closed, or past its handshake");
        }
        engine.getHandshakeSession().invalidate();
        if (clients instanceof ClientAuthentication.Strict) {
            refuseDefects(presentation.judged());
        }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw withoutEngine();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw withoutEngine();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw withoutEngine();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw withoutEngine();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw withoutEngine();
    }

    private Optional<CertificateJudge> judge() {
        if (clients instanceof ClientAuthentication.Strict strict) {
            return Optional.of(strict.judge());
        }
        return clients instanceof ClientAuthentication.Pedagogic pedagogic
                ? Optional.of(pedagogic.judge())
                : Optional.empty();
    }

    private static void refuseDefects(Peer peer) throws CertificateException {
        List<Defect> defects = peer.judgement().map(Judgement::defects).orElse(List.of());
        if (!defects.isEmpty()) {
            throw new CertificateException("client certificate refused: "
                    + defects.stream().map(defect -> defect.code().en()).collect(Collectors.joining("; ")));
        }
    }

    private static CertificateException withoutEngine() {
        return new CertificateException("only the clients of a watched connection are judged here");
    }
}
