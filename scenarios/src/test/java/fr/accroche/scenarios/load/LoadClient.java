package fr.accroche.scenarios.load;

import fr.accroche.certs.HeldCertificate;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/**
 * The load generator: so many connections with a client certificate, each of which asks again as soon as it has its answer.
 * Connections are opened, and their handshakes done, before a round is timed.
 */
final class LoadClient implements AutoCloseable {

    /** The suite that both proxies and the stand-in are held to. */
    static final String SUITE = "TLS_AES_128_GCM_SHA256";

    private static final int LOOPS = 2;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(LOOPS, NioIoHandler.newFactory());
    private final SslContext tls;
    private final int connections;

    LoadClient(HeldCertificate shown, List<X509Certificate> roots, int connections) throws SSLException {
        this.tls = SslContextBuilder.forClient()
                .protocols("TLSv1.3")
                .ciphers(List.of(SUITE))
                .keyManager(shown.key(), shown.chain())
                .trustManager(roots.toArray(X509Certificate[]::new))
                .endpointIdentificationAlgorithm("HTTPS")
                .build();
        this.connections = connections;
    }

    /** A round that is ready to be timed: every connection is open. */
    final class Ready {
        private final List<LoadConnection> open;

        private Ready(List<LoadConnection> open) {
            this.open = open;
        }

        /** Asks until the time is over; ends when every last answer is there. */
        Round.Seen run(Duration time) throws InterruptedException {
            long start = System.nanoTime();
            open.forEach(connection -> connection.ask(start + time.toNanos()));
            for (LoadConnection connection : open) {
                connection.await(time.plus(LONGEST_WAIT));
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            long[] nanos = open.stream().flatMapToLong(LoadConnection::nanos).toArray();
            open.stream()
                    .filter(connection -> connection.errors() > 0)
                    .findFirst()
                    .ifPresent(wrong -> System.err.println("wrong answer: " + wrong.last()));
            long errors = open.stream().mapToLong(LoadConnection::errors).sum();
            return new Round.Seen(nanos, errors, seconds);
        }
    }

    /** Opens the connections of a round. */
    Ready open(URI server, byte[] request, int answerBytes) throws InterruptedException {
        List<LoadConnection> open = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            LoadConnection connection = new LoadConnection(request, answerBytes);
            Channel channel = bootstrap(server, connection)
                    .connect(server.getHost(), server.getPort())
                    .sync()
                    .channel();
            channel.pipeline().get(SslHandler.class).handshakeFuture().sync();
            open.add(connection);
        }
        return new Ready(open);
    }

    private Bootstrap bootstrap(URI server, LoadConnection connection) {
        return new Bootstrap()
                .group(loops)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(tls.newHandler(channel.alloc(), server.getHost(), server.getPort()))
                                .addLast(new HttpResponseDecoder())
                                .addLast(connection);
                    }
                });
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
    }
}
