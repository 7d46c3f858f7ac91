package fr.accroche.wire;

import fr.accroche.wire.ConnectionFailedException.Reason;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Opens the connections of one client; the calling thread waits. */
final class Connector {

    private static final int MAX_HEAD_BYTES = 64 * 1024;

    private final WireRuntime runtime;
    private final ClientSettings settings;
    private final ClientTls tls;

    Connector(WireRuntime runtime, ClientSettings settings) {
        this.runtime = runtime;
        this.settings = settings;
        this.tls = new ClientTls(settings);
    }

    /**
     * @param loops where it will run
     * @param end of the time allowed, in {@link System#nanoTime}
     */
    ClientConnection open(Origin origin, EventLoopGroup loops, long end) throws ConnectionFailedException {
        ChannelFuture last = null;
        for (InetAddress address : resolve(origin, end)) {
            Optional<SslHandler> handler = origin.plain() ? Optional.empty() : Optional.of(securing(origin));
            RelayTap tap = new RelayTap();
            ClientExchange exchange = new ClientExchange(settings.bodyBytes());
            last = connect(loops, new InetSocketAddress(address, origin.port()), handler, tap, exchange);
            await(last, origin, last, end);
            if (last.isSuccess()) {
                if (handler.isPresent()) {
                    handshake(handler.get(), origin, last, end);
                }
                return new ClientConnection(last.channel(), tap, exchange);
            }
        }
        throw failed(
                origin,
                Reason.UNREACHABLE,
                "cannot connect: " + HandshakeCause.line(last.cause().getMessage()),
                last.cause());
    }

    private SslHandler securing(Origin origin) {
        SslHandler handler = new SslHandler(tls.engine(origin), runtime::runSoon);
        handler.setHandshakeTimeoutMillis(settings.connect().toMillis());
        return handler;
    }

    /** On another worker, which alone waits for a resolver that does not answer in time; where none is free, here. */
    private InetAddress[] resolve(Origin origin, long end) throws ConnectionFailedException {
        FutureTask<InetAddress[]> lookup =
                new FutureTask<>(() -> runtime.names().addresses(origin.host()));
        if (isAtHand(origin.host())) {
            lookup.run();
        } else {
            runtime.runSoon(lookup);
        }
        try {
            return lookup.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException unknown) {
            throw failed(origin, Reason.UNREACHABLE, "no such host", unknown.getCause());
        } catch (TimeoutException late) {
            String what =
                    "its address was not found within " + settings.connect().toMillis() + " ms";
            throw failed(origin, Reason.TIMEOUT, what, late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed(origin, Reason.BROKEN, "interrupted while connecting", interrupted);
        }
    }

    /** An address, or this machine, for which no resolver asks another (RFC 6761 §6.3). */
    private static boolean isAtHand(String host) {
        return host.equalsIgnoreCase("localhost")
                || NetUtil.isValidIpV4Address(host)
                || NetUtil.isValidIpV6Address(host);
    }

    /** A failed write does not close: a server that refused while we were sending has left an alert or an answer to read. */
    private static ChannelFuture connect(
            EventLoopGroup loops,
            InetSocketAddress address,
            Optional<SslHandler> handler,
            RelayTap tap,
            ClientExchange exchange) {
        HttpClientCodec codec = new HttpClientCodec(
                new HttpDecoderConfig()
                        .setMaxInitialLineLength(MAX_HEAD_BYTES)
                        .setMaxHeaderSize(MAX_HEAD_BYTES)
                        .setMaxChunkSize(RelayTap.LARGEST_PIECE),
                false,
                false);
        return new Bootstrap()
                .group(loops)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.AUTO_CLOSE, false)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        handler.ifPresent(channel.pipeline()::addLast);
                        channel.pipeline().addLast(codec, tap, exchange);
                    }
                })
                .connect(address);
    }

    private void handshake(SslHandler handler, Origin origin, ChannelFuture connected, long end)
            throws ConnectionFailedException {
        Future<?> handshake = handler.handshakeFuture();
        await(handshake, origin, connected, end);
        if (!handshake.isSuccess()) {
            connected.channel().close();
            String what = "TLS handshake failed: " + whyFailed(handshake.cause());
            throw failed(origin, Reason.HANDSHAKE, what, handshake.cause());
        }
    }

    private void await(Future<?> future, Origin origin, ChannelFuture connection, long end)
            throws ConnectionFailedException {
        try {
            if (future.await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            connection.cancel(true);
            connection.channel().close();
            Thread.currentThread().interrupt();
            throw failed(origin, Reason.BROKEN, "interrupted while connecting", interrupted);
        }
        connection.cancel(true);
        connection.channel().close();
        throw failed(
                origin,
                Reason.TIMEOUT,
                "not connected within " + settings.connect().toMillis() + " ms",
                null);
    }

    private String whyFailed(Throwable failure) {
        Optional<String> alert = HandshakeCause.alert(failure);
        if (alert.isPresent()) {
            return "the server sent the alert " + alert.get() + "; we presented " + presented();
        }
        Optional<CertificateException> untrusted = HandshakeCause.find(failure, CertificateException.class);
        if (untrusted.isPresent()) {
            return "the server's certificate is refused: "
                    + HandshakeCause.line(untrusted.get().getMessage());
        }
        if (failure instanceof NotSslRecordException) {
            return "the server does not speak TLS on this port";
        }
        if (failure instanceof ClosedChannelException) {
            return "the server closed the connection; we presented " + presented();
        }
        return HandshakeCause.line(failure.getMessage());
    }

    /** For messages: names are not secret, and the usual cause of a refusal is the wrong one. */
    String presented() {
        return settings.identity()
                .map(held -> "the certificate " + held.certificate().getSubjectX500Principal())
                .orElse("no certificate");
    }

    private static ConnectionFailedException failed(Origin origin, Reason reason, String what, Throwable cause) {
        return new ConnectionFailedException(reason, origin + ": " + what, cause);
    }
}
