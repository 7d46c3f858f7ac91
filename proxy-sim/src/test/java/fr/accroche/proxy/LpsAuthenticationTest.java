package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a shared proxy whose LPS prove themselves by secrets, one cannot act as another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LpsAuthenticationTest {

    private static final String ALPHAS = "le-secret-du-lps-alpha";
    private static final String BETAS = "le-secret-du:lps-beta";

    private final Chain chain = Chain.with(LpsAuthenticationTest::asking);
    private Lps alpha;
    private Lps beta;

    private static ProxySettings asking(ProxySettings settings) {
        return settings.withLps(
                Map.of(Chain.ALPHA, new LpsProof.Secret(ALPHAS), Chain.BETA, new LpsProof.Secret(BETAS)));
    }

    @BeforeEach
    void open() {
        chain.forget();
        alpha = chain.lps().proving(Chain.ALPHA, ALPHAS);
        beta = chain.lps().proving(Chain.BETA, BETAS);
    }

    @AfterAll
    void close() {
        chain.close();
    }

    @Test
    void eachLpsHasItsWholeSession() throws IOException {
        for (Lps lps : new Lps[] {alpha, beta}) {
            String clientId = lps == alpha ? Chain.ALPHA : Chain.BETA;
            assertThat(lps.connect(clientId).status()).isEqualTo(200);
            assertThat(lps.connect(clientId).status()).isEqualTo(304);
            assertThat(lps.post("/send/dmp/patients", "<a/>").status()).isEqualTo(200);
            assertThat(chain.lastHop().value(Fact.PROXY_CALLER)).contains(clientId);
            assertThat(lps.disconnect().status()).isEqualTo(200);
        }
        assertThat(chain.hops).allSatisfy(hop -> assertThat(hop.breaches()).isEmpty());
    }

    @Test
    void theSecretGoesNoFurtherThanTheProxy() throws IOException {
        alpha.connect(Chain.ALPHA);
        alpha.post("/send/dmp/patients", "<a/>");

        assertThat(chain.teleservices.seen().get(0).headers().all("Authorization"))
                .singleElement()
                .asString()
                .startsWith("Bearer ");
        assertThat(chain.hops.toString()).doesNotContain(ALPHAS);
        assertThat(asking(chain.settings()).toString()).doesNotContain(ALPHAS);
    }

    @ParameterizedTest
    @CsvSource({
        "alpha-edc-bas, le-secret-du-lps-alpha, alpha-edc-bas",
        "beta-edc-bas,  le-secret-du-lps-alph,  unproved",
        "beta-edc-bas,  le-secret-du-lps-alpha, unproved",
        "beta-edc-bas,  '',                     unproved",
        "alpha-edc-bas, le-secret-du:lps-beta,  unproved",
        "nobody,        le-secret-du:lps-beta,  unproved"
    })
    void noOtherConnectsAsBeta(String user, String password, String came) throws IOException {
        Response refused = chain.lps().proving(user, password).connect(Chain.BETA);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(Json.parseObject(refused.body()))
                .isEqualTo(JsonObject.EMPTY
                        .with("code", "401")
                        .with("message", "LPS authentication failed.")
                        .with(
                                "metadata",
                                Lps.asking(Chain.BETA).without("bindingMessage").without("channel")));
        assertThat(refused.headers().first("WWW-Authenticate"))
                .contains("Basic realm=\"proxy-esante\", charset=\"UTF-8\"");
        assertThat(refused.headers().first("X-Accroche-Diagnosis")).contains("IDN-08");
        assertRefused(came);
        assertThat(chain.psc.seen()).as("calls of PSC").isEmpty();
    }

    @Test
    void noneConnectsWithoutAProof() throws IOException {
        assertThat(chain.lps().connect(Chain.BETA).status()).isEqualTo(401);
        assertRefused("none");

        Lps twice = chain.lps().proving(Chain.BETA, BETAS);
        Response ambiguous = twice.call(
                "POST",
                "/connect",
                Headers.of("Content-Type", "application/json", "Authorization", "Basic bm9ib2R5OnBhc3N3b3Jk"),
                Lps.asking(Chain.BETA).compact());
        assertThat(ambiguous.status()).as("two proofs").isEqualTo(401);
    }

    @Test
    void noOtherSendsInBetasSessionOrEndsIt() throws IOException {
        beta.connect(Chain.BETA);
        alpha.holding(beta.cookie().orElseThrow());

        assertThat(message(alpha.post("/send/dmp/patients", "<a/>"))).isEqualTo("No session found.");
        assertRefused(Chain.ALPHA);
        assertThat(chain.lastHop().value(Fact.PROXY_SESSION))
                .as("no part of it")
                .isEmpty();
        alpha.holding(beta.cookie().orElseThrow());
        assertThat(message(alpha.disconnect())).isEqualTo("Session ID not found.");
        assertRefused(Chain.ALPHA);
        alpha.holding(beta.cookie().orElseThrow());
        assertThat(message(alpha.connect(Chain.ALPHA))).isEqualTo("LPS authentication failed.");
        assertRefused(Chain.ALPHA);

        assertThat(chain.teleservices.seen()).isEmpty();
        assertThat(beta.post("/send/dmp/patients", "<a/>").status())
                .as("it goes on")
                .isEqualTo(200);
    }

    @Test
    void aRefusalDoesNotTellThatTheSessionIsThere() throws IOException {
        beta.connect(Chain.BETA);

        Response live = alpha.holding(beta.cookie().orElseThrow()).post("/send/dmp/patients", "<a/>");
        Response bogus = alpha.holding("proxy_session_id=bogus").post("/send/dmp/patients", "<a/>");

        assertThat(live.body()).isEqualTo(bogus.body());
        assertThat(live.headers().all("WWW-Authenticate"))
                .isEqualTo(bogus.headers().all("WWW-Authenticate"));
        assertThat(live.headers().all("Set-Cookie")).isEqualTo(bogus.headers().all("Set-Cookie"));
    }

    @Test
    void whoIsRefusedDoesNotKeepASessionAlive() throws IOException {
        beta.connect(Chain.BETA);
        chain.clock.advance(Duration.ofHours(3));
        alpha.holding(beta.cookie().orElseThrow()).post("/send/dmp/patients", "<a/>");
        chain.clock.advance(Duration.ofHours(2));

        assertThat(beta.post("/send/dmp/patients", "<a/>").status()).isEqualTo(401);
    }

    @Test
    void aRealisticProxyDoesNotTellWhomItServes() throws IOException {
        try (Chain realistic = Chain.with(settings -> asking(settings).asRealistic())) {
            Response wrong = realistic.lps().proving(Chain.BETA, "a-wrong-one").connect(Chain.BETA);
            Response unknown = realistic.lps().proving("nobody", "a-wrong-one").connect("nobody");

            assertThat(wrong.status()).isEqualTo(unknown.status()).isEqualTo(401);
            assertThat(message(wrong)).isEqualTo(message(unknown));
            assertThat(wrong.headers().first("X-Accroche-Diagnosis")).isEmpty();
            assertThat(wrong.headers().all("WWW-Authenticate"))
                    .isEqualTo(unknown.headers().all("WWW-Authenticate"))
                    .hasSize(1);
        }
    }

    private static String message(Response response) {
        assertThat(response.status()).isEqualTo(401);
        return Json.parseObject(response.body()).text("message").orElseThrow();
    }

    private void assertRefused(String came) {
        Hop hop = chain.lastHop();
        assertThat(hop.status()).isEqualTo(401);
        assertThat(hop.value(Fact.PROXY_CALLER)).contains(came);
        Breach breach = hop.breaches().get(0);
        assertThat(breach.rule().value()).isEqualTo("IDN-08");
        assertThat(breach.expected().value()).isEqualTo(Chain.BETA);
        assertThat(breach.observed().value()).isEqualTo(came);
    }
}
