package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.wire.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** 503 when nobody is there, 504 when nothing comes, 502 when it is no answer. */
class UpstreamFailureTest {

    @Test
    void saysWhenPscCannotBeReached() throws Exception {
        try (Chain chain = Chain.with(settings -> discovering(settings, unreachable("/discovery")))) {
            // When
            Response response = chain.lps().connect(Chain.ALPHA);

            // Then
            assertFailed(response, 503, "destination_unavailable");
        }
    }

    @Test
    void saysWhenPscDoesNotAnswerInTime() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (Chain chain = Chain.with(settings -> settings.withUpstreamAnswer(Duration.ofSeconds(1)))) {
            // Given
            chain.psc.on(FakePsc.CIBA, request -> late(never));

            // When
            Response response = chain.lps().connect(Chain.ALPHA);
            never.countDown();

            // Then
            assertFailed(response, 504, "http_response_timeout");
        }
    }

    @Test
    void trustsNoPscOfAnotherAuthority() throws Exception {
        try (Chain chain = new Chain()) {
            // Given
            FakeServer impostor = chain.opened(new FakeServer(
                    chain.runtime(), "impostor", Certificates.UNTRUSTED_SERVER, request -> Response.of(200)));
            chain.open(settings -> discovering(settings, impostor.uri("/discovery")));

            // When
            Response response = chain.lps().connect(Chain.ALPHA);

            // Then
            assertFailed(response, 502, "tls_protocol_error");
            assertThat(impostor.seen()).isEmpty();
        }
    }

    @Test
    void saysWhenATeleserviceCannotBeReached() throws Exception {
        try (Chain chain = new Chain()) {
            // Given
            Route gone = new Route("dmp", unreachable("/dmp"), chain.authorization.uri("/dmp"));
            Lps lps = chain.open(settings -> routed(settings, gone)).lps();
            lps.connect(Chain.ALPHA);

            // When
            Response response = lps.post("/send/dmp/x", "body");

            // Then
            assertFailed(response, 503, "destination_unavailable");
        }
    }

    @Test
    void saysWhenATeleserviceDoesNotAnswerInTime() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (Chain chain = Chain.with(settings -> settings.withUpstreamAnswer(Duration.ofSeconds(1)))) {
            // Given
            chain.teleservices.on("/dmp/x", request -> late(never));
            Lps lps = chain.lps();
            lps.connect(Chain.ALPHA);

            // When
            Response response = lps.post("/send/dmp/x", "body");
            never.countDown();

            // Then
            assertFailed(response, 504, "http_response_timeout");
        }
    }

    @Test
    void trustsNoTeleserviceOfAnotherAuthority() throws Exception {
        try (Chain chain = new Chain()) {
            // Given
            FakeServer impostor = chain.opened(new FakeServer(
                    chain.runtime(), "impostor", Certificates.UNTRUSTED_SERVER, request -> Response.of(200)));
            Route route = new Route("dmp", impostor.uri("/"), chain.authorization.uri("/dmp"));
            Lps lps = chain.open(settings -> routed(settings, route)).lps();
            lps.connect(Chain.ALPHA);

            // When
            Response response = lps.post("/send/dmp/x", "body");

            // Then
            assertFailed(response, 502, "tls_protocol_error");
            assertThat(impostor.seen()).isEmpty();
        }
    }

    @Test
    void explainsNothingWhenRealistic() throws Exception {
        try (Chain chain = Chain.with(
                settings -> discovering(settings, unreachable("/discovery")).asRealistic())) {
            // When
            Response response = chain.lps().connect(Chain.ALPHA);

            // Then
            assertThat(response.status()).isEqualTo(503);
            assertThat(response.headers().first("Proxy-Status")).isEmpty();
        }
    }

    private static void assertFailed(Response response, int status, String error) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().first("Proxy-Status").orElseThrow())
                .startsWith("proxy-esante; error=" + error + "; details=\"https://localhost:");
    }

    private static Response late(CountDownLatch never) throws InterruptedException {
        never.await(5, TimeUnit.SECONDS);
        return Response.of(200);
    }

    private static URI unreachable(String path) {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("https://localhost:" + free.getLocalPort() + path);
        } catch (IOException e) {
            throw new AssertionError("a free port is needed", e);
        }
    }

    private static ProxySettings discovering(ProxySettings usual, URI discovery) {
        return ProxySettings.of(discovery, usual.trusted(), usual.clients(), usual.routes());
    }

    private static ProxySettings routed(ProxySettings usual, Route route) {
        return ProxySettings.of(usual.discovery(), usual.trusted(), usual.clients(), List.of(route));
    }
}
