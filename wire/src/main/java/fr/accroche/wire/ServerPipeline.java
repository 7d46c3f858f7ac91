package fr.accroche.wire;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.ssl.SslHandler;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/** Puts the handlers of a new connection in their order; see the package's description. */
final class ServerPipeline extends ChannelInitializer<SocketChannel> {

    private final Listener listener;
    private final ClientTrust trust;
    private final SSLContext context;
    private final SSLParameters parameters;

    ServerPipeline(Listener listener) {
        this.listener = listener;
        this.trust = new ClientTrust(listener.settings().clients());
        this.context = TlsPolicy.context(
                new KeyManager[] {new HeldKeyManager(listener.settings().identity())}, trust);
        this.parameters = TlsPolicy.parameters(context);
        askFor(listener.settings().clients());
    }

    @Override
    protected void initChannel(SocketChannel channel) {
        SSLEngine engine = engine();
        LingeringClose close = new LingeringClose();
        ServerConnection connection =
                new ServerConnection(channel, listener, trust.watch(engine, channel.remoteAddress()), close);
        channel.closeFuture().addListener(closed -> {
            trust.forget(engine);
            listener.connections().leave(connection);
        });
        if (!listener.connections().admit(connection)) {
            channel.close();
            return;
        }
        channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
        HandshakeTasks tasks = new HandshakeTasks(listener.runtime());
        SslHandler tls = new SslHandler(engine, tasks);
        tls.setHandshakeTimeout(listener.limits().handshake().toMillis(), TimeUnit.MILLISECONDS);
        channel.pipeline()
                .addLast(close)
                .addLast(new PlainHttpGuard(connection::plainHttp))
                .addLast(tasks)
                .addLast(tls)
                .addLast(new StrictRequestDecoder(listener.limits(), connection::requestBegun))
                .addLast(new HttpResponseEncoder())
                .addLast(connection);
    }

    private SSLEngine engine() {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        engine.setSSLParameters(parameters);
        return engine;
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
