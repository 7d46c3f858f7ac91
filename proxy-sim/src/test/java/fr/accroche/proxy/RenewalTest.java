package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.wire.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** API tokens of one minute in a session of four hours. */
class RenewalTest {

    private static final Response REFUSED = Answers.oauth(400, "invalid_grant", "Token is not active");

    private final Chain chain = Chain.sound();
    private final Lps lps = chain.lps();

    @BeforeEach
    void connect() throws Exception {
        chain.authorization.on("/dmp", FakeRealm.rotating());
        lps.connect(Chain.ALPHA);
    }

    @AfterEach
    void close() {
        chain.close();
    }

    @Test
    void renewsATokenOnceHalfOfItsLifeIsOver() throws Exception {
        // Given
        chain.clock.advance(Duration.ofSeconds(29));
        lps.get("/send/dmp/first");

        // When
        chain.clock.advance(Duration.ofSeconds(1));
        lps.get("/send/dmp/second");

        // Then
        assertThat(bearerAt("/dmp/first")).isEqualTo("Bearer api-token-1");
        assertThat(bearerAt("/dmp/second")).isEqualTo("Bearer api-token-2");
        Seen renewal = chain.authorization.seen("/dmp").get(1);
        assertThat(renewal.text())
                .isEqualTo("client_id=alpha-edc-bas&grant_type=refresh_token&refresh_token=refresh-token-1");
        assertThat(renewal.presented(Certificates.ALPHA)).isTrue();
    }

    @Test
    void letsASessionOutliveItsTokensForHours() throws Exception {
        for (int used = 0; used < 10; used++) {
            chain.clock.advance(Duration.ofMinutes(20));

            assertThat(lps.get("/send/dmp/x").status()).isEqualTo(200);
        }

        assertThat(chain.teleservices.seen("/dmp/x"))
                .last()
                .satisfies(seen -> assertThat(seen.header("Authorization")).contains("Bearer api-token-11"));
    }

    @Test
    void goesOnWithARefreshTokenThatServesMoreThanOnce() throws Exception {
        // Given
        chain.authorization.on("/dmp", FakeRealm.keeping());
        Lps other = chain.lps();
        other.connect(Chain.BETA);

        for (int used = 0; used < 3; used++) {
            chain.clock.advance(Duration.ofMinutes(5));

            assertThat(other.get("/send/dmp/x").status()).isEqualTo(200);
        }

        assertThat(chain.authorization.seen("/dmp"))
                .last()
                .satisfies(seen -> assertThat(seen.form("refresh_token")).contains("refresh-token-1"));
    }

    @Test
    void refusesTheCallsOfASessionWhoseTokenIsNotRenewed() throws Exception {
        // Given
        chain.authorization.on("/dmp", REFUSED);
        chain.clock.advance(Duration.ofSeconds(40));

        // When
        Response first = lps.get("/send/dmp/x");
        Response second = lps.get("/send/dmp/x");

        // Then
        assertThat(first.status()).isEqualTo(401);
        assertThat(first.text())
                .isEqualTo("{\"code\":\"401\",\"message\":\"400 - invalid_grant : Token is not active\","
                        + "\"metadata\":{\"nationalId\":\"person-of-psc\",\"clientId\":\"alpha-edc-bas\"}}");
        assertThat(first.headers().first("Proxy-Status").orElseThrow()).contains("the authorization server of dmp");
        assertThat(chain.lastHop().answer()).contains("400 - invalid_grant : Token is not active");
        assertThat(chain.lastHop().status()).isEqualTo(401);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(chain.authorization.seen("/dmp"))
                .as("the exchange, and one renewal")
                .hasSize(2);
        assertThat(chain.teleservices.seen()).isEmpty();
        assertThat(lps.get("/send/insi/x").status()).isEqualTo(200);
    }

    @Test
    void leavesNoTraceOfACallThatItRefuses() throws Exception {
        // Given
        chain.authorization.on("/dmp", REFUSED);
        chain.clock.advance(Duration.ofSeconds(40));

        // When
        lps.get("/send/dmp/x");

        // Then
        assertThat(lps.get("/traces?start=2026-11-22T00:00:00Z").text())
                .contains("CONNECT_SUCCESS")
                .doesNotContain("SEND");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void usesATokenThatLivesWhileItsServerFails(int status) throws Exception {
        // Given
        FakeRealm realm = FakeRealm.rotating();
        chain.authorization.on("/dmp", realm);
        Lps other = chain.lps();
        other.connect(Chain.BETA);
        chain.authorization.on("/dmp", Response.of(status));
        int before = chain.authorization.seen("/dmp").size();

        // When
        chain.clock.advance(Duration.ofSeconds(30));
        other.get("/send/dmp/x");
        other.get("/send/dmp/x");
        chain.authorization.on("/dmp", realm);
        chain.clock.advance(Duration.ofSeconds(29));
        other.get("/send/dmp/x");
        chain.clock.advance(Duration.ofSeconds(1));
        other.get("/send/dmp/x");

        // Then
        assertThat(chain.teleservices.seen("/dmp/x"))
                .extracting(seen -> seen.header("Authorization").orElseThrow())
                .containsExactly(
                        "Bearer api-token-1", "Bearer api-token-1", "Bearer api-token-1", "Bearer api-token-2");
        assertThat(chain.authorization.seen("/dmp"))
                .as("one that failed, one that did not")
                .hasSize(before + 2);
    }

    @Test
    void saysThatTheServerFailsOnceTheTokenHasEnded() throws Exception {
        // Given
        chain.authorization.on("/dmp", Response.of(503));

        // When
        chain.clock.advance(Duration.ofSeconds(60));
        Response response = lps.get("/send/dmp/x");

        // Then
        assertThat(response.status()).isEqualTo(503);
        assertThat(chain.teleservices.seen()).isEmpty();
    }

    @Test
    void renewsOnceForAllTheCallsThatComeAtOnce() throws Exception {
        // Given
        chain.clock.advance(Duration.ofSeconds(90));
        String cookie = lps.cookie().orElseThrow();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Response>> calls = new ArrayList<>();

        // When
        for (int call = 0; call < 24; call++) {
            calls.add(threads.submit(() -> chain.lps().holding(cookie).get("/send/dmp/x")));
        }
        threads.shutdown();

        // Then
        for (Future<Response> call : calls) {
            assertThat(call.get().status()).isEqualTo(200);
        }
        assertThat(chain.authorization.seen("/dmp")).hasSize(2);
        assertThat(chain.teleservices.seen("/dmp/x"))
                .hasSize(24)
                .allSatisfy(seen -> assertThat(seen.header("Authorization")).contains("Bearer api-token-2"));
    }

    private String bearerAt(String path) {
        return chain.teleservices.only(path).header("Authorization").orElseThrow();
    }
}
