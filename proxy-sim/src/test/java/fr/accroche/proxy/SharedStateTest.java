package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.redis.Eventually;
import fr.accroche.redis.RedisServer;
import fr.accroche.wire.Response;
import fr.accroche.wire.state.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two copies of the proxy and one Redis: whichever answers, it is the same. */
@Timeout(30)
class SharedStateTest {

    private static final String TRACES = "/traces?start=2026-11-22T00:00:00Z&end=2026-11-23T00:00:00Z";

    @RegisterExtension
    static final RedisServer redis = new RedisServer();

    private TwoCopies copies;
    private Chain chain;
    private Lps lps;

    @BeforeEach
    void connectedHere() throws Exception {
        copies = new TwoCopies(redis);
        chain = copies.chain;
        chain.authorization.on("/dmp", FakeRealm.rotating());
        lps = chain.lps(copies.here);
        assertThat(lps.connect(Chain.ALPHA).status()).isEqualTo(200);
    }

    @AfterEach
    void close() {
        copies.close();
    }

    @Test
    void whoConnectedAtOneIsServedAndDisconnectedAtTheOther() throws Exception {
        // Given
        Lps moved = copies.movedThere(lps);

        // When
        assertThat(moved.get("/send/dmp/x").status()).isEqualTo(200);
        assertThat(moved.connect(Chain.ALPHA).status()).isEqualTo(304);
        assertThat(moved.disconnect().status()).isEqualTo(200);

        // Then
        assertThat(chain.teleservices.only("/dmp/x").presented(Certificates.ALPHA))
                .isTrue();
        assertThat(chain.teleservices.only("/dmp/x").header("Authorization")).contains("Bearer api-token-1");
        assertThat(chain.authorization.only("/dmp/revoke").form("token")).contains("refresh-token-1");
        assertThat(chain.psc.only(FakePsc.LOGOUT).form("id_token_hint")).contains(FakePsc.idToken("person-of-psc"));
        assertThat(lps.get("/send/dmp/x").status()).isEqualTo(401);
        assertThat(lps.get(TRACES).text())
                .containsSubsequence("CONNECT_SUCCESS", "SEND", "CONNECT_REPLAY", "DISCONNECT")
                .isEqualTo(chain.lps(copies.there).get(TRACES).text());
    }

    @Test
    void aTokenThatIsDueIsRenewedOnceWhileBothAreCalled() throws Exception {
        // Given
        Lps beta = chain.lps(copies.here);
        FakeRealm realm = FakeRealm.rotating();
        chain.authorization.on("/dmp", realm);
        beta.connect(Chain.BETA);
        CountDownLatch both = new CountDownLatch(2);
        chain.authorization.on("/dmp", request -> {
            both.countDown();
            both.await(300, TimeUnit.MILLISECONDS); // for one that must not come
            return realm.handle(request);
        });
        chain.clock.advance(Duration.ofSeconds(90));
        String cookie = beta.cookie().orElseThrow();
        int before = chain.authorization.seen("/dmp").size();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Response>> calls = new ArrayList<>();

        // When
        for (int call = 0; call < 24; call++) {
            ProxySim copy = call % 2 == 0 ? copies.here : copies.there;
            calls.add(threads.submit(() -> chain.lps(copy).holding(cookie).get("/send/dmp/x")));
        }
        threads.shutdown();

        // Then
        for (Future<Response> call : calls) {
            assertThat(call.get().status()).isEqualTo(200);
        }
        assertThat(chain.authorization.seen("/dmp")).hasSize(before + 1);
        assertThat(chain.teleservices.seen("/dmp/x"))
                .hasSize(24)
                .allSatisfy(seen -> assertThat(seen.header("Authorization")).contains("Bearer api-token-2"));
    }

    @Test
    void aRefusalToRenewIsKnownToBoth() throws Exception {
        // Given
        chain.authorization.on("/dmp", Answers.oauth(400, "invalid_grant", "Token is not active"));
        chain.clock.advance(Duration.ofSeconds(40));

        // When
        Response first = lps.get("/send/dmp/x");
        Response second = copies.movedThere(lps).get("/send/dmp/x");

        // Then
        assertThat(first.status()).isEqualTo(401);
        assertThat(second.status()).isEqualTo(401);
        assertThat(second.text())
                .isEqualTo(first.text())
                .contains("400 - invalid_grant : Token is not active", "person-of-psc");
        assertThat(second.headers().first("Proxy-Status"))
                .isEqualTo(first.headers().first("Proxy-Status"));
        assertThat(chain.authorization.seen("/dmp")).hasSize(2);
    }

    @Test
    void aDisconnectionWaitsForTheRenewalUnderWayAtTheOther() throws Exception {
        // Given
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        chain.authorization.on("/dmp", request -> {
            asked.countDown();
            assertThat(over.await(5, TimeUnit.SECONDS)).isTrue();
            return Answers.json(200, FakeRealm.tokens("late"));
        });
        chain.clock.advance(Duration.ofSeconds(40));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<Response> sent = threads.submit(() -> lps.get("/send/dmp/x"));
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

        // When
        Lps moved = copies.movedThere(lps);
        Future<Response> disconnected = threads.submit(moved::disconnect);
        Lps looking = chain.lps(copies.here);
        Eventually.holds(() -> assertThat(text(looking, "/__accroche/state")).contains("\"sessions\":0"));
        over.countDown();
        threads.shutdown();

        // Then
        assertThat(disconnected.get().status()).isEqualTo(200);
        assertThat(sent.get().status()).isEqualTo(200);
        assertThat(chain.authorization.only("/dmp/revoke").form("token")).contains("refresh-late");
    }

    @Test
    void aRenewalWhoseCopyWasKilledIsBegunAnewAfterAWhile() throws Exception {
        // Given
        String id = lps.cookie().orElseThrow().split("=")[1];
        copies.state()
                .store("proxy.renewals", Shape.of(Renewal.class), 10)
                .put(id + "/dmp", Renewal.begun("killed"), chain.clock.instant().plusSeconds(100));
        chain.clock.advance(Duration.ofSeconds(40));

        // When
        assertThat(lps.get("/send/dmp/meanwhile").status()).isEqualTo(200);
        chain.clock.advance(Duration.ofSeconds(60));
        assertThat(lps.get("/send/dmp/later").status()).isEqualTo(200);

        // Then
        assertThat(chain.teleservices.only("/dmp/meanwhile").header("Authorization"))
                .contains("Bearer api-token-1");
        assertThat(chain.teleservices.only("/dmp/later").header("Authorization"))
                .contains("Bearer api-token-2");
    }

    @Test
    void aSessionThatRunsOutIsEndedOnce() throws Exception {
        // When
        chain.clock.advance(Duration.ofMinutes(31));
        copies.here.endSessionsThatRanOut();
        copies.there.endSessionsThatRanOut();

        // Then
        assertThat(chain.psc.seen(FakePsc.LOGOUT)).hasSize(1);
        assertThat(chain.authorization.seen("/insi/revoke")).hasSize(1);
        assertThat(chain.sessionsOver).hasSize(1);
        assertThat(chain.sessionsOver.get(0).value(Fact.CLIENT_ID)).contains(Chain.ALPHA);
    }

    @Test
    void withoutWhatTheyShareTheyAnswer503AndGoOnWithTheSameSessionOnceItIsBack() throws Exception {
        // When
        redis.stop();
        try {
            assertUnavailable(lps.get("/send/dmp/x"));
            assertUnavailable(lps.connect(Chain.ALPHA));
            assertUnavailable(lps.disconnect());
            assertUnavailable(chain.lps(copies.there).connect(Chain.BETA));
        } finally {
            redis.start();
        }
        Eventually.holds(copies.state()::require);

        // Then
        assertThat(chain.teleservices.seen()).isEmpty();
        assertThat(chain.psc.seen(FakePsc.CIBA)).hasSize(1);
        assertThat(lps.get("/send/dmp/x").status()).isEqualTo(200);
        chain.clock.advance(Duration.ofMinutes(31));
        Eventually.holds(() -> assertThat(chain.sessionsOver).hasSize(1));
    }

    @Test
    void whatARenewalBroughtWhileTheyShareNothingIsKeptOnceTheyDo() throws Exception {
        // Given
        FakeRealm realm = FakeRealm.rotating();
        chain.authorization.on("/dmp", realm);
        lps = chain.lps(copies.here);
        lps.connect(Chain.BETA);
        chain.authorization.on("/dmp", request -> {
            chain.authorization.on("/dmp", realm);
            redis.stop();
            return realm.handle(request);
        });
        chain.clock.advance(Duration.ofSeconds(61));
        int before = chain.authorization.seen("/dmp").size();

        // When
        try {
            assertUnavailable(lps.get("/send/dmp/x"));
        } finally {
            redis.start();
        }

        // Then
        Lps moved = copies.movedThere(lps);
        Eventually.holds(() -> assertThat(text(moved, "/send/dmp/y")).isEqualTo("done"));
        assertThat(chain.teleservices.only("/dmp/y").header("Authorization")).contains("Bearer api-token-2");
        assertThat(chain.authorization.seen("/dmp")).hasSize(before + 1);
    }

    private static String text(Lps lps, String path) {
        try {
            return lps.get(path).text();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertUnavailable(Response response) {
        assertThat(response.status()).isEqualTo(503);
        assertThat(response.headers().first("Retry-After")).isPresent();
        assertThat(response.text()).contains(redis.address());
        assertThat(chain.lastHop().status()).isEqualTo(503);
        assertThat(chain.lastHop().answer()).contains("state_unavailable");
    }
}
