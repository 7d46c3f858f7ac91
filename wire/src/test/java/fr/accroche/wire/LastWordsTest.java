package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.HeldCertificate;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever was refused, and asks after that, finds that the observer knows. */
class LastWordsTest {

    private static final HeldCertificate STRANGER = TestAuthority.OTHER.client("lps-stranger");

    /** Waits for the peer to have its answer, which it must not, and remembers whether it had. */
    private static final class SlowObserver implements ConnectionObserver {

        private final CountDownLatch answered = new CountDownLatch(1);
        private final CompletableFuture<Boolean> answeredBefore = new CompletableFuture<>();

        @Override
        public void handshakeFailed(Peer peer, String cause, Instant at) {
            look();
        }

        @Override
        public void requestRefused(Peer peer, int status, String cause, Instant at) {
            look();
        }

        private void look() {
            try {
                answeredBefore.complete(answered.await(300, TimeUnit.MILLISECONDS));
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }

    private interface RefusedPeer {
        /** Returns as soon as it has the beginning of an answer. */
        void call(int port) throws IOException;
    }

    private static boolean answeredBeforeToldOf(RefusedPeer peer) throws Exception {
        SlowObserver observer = new SlowObserver();
        ClientAuthentication clients = new ClientAuthentication.Strict(Judges.issuedBy(TestAuthority.ROOT), true);
        ServerSettings settings = new ServerSettings(
                "test",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                TestServer.IDENTITY,
                clients,
                TestServer.LIMITS);
        try (WireRuntime runtime = WireRuntime.start();
                WireServer server = new WireServer(runtime, settings, request -> Response.of(200), observer).start()) {
            peer.call(server.uri().getPort());
            observer.answered.countDown();
            return observer.answeredBefore.get(5, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void theAlertToARefusedCertificateComesAfterTheObserverWasTold(String version) throws Exception {
        SSLContext context = RawClient.context(Optional.of(STRANGER));

        assertThat(answeredBeforeToldOf(port -> {
                    try (SSLSocket socket =
                            (SSLSocket) context.getSocketFactory().createSocket("localhost", port)) {
                        socket.setEnabledProtocols(new String[] {version});
                        socket.startHandshake();
                        assertThat(socket.getInputStream().read()).isEqualTo(-2);
                    } catch (IOException refused) {
                        assertThat(refused).hasMessageContaining("alert");
                    }
                }))
                .isFalse();
    }

    @Test
    void theAnswerToPlainHttpComesAfterTheObserverWasTold() throws Exception {
        assertThat(answeredBeforeToldOf(port -> {
                    try (RawClient client = RawClient.over(new Socket("localhost", port))) {
                        assertThat(client.send("GET / HTTP/1.1\r\n\r\n").readToEnd())
                                .startsWith("HTTP/1.1 400");
                    }
                }))
                .isFalse();
    }

    @Test
    void theRefusalOfAMalformedRequestComesAfterTheObserverWasTold() throws Exception {
        SSLContext context = RawClient.context(Optional.of(TestAuthority.ROOT.client("lps-alpha")));

        assertThat(answeredBeforeToldOf(port -> {
                    try (RawClient client =
                            RawClient.over(context.getSocketFactory().createSocket("localhost", port))) {
                        client.send("GET / HTTP/1.1\r\nHost : localhost\r\n\r\n");
                        assertThat(client.socket().getInputStream().read()).isEqualTo('H');
                    }
                }))
                .isFalse();
    }

    @Test
    void anObserverThatWaitsDelaysTheAnswerNoMoreThanAMoment() {
        LastWords words = new LastWords();
        EmbeddedChannel channel = new EmbeddedChannel(words);
        channel.freezeTime();
        words.hold();
        channel.writeOneOutbound(Unpooled.copiedBuffer("alert", StandardCharsets.US_ASCII));
        channel.flushOutbound();
        channel.pipeline().close();

        assertThat(channel.outboundMessages()).isEmpty();
        assertThat(channel.isOpen()).isTrue();

        channel.advanceTimeBy(LastWords.PATIENCE_SECONDS, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();

        ByteBuf out = channel.readOutbound();
        assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo("alert");
        out.release();
        assertThat(channel.isOpen()).isFalse();
    }
}
