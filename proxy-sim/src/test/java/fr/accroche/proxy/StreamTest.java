package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Business requests whose bodies pass through the proxy, and what is noted of them. */
class StreamTest {

    private static final int PIECES = 1600;
    private static final long SIZE = (long) PIECES * Streams.PIECE;

    @Test
    void relaysAHundredMegabytesAndNotesTheirDigest() throws Exception {
        try (Streams.Service service = Streams.Service.following((in, out) -> {
                    Streams.readHead(in);
                    Streams.digest(in, PIECES);
                    Streams.write(out, "HTTP/1.1 200 OK\r\nContent-Length: " + SIZE + "\r\n\r\n");
                    Streams.writePieces(out, PIECES);
                });
                Chain chain = relayingTo(service);
                Socket lps = Streams.connect(chain.uri())) {
            // When
            post(lps, chain, "Content-Length: " + SIZE);
            Streams.writePieces(lps.getOutputStream(), PIECES);
            String head = Streams.readHead(lps.getInputStream());
            String digest = Streams.digest(lps.getInputStream(), PIECES);

            // Then
            assertThat(head).startsWith("HTTP/1.1 200 OK");
            assertThat(digest).isEqualTo(Streams.digestOfPieces(PIECES));
            Hop hop = onlySend(chain);
            assertThat(hop.value(Fact.BODY_SHA256)).contains(digest);
            assertThat(hop.status()).isEqualTo(200);
            assertThat(hop.answer()).isEmpty();
        }
    }

    @Test
    void touchesNothingOfAMultipartBody() throws Exception {
        String type = "multipart/related; type=\"application/xop+xml\"; boundary=\"=_b\"; start=\"<r>\"";
        String body =
                "--=_b\r\nContent-ID: <r>\r\n\r\n<a/>\r\n--=_b\r\nContent-Transfer-Encoding: binary\r\n\r\n\0\n\r\u00ff"
                        + "\r\n--=_b--\r\n";
        try (Chain chain = Chain.sound();
                Socket lps = Streams.connect(chain.uri())) {
            // When
            String size = Integer.toHexString(body.length());
            post(lps, chain, "Content-Type: " + type + "\r\nTransfer-Encoding: chunked");
            Streams.write(lps.getOutputStream(), size + "\r\n" + body + "\r\n0\r\n\r\n");
            Streams.readHead(lps.getInputStream());

            // Then
            Seen seen = chain.teleservices.only("/dmp/x");
            assertThat(seen.body()).isEqualTo(body.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(seen.header("Content-Type")).contains(type);
        }
    }

    @Test
    void notesAnAnswerThatWasCutOff() throws Exception {
        try (Streams.Service service = Streams.Service.following((in, out) -> {
                    Streams.readHead(in);
                    Streams.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
                });
                Chain chain = relayingTo(service);
                Socket lps = Streams.connect(chain.uri())) {
            // When
            post(lps, chain, "Content-Length: 0");
            String came = untilCut(lps);

            // Then
            assertThat(came).endsWith("abc");
            Hop hop = onlySend(chain);
            assertThat(hop.status()).isEqualTo(200);
            assertThat(hop.answer().orElseThrow()).startsWith("answer cut off: localhost:");
        }
    }

    @Test
    void leavesATeleserviceAloneThatCutsItsAnswersOffAgainAndAgain() throws Exception {
        try (Streams.Service service = Streams.Service.following((in, out) -> {
                    Streams.readHead(in);
                    Streams.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
                });
                Chain chain = relayingTo(service)) {
            // Given
            for (int i = 0; i < Breaking.USUAL.failures(); i++) {
                try (Socket lps = Streams.connect(chain.uri())) {
                    post(lps, chain, "Content-Length: 0");
                    assertThat(untilCut(lps)).startsWith("HTTP/1.1 200").endsWith("abc");
                }
            }

            // When
            try (Socket lps = Streams.connect(chain.uri())) {
                post(lps, chain, "Content-Length: 0");

                // Then
                assertThat(Streams.readHead(lps.getInputStream())).startsWith("HTTP/1.1 503");
            }
        }
    }

    @Test
    void notesAnAnswerThatStalls() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (Streams.Service service = Streams.Service.following((in, out) -> {
                    Streams.readHead(in);
                    Streams.write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
                    await(over);
                });
                Chain chain = relayingTo(service, Duration.ofMillis(500));
                Socket lps = Streams.connect(chain.uri())) {
            // When
            post(lps, chain, "Content-Length: 0");
            String came = untilCut(lps);
            over.countDown();

            // Then
            assertThat(came).endsWith("3\r\nabc\r\n");
            assertThat(onlySend(chain).answer().orElseThrow()).endsWith("nothing more of the answer within 500 ms");
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void notesACallerThatLeavesWithinItsBody() throws Exception {
        CountDownLatch freed = new CountDownLatch(1);
        try (Streams.Service service = Streams.Service.following((in, out) -> {
                    try {
                        in.readAllBytes();
                    } finally {
                        freed.countDown();
                    }
                });
                Chain chain = relayingTo(service)) {
            // When
            try (Socket lps = Streams.connect(chain.uri())) {
                post(lps, chain, "Content-Length: 10");
                Streams.write(lps.getOutputStream(), "abc");
            }
            assertThat(freed.await(10, TimeUnit.SECONDS)).isTrue();

            // Then
            Hop hop = onlySend(chain);
            assertThat(hop.status()).isZero();
            assertThat(hop.answer()).contains("the caller left");
            assertThat(hop.value(Fact.BODY_SHA256)).isEmpty();
        }
    }

    private static Chain relayingTo(Streams.Service service) {
        return relayingTo(service, Duration.ofSeconds(30));
    }

    private static Chain relayingTo(Streams.Service service, Duration patience) {
        Chain chain = new Chain();
        Route route = new Route("dmp", service.uri(), chain.authorization.uri("/dmp"));
        return chain.open(usual -> ProxySettings.of(usual.discovery(), usual.trusted(), usual.clients(), List.of(route))
                .withUpstreamAnswer(patience));
    }

    private static void post(Socket lps, Chain chain, String fields) throws IOException {
        Lps connected = chain.lps();
        connected.connect(Chain.ALPHA);
        Streams.write(
                lps.getOutputStream(),
                "POST /send/dmp/x HTTP/1.1\r\nHost: a\r\nCookie: "
                        + connected.cookie().orElseThrow() + "\r\n" + fields + "\r\n\r\n");
    }

    private static String untilCut(Socket socket) {
        StringBuilder came = new StringBuilder();
        try {
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                came.append((char) next);
            }
        } catch (IOException cut) {
            // As it should be.
        }
        return came.toString();
    }

    /** It may be noted a moment after the other end heard of it. */
    private static Hop onlySend(Chain chain) {
        long deadline = System.nanoTime() + 5_000_000_000L;
        while (sends(chain).isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(sends(chain)).hasSize(1);
        return sends(chain).get(0);
    }

    private static List<Hop> sends(Chain chain) {
        return chain.hops.stream()
                .filter(hop -> hop.stage() == Stage.PROXY_SEND)
                .toList();
    }
}
