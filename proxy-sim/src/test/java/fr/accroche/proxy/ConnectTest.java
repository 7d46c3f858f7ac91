package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConnectTest {

    @Test
    void answersTheSessionAndItsCookie() throws Exception {
        try (Chain chain = Chain.sound()) {
            // When
            Response response = chain.lps().connect(Chain.ALPHA);

            // Then
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.headers().first("Content-Type")).contains("application/json");
            JsonObject body = Json.parseObject(response.body());
            String session = body.text("proxy_session_id").orElseThrow();
            assertThat(session).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
            assertThat(body.text("session_state")).contains("psc-session-1");
            assertThat(response.headers().all("Set-Cookie"))
                    .containsExactly("proxy_session_id=" + session + "; Path=/; Secure; HTTPOnly; SameSite=Lax");
        }
    }

    @Test
    void sendsWhatPscAndTheAuthorizationServersAskFor() throws Exception {
        try (Chain chain = Chain.sound()) {
            // When
            chain.lps().connect(Chain.ALPHA);

            // Then
            assertThat(chain.psc.only(FakePsc.DISCOVERY).certificate()).isEmpty();
            Seen ciba = chain.psc.only(FakePsc.CIBA);
            assertThat(ciba.header("Content-Type")).contains("application/x-www-form-urlencoded; charset=UTF-8");
            assertThat(ciba.text())
                    .isEqualTo("client_id=alpha-edc-bas&channel=CARD&scope=openid+scope_all&acr_values=eidas1"
                            + "&login_hint=899700427869&binding_message=42");
            assertThat(chain.psc.only(FakePsc.TOKEN).text())
                    .isEqualTo("client_id=alpha-edc-bas&grant_type=urn%3Aopenid%3Aparams%3Agrant-type%3Aciba"
                            + "&auth_req_id=request-of-alpha-edc-bas");
            assertThat(chain.authorization.seen()).extracting(Seen::target).containsExactly("/dmp", "/insi");
            assertThat(chain.authorization.seen())
                    .extracting(Seen::text)
                    .containsOnly("client_id=alpha-edc-bas"
                            + "&grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange"
                            + "&subject_token=psc-token-1-of-alpha-edc-bas"
                            + "&subject_token_type=urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Aaccess_token"
                            + "&subject_issuer=psc");
            assertThat(List.of(ciba, chain.psc.only(FakePsc.TOKEN)))
                    .allMatch(seen -> seen.presented(Certificates.ALPHA));
            assertThat(chain.authorization.seen()).allMatch(seen -> seen.presented(Certificates.ALPHA));
        }
    }

    @Test
    void usesTheMtlsAliasesOfDiscovery() throws Exception {
        try (Chain chain = Chain.sound()) {
            // Given
            JsonObject aliases = JsonObject.EMPTY
                    .with("token_endpoint", chain.psc.uri("/mtls/token").toString())
                    .with(
                            "backchannel_authentication_endpoint",
                            chain.psc.uri("/mtls/ciba").toString());
            chain.psc
                    .on(
                            FakePsc.DISCOVERY,
                            Answers.json(200, chain.pscAnswers.discovery().with("mtls_endpoint_aliases", aliases)))
                    .on("/mtls/ciba", request -> FakePsc.acknowledged(request, 120, 5))
                    .on("/mtls/token", Answers.json(200, FakePsc.tokens(Chain.ALPHA, 1)));

            // When
            Response response = chain.lps().connect(Chain.ALPHA);

            // Then
            assertThat(response.status()).isEqualTo(200);
            assertThat(chain.psc.seen("/mtls/token")).hasSize(1);
        }
    }

    @Test
    void waitsTheIntervalBeforeEachPoll() throws Exception {
        try (Chain chain = Chain.sound()) {
            // Given
            chain.pscAnswers.polls(Answers.PENDING, Answers.PENDING);

            // When
            Response response = chain.lps().connect(Chain.ALPHA);

            // Then
            assertThat(response.status()).isEqualTo(200);
            assertThat(chain.pauses).containsExactly(seconds(5), seconds(5), seconds(5));
        }
    }

    @Test
    void addsFiveSecondsForGoodWhenToldToSlowDown() throws Exception {
        try (Chain chain = Chain.sound()) {
            // Given
            chain.pscAnswers.polls(Answers.SLOW_DOWN, Answers.PENDING);

            // When
            Response response = chain.lps().connect(Chain.ALPHA);

            // Then
            assertThat(response.status()).isEqualTo(200);
            assertThat(chain.pauses).containsExactly(seconds(5), seconds(10), seconds(10));
        }
    }

    @Test
    void pollsEveryFiveSecondsWhenPscNamesNoInterval() throws Exception {
        try (Chain chain = Chain.sound()) {
            // Given
            JsonObject acknowledgement =
                    JsonObject.EMPTY.with("auth_req_id", "a").with("expires_in", 60);
            chain.psc.on(FakePsc.CIBA, Answers.json(200, acknowledgement));

            // When
            chain.lps().connect(Chain.ALPHA);

            // Then
            assertThat(chain.pauses).containsExactly(seconds(5));
        }
    }

    @Test
    void stopsPollingWhenTheTimeIsOver() throws Exception {
        try (Chain chain = Chain.sound()) {
            // Given
            chain.psc
                    .on(FakePsc.CIBA, request -> FakePsc.acknowledged(request, 12, 5))
                    .on(FakePsc.TOKEN, Answers.PENDING);

            // When
            Response response = chain.lps().connect(Chain.ALPHA);

            // Then
            assertThat(response.status()).isEqualTo(401);
            assertThat(response.text())
                    .contains("400 - expired_token : the professional did not authenticate within 12 s");
            assertThat(chain.psc.seen(FakePsc.TOKEN)).hasSize(2);
        }
    }

    @Test
    void countsTheTimeThatPscTakesToAnswer() throws Exception {
        try (Chain chain = Chain.sound()) {
            // Given
            chain.psc.on(FakePsc.TOKEN, request -> {
                chain.clock.advance(seconds(60));
                return Answers.PENDING;
            });

            // When
            Response response = chain.lps().connect(Chain.ALPHA);

            // Then
            assertThat(response.status()).isEqualTo(401);
            assertThat(chain.psc.seen(FakePsc.TOKEN)).hasSize(2);
        }
    }

    @Test
    void neverWaitsLongerThanTenMinutesForPsc() throws Exception {
        try (Chain chain = Chain.sound()) {
            // Given
            chain.psc
                    .on(FakePsc.CIBA, request -> FakePsc.acknowledged(request, Long.MAX_VALUE, 100))
                    .on(FakePsc.TOKEN, Answers.PENDING);

            // When
            Response response = chain.lps().connect(Chain.ALPHA);

            // Then
            assertThat(response.status()).isEqualTo(401);
            assertThat(chain.psc.seen(FakePsc.TOKEN)).hasSize(6);
        }
    }

    @Test
    void replaysALiveSessionWithoutAnyCall() throws Exception {
        try (Chain chain = Chain.sound()) {
            Lps lps = chain.lps();
            // Given
            lps.connect(Chain.ALPHA);
            int callsBefore =
                    chain.psc.seen().size() + chain.authorization.seen().size();

            // When
            Response same = lps.connect(Chain.ALPHA);
            Response other = lps.connect(Chain.BETA);

            // Then
            assertThat(List.of(same.status(), other.status())).containsExactly(304, 304);
            assertThat(same.body()).isEmpty();
            assertThat(chain.psc.seen().size() + chain.authorization.seen().size())
                    .isEqualTo(callsBefore);
        }
    }

    @Test
    void connectsAnewWhenTheCookieIsOfNoLiveSession() throws Exception {
        try (Chain chain = Chain.sound()) {
            Lps lps = chain.lps();
            // Given
            lps.holding("proxy_session_id=00000000-0000-4000-8000-000000000000");

            // When
            Response response = lps.connect(Chain.ALPHA);

            // Then
            assertThat(response.status()).isEqualTo(200);
            assertThat(lps.cookie().orElseThrow()).doesNotContain("00000000-0000-4000");
        }
    }

    @Test
    void givesConcurrentConnectionsEachTheirOwnSessionAndCertificate() throws Exception {
        try (Chain chain = Chain.sound()) {
            // Given
            Set<String> sessions = ConcurrentHashMap.newKeySet();
            List<Callable<Response>> connections = IntStream.range(0, 16)
                    .mapToObj(i -> (Callable<Response>) () -> {
                        Lps lps = chain.lps();
                        lps.connect(i % 2 == 0 ? Chain.ALPHA : Chain.BETA);
                        sessions.add(lps.cookie().orElseThrow());
                        return lps.post("/send/dmp/x", "body");
                    })
                    .toList();

            // When
            ExecutorService callers = Executors.newFixedThreadPool(16);
            List<Future<Response>> answers = callers.invokeAll(connections);
            callers.shutdown();

            // Then
            for (Future<Response> answer : answers) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
            assertThat(sessions).hasSize(16);
            assertThat(chain.teleservices.seen()).hasSize(16).allMatch(ConnectTest::isWhole);
            assertThat(chain.teleservices.seen().stream().map(seen -> seen.header("Authorization")))
                    .doesNotHaveDuplicates();
        }
    }

    /** Token and certificate belong to one client. */
    private static boolean isWhole(Seen seen) {
        String bearer = seen.header("Authorization").orElseThrow();
        return bearer.contains("for-" + Chain.ALPHA)
                ? bearer.endsWith("of-" + Chain.ALPHA) && seen.presented(Certificates.ALPHA)
                : bearer.endsWith("of-" + Chain.BETA) && seen.presented(Certificates.BETA);
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
