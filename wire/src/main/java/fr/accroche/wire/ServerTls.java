package fr.accroche.wire;

import fr.accroche.certs.HeldCertificate;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslHandler;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/** The TLS of a server: one context, and an engine for each connection. */
final class ServerTls {

    private final Listener listener;
    private final ClientTrust trust;
    private final SSLContext context;
    private final SSLParameters parameters;

    ServerTls(Listener listener, HeldCertificate identity) {
        this.listener = listener;
        this.trust = new ClientTrust(listener.settings().clients());
        this.context = TlsPolicy.context(new KeyManager[] {new HeldKeyManager(identity)}, trust);
        this.parameters = TlsPolicy.parameters(context);
        askFor(listener.settings().clients());
    }

    SSLEngine engine() {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        engine.setSSLParameters(parameters);
        return engine;
    }

    /** Watches what the client of a new connection presents. */
    Presentation watch(SSLEngine engine, SocketChannel channel) {
        channel.closeFuture().addListener(closed -> trust.forget(engine));
        return trust.watch(engine, channel.remoteAddress());
    }

    void addTo(SocketChannel channel, SSLEngine engine, ServerConnection connection) {
        HandshakeTasks tasks = new HandshakeTasks(listener.runtime());
        SslHandler tls = new SslHandler(engine, tasks);
        tls.setHandshakeTimeout(listener.limits().handshake().toMillis(), TimeUnit.MILLISECONDS);
        channel.pipeline()
                .addLast(new PlainHttpGuard(connection::plainHttp))
                .addLast(tasks)
                .addLast(tls);
    }

    /** Pedagogic mode wants a certificate and does not need one: the handshake ends either way. */
    private void askFor(ClientAuthentication clients) {
        if (clients instanceof ClientAuthentication.Strict strict && strict.required()) {
            parameters.setNeedClientAuth(true);
        } else if (!(clients instanceof ClientAuthentication.None)) {
            parameters.setWantClientAuth(true);
        }
    }
}
