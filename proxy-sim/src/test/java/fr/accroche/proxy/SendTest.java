package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SendTest {

    private final Chain chain = Chain.sound();
    private Lps lps;

    @BeforeEach
    void connect() throws Exception {
        chain.forget();
        lps = chain.lps();
        lps.connect(Chain.ALPHA);
    }

    @AfterAll
    void close() {
        chain.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_000, 8 * 1024 * 1024})
    void relaysBodiesByteForByte(int size) throws Exception {
        // Given
        byte[] body = new byte[size];
        new Random(size).nextBytes(body);
        chain.teleservices.on(
                "/dmp/echo",
                request -> new Response(200, Headers.of("Content-Type", "application/octet-stream"), request.body()));

        // When
        Response response =
                lps.call("POST", "/send/dmp/echo", Headers.of("Content-Type", "application/octet-stream"), body);

        // Then
        assertThat(response.status()).isEqualTo(200);
        assertThat(chain.teleservices.only("/dmp/echo").body()).isEqualTo(body);
        assertThat(response.body()).isEqualTo(body);
    }

    @Test
    void leavesOddWhiteSpaceAlone() throws Exception {
        // Given
        String xml =
                "\uFEFF<?xml version='1.0'?>\r\n\t<s:Envelope xmlns:s=\"urn:s\"\r\n  a = 'é' >\n<s:Header\n/><s:Body>&#x20;"
                        + "<![CDATA[ <x/> ]]></s:Body>\r</s:Envelope>\n\n";

        // When
        lps.post("/send/insi/ws", xml);

        // Then
        assertThat(chain.teleservices.only("/insi/ws").body()).isEqualTo(xml.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "REPORT"})
    void relaysAnyMethod(String method) throws Exception {
        // When
        Response response = lps.call(method, "/send/dmp/x", Headers.EMPTY, "");

        // Then
        assertThat(response.status()).isEqualTo(200);
        assertThat(chain.teleservices.only("/dmp/x").method()).isEqualTo(method);
    }

    @ParameterizedTest
    @CsvSource({
        "/send/dmp/a/b/c,/dmp/a/b/c",
        "/send/dmp,/dmp",
        "/send/dmp/,/dmp/",
        "/send/dmp/a?x=1&y=%20z,/dmp/a?x=1&y=%20z",
        "/send/dmp/a%2Fb%20c;v=1,/dmp/a%2Fb%20c;v=1",
        "/send/dmp//a,/dmp//a",
        "/send/dmp?wsdl,/dmp?wsdl",
        "/send/dmp/a..b/...,/dmp/a..b/..."
    })
    void keepsPathAndQueryAsTheyAre(String sent, String received) throws Exception {
        // When
        lps.get(sent);

        // Then
        assertThat(chain.teleservices.seen()).extracting(Seen::target).containsExactly(received);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/send/dmp/../insi",
                "/send/dmp/a/%2e%2E/b",
                "/send/dmp/..",
                "/send/dmp/./a",
                "/send/dmp/..%2finsi",
                "/send/dmp/a%2F..%2F..%2Finsi",
                "/send/dmp/%5C..%5cinsi",
                "/send/dmp/..;x=1/insi",
                "/send/dmp/..%3Bx/insi"
            })
    void neverLeavesTheRoute(String path) throws Exception {
        // When
        Response response = lps.get(path);

        // Then
        assertThat(response.status()).isEqualTo(400);
        assertThat(chain.teleservices.seen()).isEmpty();
    }

    @Test
    void putsTheTokenOfTheRouteInPlaceOfTheCallersAuthorization() throws Exception {
        // When
        lps.call("GET", "/send/dmp/x", Headers.of("Authorization", "Basic bHBz"), "");
        lps.get("/send/insi/x");

        // Then
        assertThat(chain.teleservices.seen())
                .extracting(seen -> seen.headers().all("Authorization"))
                .extracting(Object::toString)
                .containsExactly(
                        "[Bearer api-token/dmp-for-alpha-edc-bas-from-psc-token-1-of-alpha-edc-bas]",
                        "[Bearer api-token/insi-for-alpha-edc-bas-from-psc-token-1-of-alpha-edc-bas]");
        assertThat(chain.teleservices.seen()).allMatch(seen -> seen.presented(Certificates.ALPHA));
    }

    @Test
    void relaysHeadersButThoseOfOneHop() throws Exception {
        // Given
        Headers headers = Headers.of(
                "Content-Type", "application/soap+xml; action=\"urn:a\"",
                "SOAPAction", "\"urn:a\"",
                "X-Twice", "1",
                "X-Twice", "2",
                "Keep-Alive", "timeout=5",
                "Proxy-Authorization", "Basic eDp5",
                "Proxy-Connection", "keep-alive",
                "TE", "trailers",
                "Expect", "100-continue");

        // When
        lps.call("POST", "/send/dmp/x", headers, "body");

        // Then
        Headers received = chain.teleservices.only("/dmp/x").headers();
        assertThat(received.first("Content-Type")).contains("application/soap+xml; action=\"urn:a\"");
        assertThat(received.first("SOAPAction")).contains("\"urn:a\"");
        assertThat(received.all("X-Twice")).containsExactly("1", "2");
        assertThat(received.first("Host")).contains(chain.teleservices.uri("/").getAuthority());
        assertThat(received.all("Via")).containsExactly("1.1 proxy-esante");
        for (String name : new String[] {"Keep-Alive", "Proxy-Authorization", "Proxy-Connection", "TE", "Expect"}) {
            assertThat(received.all(name)).as(name).isEmpty();
        }
    }

    @Test
    void keepsItsOwnCookieFromTheTeleservice() throws Exception {
        // Given
        String session = lps.cookie().orElseThrow();

        // When
        lps.get("/send/dmp/alone");
        lps.holding("a=1; " + session + "; b=2").get("/send/dmp/among-others");

        // Then
        assertThat(chain.teleservices.only("/dmp/alone").headers().all("Cookie"))
                .isEmpty();
        assertThat(chain.teleservices.only("/dmp/among-others").headers().all("Cookie"))
                .containsExactly("a=1; b=2");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 302, 400, 401, 403, 404, 500, 503})
    void givesAnswersBackUnchanged(int status) throws Exception {
        // Given
        Headers headers = Headers.of(
                "Content-Type", "application/soap+xml",
                "X-Twice", "1",
                "X-Twice", "2",
                "WWW-Authenticate", "Bearer error=\"invalid_token\"",
                "X-Accroche-Diagnosis", "TOK-03");
        byte[] body = status == 204 ? new byte[0] : "<fault/>\r\n".getBytes(StandardCharsets.UTF_8);
        chain.teleservices.on("/dmp/x", new Response(status, headers, body));

        // When
        Response response = lps.get("/send/dmp/x");

        // Then
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.body()).isEqualTo(body);
        assertThat(response.headers().all("X-Twice")).containsExactly("1", "2");
        assertThat(response.headers().first("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
        assertThat(response.headers().first("X-Accroche-Diagnosis")).contains("TOK-03");
    }

    @Test
    void showsNobodyTheTokenThatItAdds() throws Exception {
        // When
        Response response = lps.call("TRACE", "/send/dmp/x", Headers.EMPTY, "");

        // Then
        assertThat(response.status()).isEqualTo(501);
        assertThat(chain.teleservices.seen()).isEmpty();
    }

    @Test
    void refusesACallWithoutSession() throws Exception {
        // When
        Response none = chain.lps().get("/send/dmp/x");
        Response bogus = chain.lps().holding("proxy_session_id=nonsense").get("/send/dmp/x");

        // Then
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.text()).isEqualTo("{\"code\":\"401\",\"message\":\"No session found.\",\"metadata\":{}}");
        assertThat(none.headers().all("Set-Cookie")).isEmpty();
        assertThat(bogus.status()).isEqualTo(401);
        assertThat(bogus.headers().first("Set-Cookie").orElseThrow()).startsWith("proxy_session_id=; Max-Age=0;");
        assertThat(chain.teleservices.seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/send/on/x", "/send", "/send/", "/send/DMP/x"})
    void doesNotKnowOtherRoutes(String path) throws Exception {
        // When
        Response response = lps.get(path);

        // Then
        assertThat(response.status()).isEqualTo(404);
        assertThat(response.headers().first("Content-Type")).contains("application/problem+json");
        assertThat(response.text()).contains("[dmp, insi]");
    }

    @Test
    void givesEachSessionItsOwnCertificateHoweverTheyInterleave() throws Exception {
        // Given
        Lps other = chain.lps();
        other.connect(Chain.BETA);

        // When
        for (int i = 0; i < 3; i++) {
            lps.get("/send/dmp/alpha");
            other.get("/send/dmp/beta");
        }

        // Then
        assertThat(chain.teleservices.seen("/dmp/alpha"))
                .hasSize(3)
                .allMatch(seen -> seen.presented(Certificates.ALPHA))
                .allMatch(seen -> seen.header("Authorization").orElseThrow().contains("for-alpha"));
        assertThat(chain.teleservices.seen("/dmp/beta"))
                .hasSize(3)
                .allMatch(seen -> seen.presented(Certificates.BETA))
                .allMatch(seen -> seen.header("Authorization").orElseThrow().contains("for-beta"));
    }

    @Test
    void sharesNoConnectionBetweenClients() throws Exception {
        // Given
        Map<Integer, Set<Object>> holders = new ConcurrentHashMap<>();
        chain.teleservices.on("/dmp/x", request -> {
            holders.computeIfAbsent(request.peer().address().getPort(), port -> ConcurrentHashMap.newKeySet())
                    .add(request.peer().certificate().orElseThrow().getSubjectX500Principal());
            return Response.of(200);
        });
        Lps other = chain.lps();
        other.connect(Chain.BETA);

        // When
        List<CompletableFuture<Void>> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Lps caller = i % 2 == 0 ? lps : other;
            calls.add(CompletableFuture.runAsync(() -> post(caller)));
        }
        calls.forEach(CompletableFuture::join);

        // Then
        assertThat(holders).isNotEmpty();
        assertThat(holders.values()).allMatch(certificates -> certificates.size() == 1);
        assertThat(holders.values().stream().distinct()).hasSize(2);
    }

    private static void post(Lps caller) {
        try {
            assertThat(caller.post("/send/dmp/x", "<a/>").status()).isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void continuesTheCallersTraceWithSpansOfItsOwn() throws Exception {
        // Given
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        Headers headers = Headers.of("traceparent", "00-" + trace + "-00f067aa0ba902b7-01", "tracestate", "lps=1");

        // When
        lps.call("GET", "/send/dmp/x", headers, "");

        // Then
        Seen seen = chain.teleservices.only("/dmp/x");
        assertThat(seen.headers().all("traceparent"))
                .singleElement()
                .satisfies(value -> assertThat(value)
                        .matches("00-" + trace + "-[0-9a-f]{16}-01")
                        .doesNotContain("00f067aa0ba902b7"));
        assertThat(seen.header("tracestate")).contains("lps=1");
    }

    @Test
    void dropsTheStateOfATraceThatItCannotRead() throws Exception {
        // When
        lps.call("GET", "/send/dmp/x", Headers.of("traceparent", "nonsense", "tracestate", "lps=1"), "");

        // Then
        Seen seen = chain.teleservices.only("/dmp/x");
        assertThat(seen.headers().all("traceparent")).singleElement().asString().startsWith("00-");
        assertThat(seen.header("tracestate")).isEmpty();
    }
}
