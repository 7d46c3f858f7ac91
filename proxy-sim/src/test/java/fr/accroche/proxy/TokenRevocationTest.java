package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.wire.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of API tokens when a session is disconnected. */
class TokenRevocationTest {

    private final Chain chain = new Chain();
    private Lps lps;

    @BeforeEach
    void connect() throws Exception {
        chain.authorization
                .on("/dmp", FakeRealm.rotating())
                .on("/dmp/revoke", Response.of(200))
                .on("/insi/revoke", Response.of(200));
        chain.open(usual -> ProxySettings.of(
                        usual.discovery(), usual.trusted(), usual.clients(), List.of(revoking("dmp"), revoking("insi")))
                .withUpstreamAnswer(Duration.ofSeconds(2)));
        lps = chain.lps();
        lps.connect(Chain.ALPHA);
    }

    private Route revoking(String name) {
        return chain.route(name).revokingAt(chain.authorization.uri("/" + name + "/revoke"));
    }

    @AfterEach
    void close() {
        chain.close();
    }

    @Test
    void revokesWhatRenewsATokenElseTheTokenItself() throws Exception {
        // When
        Response response = lps.disconnect();

        // Then
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().first("Proxy-Status")).isEmpty();
        Seen dmp = chain.authorization.only("/dmp/revoke");
        assertThat(dmp.text()).isEqualTo("client_id=alpha-edc-bas&token=refresh-token-1&token_type_hint=refresh_token");
        assertThat(dmp.presented(Certificates.ALPHA)).isTrue();
        Seen insi = chain.authorization.only("/insi/revoke");
        assertThat(insi.form("token")).contains("api-token/insi-for-alpha-edc-bas-from-psc-token-1-of-alpha-edc-bas");
        assertThat(insi.form("token_type_hint")).contains("access_token");
        assertThat(chain.psc.seen(FakePsc.LOGOUT)).hasSize(1);
        assertThat(chain.lastHop().fact(Fact.LEFT_UNDONE)).isEmpty();
    }

    @Test
    void revokesTheTokenThatARenewalBrought() throws Exception {
        // Given
        chain.clock.advance(Duration.ofSeconds(40));
        lps.get("/send/dmp/x");

        // When
        lps.disconnect();

        // Then
        assertThat(chain.authorization.only("/dmp/revoke").form("token")).contains("refresh-token-2");
    }

    @Test
    void waitsForARenewalThatIsUnderWay() throws Exception {
        // Given
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        chain.authorization.on("/dmp", request -> {
            asked.countDown();
            assertThat(ended.await(1, TimeUnit.SECONDS)).isTrue();
            return Answers.json(200, FakeRealm.tokens("late"));
        });
        chain.clock.advance(Duration.ofSeconds(40));
        Lps other = chain.lps().holding(lps.cookie().orElseThrow());
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<Response> sent = threads.submit(() -> other.get("/send/dmp/x"));
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

        // When
        Future<Response> disconnected = threads.submit(() -> lps.disconnect());
        ended.countDown();
        threads.shutdown();

        // Then
        assertThat(disconnected.get().status()).isEqualTo(200);
        assertThat(sent.get().status()).isEqualTo(200);
        assertThat(chain.authorization.only("/dmp/revoke").form("token")).contains("refresh-late");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 500, 503})
    void disconnectsWhateverARealmAnswersAndSaysSo(int status) throws Exception {
        // Given
        chain.authorization.on("/dmp/revoke", Answers.oauth(status, "sorry", "not now"));

        // When
        Response response = lps.disconnect();

        // Then
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().first("Proxy-Status").orElseThrow())
                .contains("the revocation of the tokens of dmp", String.valueOf(status));
        assertThat(chain.lastHop().value(Fact.LEFT_UNDONE).orElseThrow()).startsWith("revocation at dmp: ");
        assertThat(chain.lastHop().status()).isEqualTo(200);
        assertThat(chain.authorization.seen("/insi/revoke")).hasSize(1);
        assertThat(chain.psc.seen(FakePsc.LOGOUT)).hasSize(1);
    }

    @Test
    void asksEveryServerAtOnce() throws Exception {
        // Given
        CyclicBarrier both = new CyclicBarrier(2);
        for (String path : List.of("/dmp/revoke", "/insi/revoke")) {
            chain.authorization.on(path, request -> {
                both.await(1, TimeUnit.SECONDS);
                return Response.of(200);
            });
        }

        // When
        lps.disconnect();

        // Then
        assertThat(chain.lastHop().fact(Fact.LEFT_UNDONE)).isEmpty();
    }

    @Test
    void disconnectsWhenNoServerAnswers() throws Exception {
        // Given
        CountDownLatch never = new CountDownLatch(1);
        for (String path : List.of("/dmp/revoke", "/insi/revoke")) {
            chain.authorization.on(path, request -> {
                never.await(10, TimeUnit.SECONDS);
                return Response.of(200);
            });
        }

        // When
        Response response = lps.disconnect();
        never.countDown();

        // Then
        assertThat(response.status()).isEqualTo(200);
        assertThat(chain.lastHop().value(Fact.LEFT_UNDONE))
                .contains("revocation at dmp: http_response_timeout | revocation at insi: http_response_timeout");
        assertThat(chain.psc.seen(FakePsc.LOGOUT)).hasSize(1);
    }

    @Test
    void revokesNothingThatHasEnded() throws Exception {
        // Given
        chain.authorization.on(
                "/insi", Answers.json(200, FakeRealm.tokens("short").with("refresh_token", "")));
        Lps other = chain.lps();
        other.connect(Chain.BETA);
        chain.clock.advance(Duration.ofSeconds(61));

        // When
        other.disconnect();

        // Then
        assertThat(chain.authorization.seen("/insi/revoke")).isEmpty();
    }
}
