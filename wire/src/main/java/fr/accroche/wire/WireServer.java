package fr.accroche.wire;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * An HTTPS listener, or a plain HTTP one where its settings have no certificate.
 *
 * <p>It answers by itself what no handler shall see, as {@code application/problem+json} and with the connection closed
 * after: 400 malformed or ambiguous framing, 408 too slow, 413, 414, 417, 431 too large, 501 unknown transfer coding, 503
 * (with {@code Retry-After}, connection kept) when every worker is taken, 505. Of a request that is relayed, its
 * {@link RelayObserver} is told instead of the {@link ConnectionObserver} once it is decided on.
 */
public final class WireServer implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(3);

    private final Listener listener;
    private volatile Channel channel;
    private boolean closed;

    public WireServer(WireRuntime runtime, ServerSettings settings, Handler handler, ConnectionObserver observer) {
        this.listener = new Listener(
                Objects.requireNonNull(runtime, "runtime"),
                Objects.requireNonNull(settings, "settings"),
                Objects.requireNonNull(handler, "handler"),
                Objects.requireNonNull(observer, "observer"),
                new OpenConnections(settings.limits().connections()));
    }

    /**
     * Opens the port.
     *
     * @throws PortBusyException if another program has it, or this process may not have it
     */
    public synchronized WireServer start() {
        if (channel != null || closed) {
            throw new IllegalStateException(listener.settings().name() + " was started before");
        }
        listener.runtime().refuseEventLoop("starting a server");
        ChannelFuture bound = new ServerBootstrap()
                .group(listener.runtime().loops())
                .channel(NioServerSocketChannel.class)
                .childHandler(new ServerPipeline(listener))
                .bind(listener.settings().address())
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new PortBusyException(
                    listener.settings().name(), listener.settings().address(), bound.cause());
        }
        channel = bound.channel();
        return this;
    }

    /**
     * Where it is reached, {@code https://host:port} or {@code http://host:port}; only once started, unless its port is known before:
     * another process may be the one that listens there. The host is the name that its
     * address was given, if any; the port is the published one, if any, else the one it listens on.
     */
    public URI uri() {
        int port = listener.settings().published().orElseGet(this::port);
        String scheme = listener.settings().identity().isPresent() ? "https" : "http";
        return URI.create(scheme + "://" + host() + ":" + port);
    }

    private int port() {
        int asked = listener.settings().address().getPort();
        if (channel == null && asked == 0) {
            throw new IllegalStateException(listener.settings().name() + " is not started");
        }
        return channel == null ? asked : ((InetSocketAddress) channel.localAddress()).getPort();
    }

    /** Stops accepting, lets requests under way end for a short while (3 s at most), then closes. */
    @Override
    public void close() {
        listener.runtime().refuseEventLoop("closing a server");
        if (closing()) {
            channel.close().awaitUninterruptibly();
            listener.connections().stop().forEach(ServerConnection::stop);
            listener.connections().awaitEnd(GRACE).forEach(ServerConnection::cut);
        }
    }

    /** Whether there is something to close, the first time. */
    private synchronized boolean closing() {
        boolean first = !closed;
        closed = true;
        return first && channel != null;
    }

    private String host() {
        InetSocketAddress address = listener.settings().address();
        InetAddress resolved = address.getAddress();
        String host = address.getHostString();
        if (resolved == null || (resolved.isAnyLocalAddress() && host.equals(resolved.getHostAddress()))) {
            return "localhost"; // every address of the machine, under no name
        }
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    }
}
