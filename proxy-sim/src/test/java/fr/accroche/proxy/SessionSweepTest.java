package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.wire.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A session that runs out by itself is ended as if it had been disconnected, with no call that comes for it. */
@Timeout(30)
class SessionSweepTest {

    private final Chain chain = new Chain();
    private final CountDownLatch never = new CountDownLatch(1);
    private Lps lps;

    @BeforeEach
    void connect() throws Exception {
        chain.authorization.on("/dmp/revoke", Response.of(200)).on("/insi/revoke", Response.of(200));
        chain.open(usual -> ProxySettings.of(
                        usual.discovery(), usual.trusted(), usual.clients(), List.of(revoking("dmp"), revoking("insi")))
                .withUpstreamAnswer(Duration.ofSeconds(1)));
        lps = chain.lps();
        lps.connect(Chain.ALPHA);
    }

    private Route revoking(String name) {
        return chain.route(name).revokingAt(chain.authorization.uri("/" + name + "/revoke"));
    }

    @AfterEach
    void close() {
        never.countDown();
        chain.close();
    }

    @Test
    void revokesAndLogsOutWhenTheTimeIsOver() throws Exception {
        // When
        chain.clock.advance(Duration.ofMinutes(30));
        Hop over = awaited(1).get(0);

        // Then
        assertThat(chain.authorization.only("/dmp/revoke").form("client_id")).contains(Chain.ALPHA);
        assertThat(chain.authorization.only("/dmp/revoke").presented(Certificates.ALPHA))
                .isTrue();
        assertThat(chain.authorization.seen("/insi/revoke")).hasSize(1);
        assertThat(chain.psc.only(FakePsc.LOGOUT).form("id_token_hint")).contains(FakePsc.idToken("person-of-psc"));
        assertThat(over.status()).isEqualTo(200);
        assertThat(over.value(Fact.CLIENT_ID)).contains(Chain.ALPHA);
        assertThat(over.value(Fact.PSC_SESSION)).contains("psc-session-1");
        assertThat(over.fact(Fact.PROXY_SESSION)).isPresent();
        assertThat(over.fact(Fact.LEFT_UNDONE)).isEmpty();
        assertThat(lps.get("/send/dmp/x").status()).isEqualTo(401);
        assertThat(lps.get("/traces?start=2020-01-01T00:00:00Z&end=2030-01-01T00:00:00Z")
                        .text())
                .doesNotContain("DISCONNECT");
    }

    @Test
    void endsEachSessionOnceAndNoLivingOne() throws Exception {
        // Given
        chain.clock.advance(Duration.ofMinutes(20));
        Lps other = chain.lps();
        other.connect(Chain.BETA);

        // When
        chain.clock.advance(Duration.ofMinutes(20));
        assertThat(lps.get("/send/dmp/x").status()).isEqualTo(401);
        awaited(1);
        assertThat(other.disconnect().status()).isEqualTo(200);
        chain.clock.advance(Duration.ofHours(5));
        chain.lps().connect(Chain.BETA);
        chain.clock.advance(Duration.ofHours(5));

        // Then
        assertThat(awaited(2))
                .extracting(hop -> hop.value(Fact.PSC_SESSION).orElseThrow())
                .containsExactly("psc-session-1", "psc-session-3");
        assertThat(chain.psc.seen(FakePsc.LOGOUT)).hasSize(3);
    }

    @Test
    void waitsOnceForServersThatDoNotAnswerAndKeepsNoCallWaiting() throws Exception {
        // Given
        for (int more = 0; more < 9; more++) {
            chain.lps().connect(Chain.BETA);
        }
        for (String path : List.of("/dmp/revoke", "/insi/revoke")) {
            chain.authorization.on(path, request -> {
                never.await(20, TimeUnit.SECONDS);
                return Response.of(200);
            });
        }

        // When
        chain.clock.advance(Duration.ofMinutes(31));
        assertThat(chain.lps().connect(Chain.ALPHA).status()).isEqualTo(200);
        List<Hop> over = awaited(10);

        // Then
        assertThat(chain.authorization.seen("/dmp/revoke")).hasSize(1);
        assertThat(chain.authorization.seen("/insi/revoke")).hasSize(1);
        assertThat(over)
                .allSatisfy(
                        hop -> assertThat(hop.value(Fact.LEFT_UNDONE))
                                .contains(
                                        "revocation at dmp: http_response_timeout | revocation at insi: http_response_timeout"));
        assertThat(chain.psc.seen(FakePsc.LOGOUT)).hasSize(10);
    }

    @Test
    void goesOnAfterWhatCouldNotBeRecorded() throws Exception {
        // Given
        chain.lps().connect(Chain.BETA);
        chain.unrecorded.set(2);
        chain.clock.advance(Duration.ofMinutes(31));
        while (chain.unrecorded.get() > 0) {
            chain.lps().get("/check/alive");
        }
        chain.lps().connect(Chain.BETA);

        // When
        chain.clock.advance(Duration.ofMinutes(31));

        // Then
        assertThat(awaited(1).get(0).value(Fact.PSC_SESSION)).contains("psc-session-3");
        assertThat(chain.psc.seen(FakePsc.LOGOUT)).hasSize(3);
    }

    @Test
    void leavesNoThreadAndRevokesNothingWhenTheProxyIsClosed() throws Exception {
        // When
        chain.close();

        // Then
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains("-sweep") || name.contains("-ending"));
        assertThat(chain.authorization.seen("/dmp/revoke")).isEmpty();
        assertThat(chain.psc.seen(FakePsc.LOGOUT)).isEmpty();
    }

    @Test
    void leavesASweepUnderWayWithoutADefectWhenTheProxyIsClosed() throws Exception {
        // Given
        for (int more = 0; more < 9; more++) {
            chain.lps().connect(Chain.BETA);
        }
        chain.authorization.on("/dmp/revoke", request -> {
            never.await(20, TimeUnit.SECONDS);
            return Response.of(200);
        });
        chain.clock.advance(Duration.ofMinutes(31));
        while (chain.authorization.seen("/dmp/revoke").isEmpty()) {
            chain.lps().get("/check/alive");
        }

        // When
        chain.closeProxy();

        // Then
        assertThat(over()).isNotEmpty().allSatisfy(hop -> {
            assertThat(hop.status()).isEqualTo(200);
            assertThat(hop.value(Fact.LEFT_UNDONE)).get().asString().contains("revocation at dmp");
        });
        assertThat(chain.authorization.seen("/dmp/revoke")).hasSize(1);
    }

    private List<Hop> awaited(int count) throws IOException {
        while (over().size() < count) {
            chain.lps().get("/check/alive");
        }
        return over();
    }

    private List<Hop> over() {
        return List.copyOf(chain.sessionsOver);
    }
}
