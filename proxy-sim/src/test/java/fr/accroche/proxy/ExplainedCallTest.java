package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Settings.Enforcement;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Where calls are only to be explained, a proxy goes on with whom a rule speaks against, and with nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainedCallTest {

    private static final String SECRET = "le-secret-du-lps-alpha";

    private final Chain chain = Chain.with(settings ->
            settings.withLps(Map.of(Chain.ALPHA, new LpsProof.Secret(SECRET))).with(Enforcement.EXPLAIN));

    @BeforeEach
    void forget() {
        chain.forget();
    }

    @AfterAll
    void close() {
        chain.close();
    }

    private static void assertWithheld(Hop hop, String answer, String rule) {
        assertThat(hop.value(Fact.REFUSAL_WITHHELD)).contains(answer);
        assertThat(hop.answer()).isEmpty();
        assertThat(hop.breaches())
                .singleElement()
                .satisfies(breach -> assertThat(breach.rule()).isEqualTo(RuleId.of(rule)));
    }

    @Test
    void anLpsThatDoesNotProveItselfHasItsWholeSession() throws IOException {
        Lps lps = chain.lps().proving(Chain.ALPHA, "un-autre-secret");

        assertThat(lps.connect(Chain.ALPHA).status()).isEqualTo(200);
        assertWithheld(chain.lastHop(), "401 LPS authentication failed.", "IDN-08");
        assertThat(lps.post("/send/dmp/patients", "<a/>").status()).isEqualTo(200);
        assertWithheld(chain.lastHop(), "401 No session found.", "IDN-08");
        assertThat(chain.lastHop().value(Fact.PSC_SESSION)).isPresent();
        assertThat(lps.disconnect().status()).isEqualTo(200);
    }

    @Test
    void theRightSecretIsWithheldNothing() throws IOException {
        Lps lps = chain.lps().proving(Chain.ALPHA, SECRET);

        assertThat(lps.connect(Chain.ALPHA).status()).isEqualTo(200);
        assertThat(chain.lastHop().fact(Fact.REFUSAL_WITHHELD)).isEmpty();
    }

    @Test
    void whatTheContractRefusesIsRefused() throws IOException {
        Lps lps = chain.lps();

        List<Response> refused = List.of(
                lps.call("POST", "/connect", Headers.of("Content-Type", "application/json"), "{"),
                lps.connect("nobody"),
                lps.post("/send/dmp/patients", "<a/>"));

        assertThat(refused).extracting(Response::status).containsExactly(400, 404, 401);
        assertThat(chain.hops)
                .allSatisfy(hop -> assertThat(hop.fact(Fact.REFUSAL_WITHHELD)).isEmpty());
    }

    @Test
    void aProxyThatBuildsGoesOnForTheProfessionalOfTheSession() throws Exception {
        try (MetierBench bench = new MetierBench(settings -> settings.with(Enforcement.EXPLAIN))) {
            bench.connect();

            Response response = bench.ask(
                    MetierBench.EXISTENCE,
                    MetierBench.ON_PATIENT.replace("{\"displayName", "{\"nationalId\":\"899900000029\",\"displayName"));

            assertThat(response.status()).isEqualTo(200);
            assertWithheld(bench.chain.lastHop(), "403 Forbidden", "LPS-05");
            assertThat(new String(bench.chain.teleservices.seen().get(0).body(), StandardCharsets.UTF_8))
                    .doesNotContain("899900000029");
        }
    }
}
