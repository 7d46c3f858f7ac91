package fr.accroche.wire;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpResponseEncoder;
import java.util.Optional;
import javax.net.ssl.SSLEngine;

/** Puts the handlers of a new connection in their order; see the package's description. */
final class ServerPipeline extends ChannelInitializer<SocketChannel> {

    private final Listener listener;
    private final Optional<ServerTls> tls;

    ServerPipeline(Listener listener) {
        this.listener = listener;
        this.tls = listener.settings().identity().map(identity -> new ServerTls(listener, identity));
    }

    @Override
    protected void initChannel(SocketChannel channel) {
        Optional<SSLEngine> engine = tls.map(ServerTls::engine);
        LingeringClose close = new LingeringClose();
        LastWords lastWords = new LastWords();
        RelayTap tap = new RelayTap();
        Presentation presentation = engine.map(each -> tls.get().watch(each, channel))
                .orElseGet(() -> Presentation.plain(channel.remoteAddress()));
        ServerConnection connection = new ServerConnection(channel, listener, presentation, close, lastWords, tap);
        channel.closeFuture().addListener(closed -> listener.connections().leave(connection));
        if (!listener.connections().admit(connection)) {
            channel.close();
            return;
        }
        channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
        channel.pipeline().addLast(close).addLast(lastWords);
        engine.ifPresent(each -> tls.get().addTo(channel, each, connection));
        channel.pipeline()
                .addLast(new StrictRequestDecoder(listener.limits(), connection::requestBegun))
                .addLast(new HttpResponseEncoder())
                .addLast(tap)
                .addLast(connection);
        if (engine.isEmpty()) {
            connection.begin();
        }
    }
}
