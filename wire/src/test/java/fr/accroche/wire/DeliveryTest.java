package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.wire.Delivery.Manner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Answers that come late, piece by piece, or not at all. */
class DeliveryTest {

    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String LAST = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    private static final Response SOUND = Response.of(200, "text/plain", "0123456789");

    private static final Duration LATE = Duration.ofMillis(400);

    /** The one worker has no queue: while it is held, a further call is answered 503, and is made again. */
    @Test
    void aDelayedAnswerIsLateAndHoldsNoWorker() throws Exception {
        Duration late = Duration.ofSeconds(1);
        Response response = SOUND.delivered(Delivery.AT_ONCE.after(late));
        Semaphore handled = new Semaphore(0);
        try (WireRuntime runtime = WireRuntime.start(Clock.systemUTC(), 1);
                WireServer server = plain(runtime, TestServer.LIMITS, request -> {
                    handled.release();
                    return response;
                })) {
            long begun = System.nanoTime();
            List<RawClient> clients = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                do {
                    clients.add(raw(server).send(LAST));
                } while (!handled.tryAcquire(100, TimeUnit.MILLISECONDS));
            }
            Duration sent = Duration.ofNanos(System.nanoTime() - begun);
            List<String> answers = new ArrayList<>();
            for (RawClient client : clients) {
                answers.add(client.readToEnd());
                client.close();
            }

            assertThat(sent).isLessThan(late.multipliedBy(4));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(late);
            assertThat(answers)
                    .filteredOn(answer -> answer.endsWith("0123456789"))
                    .hasSizeGreaterThanOrEqualTo(5);
        }
    }

    @Test
    void aDribbledBodyComesInPiecesAndTheConnectionGoesOn() throws Exception {
        Response slow = SOUND.delivered(Delivery.AT_ONCE.dribbled(5, LATE));
        try (WireRuntime runtime = WireRuntime.start();
                WireServer server = plain(runtime, slow);
                RawClient client = raw(server)) {
            long begun = System.nanoTime();
            client.send(GET).readThrough("\r\n\r\n");
            client.readThrough("01");
            Duration first = Duration.ofNanos(System.nanoTime() - begun);
            client.readThrough("23456789");

            assertThat(first)
                    .isLessThan(Duration.ofNanos(System.nanoTime() - begun).minus(LATE.dividedBy(4)));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(LATE);
            assertThat(client.send(LAST).readToEnd()).endsWith("0123456789");
        }
    }

    @Test
    void aDribbleMayTakeLongerThanAnyOtherAnswer() throws Exception {
        Limits hasty = new Limits(1024, 1024, 10, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(200));
        Response slow = SOUND.delivered(Delivery.AT_ONCE.after(LATE).dribbled(3, LATE));
        try (WireRuntime runtime = WireRuntime.start();
                WireServer server = plain(runtime, hasty, slow);
                RawClient client = raw(server)) {
            assertThat(client.send(LAST).readToEnd()).endsWith("0123456789");
        }
    }

    @Test
    void moreWantedPiecesThanBytesAndNoBodyAtAllAreSentAsTheyAre() throws Exception {
        Delivery many = Delivery.AT_ONCE.dribbled(1000, Duration.ofMillis(20));
        try (WireRuntime runtime = WireRuntime.start();
                WireServer server = plain(runtime, SOUND.delivered(many));
                WireServer empty = plain(runtime, Response.of(200).delivered(many));
                RawClient client = raw(server);
                RawClient other = raw(empty)) {
            assertThat(client.send(LAST).readToEnd()).endsWith("0123456789");
            assertThat(other.send(LAST).readToEnd()).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n");
        }
    }

    @Test
    void aResetConnectionIsReset() throws Exception {
        try (WireRuntime runtime = WireRuntime.start();
                WireServer server = plain(runtime, Response.nothing(Delivery.of(Manner.RESET)));
                RawClient client = raw(server)) {
            client.send(GET);

            assertThatThrownBy(client::readToEnd)
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    /** No close_notify goes before it, which would be a sound end of the connection (RFC 8446 §6.1). */
    @Test
    void aResetConnectionIsResetUnderTls() throws Exception {
        try (TestServer server = TestServer.start(
                        new ClientAuthentication.None(), request -> Response.nothing(Delivery.of(Manner.RESET)));
                RawClient client = RawClient.tls(server)) {
            client.send(GET);

            assertThatThrownBy(client::readToEnd)
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void answersThatWereAskedForTogetherComeInTurnThoughTheFirstIsLate() throws Exception {
        Handler handler = request -> request.target().equals("/late")
                ? SOUND.delivered(Delivery.AT_ONCE.after(LATE))
                : Response.of(200, "text/plain", "second");
        try (WireRuntime runtime = WireRuntime.start();
                WireServer server = plain(runtime, TestServer.LIMITS, handler);
                RawClient client = raw(server)) {
            String answers = client.send(GET.replace("/ ", "/late ") + LAST).readToEnd();

            assertThat(answers).containsSubsequence("0123456789", "second");
        }
    }

    @Test
    void noiseIsNoHttpAndEnds() throws Exception {
        try (WireRuntime runtime = WireRuntime.start();
                WireServer server = plain(runtime, Response.nothing(Delivery.of(Manner.NO_HTTP)));
                RawClient client = raw(server)) {
            assertThat(client.send(GET).readToEnd()).isNotEmpty().doesNotContain("HTTP");
        }
    }

    @Test
    void aBrokenChunkComesAfterASoundHead() throws Exception {
        try (WireRuntime runtime = WireRuntime.start();
                WireServer server = plain(runtime, Response.nothing(Delivery.of(Manner.BROKEN_CHUNK)));
                RawClient client = raw(server)) {
            String answer = client.send(GET).readToEnd();

            assertThat(answer).startsWith("HTTP/1.1 200").containsIgnoringCase("transfer-encoding: chunked\r\n\r\n");
            assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4))
                    .isNotEmpty()
                    .doesNotStartWith("0");
        }
    }

    @Test
    void aDelayHasAnEnd() {
        Duration longer = Delivery.LONGEST.plusMillis(1);

        assertThatThrownBy(() -> Delivery.AT_ONCE.after(longer)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Delivery.AT_ONCE.dribbled(2, longer)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Delivery.AT_ONCE.dribbled(0, LATE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Delivery.AT_ONCE.dribbled(Delivery.MOST_PARTS + 1, LATE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static WireServer plain(WireRuntime runtime, Response response) {
        return plain(runtime, TestServer.LIMITS, response);
    }

    private static WireServer plain(WireRuntime runtime, Limits limits, Response response) {
        return plain(runtime, limits, request -> response);
    }

    private static WireServer plain(WireRuntime runtime, Limits limits, Handler handler) {
        InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        ServerSettings settings = ServerSettings.plain("plain", free, limits);
        return new WireServer(runtime, settings, handler, ConnectionObserver.SILENT).start();
    }

    private static RawClient raw(WireServer server) throws IOException {
        return RawClient.over(new Socket("localhost", server.uri().getPort()));
    }
}
