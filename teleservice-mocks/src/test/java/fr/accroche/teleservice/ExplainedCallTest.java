package fr.accroche.teleservice;

import static fr.accroche.teleservice.Hops.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.Thumbprint;
import fr.accroche.compliance.declaration.Settings;
import fr.accroche.compliance.declaration.Settings.Enforcement;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.messages.BusinessResponse;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where calls are only to be explained, a téléservice answers what it can read, and says what it would have refused it with. */
class ExplainedCallTest {

    private static final Instant NOW = RunningTeleservice.NOW;
    private static final Settings EXPLAINING = Settings.DEFAULT.with(Enforcement.EXPLAIN);

    private static RunningTeleservice dmp;

    @BeforeAll
    static void start() {
        dmp = RunningTeleservice.of(Teleservice.DMP, EXPLAINING);
    }

    @AfterAll
    static void stop() {
        dmp.close();
    }

    private static Hop assertWithheld(RunningTeleservice service, Response response, String answer, String... rules)
            throws InterruptedException {
        Hop hop = service.hop();
        assertThat(response.status()).isEqualTo(200);
        assertThat(hop.status()).isEqualTo(200);
        assertThat(hop.answer()).isEmpty();
        assertThat(hop.value(Fact.REFUSAL_WITHHELD)).contains(answer);
        assertThat(Hops.rules(hop)).containsExactly(rules);
        assertThat(response.headers().first("X-Accroche-Diagnosis")).contains(String.join(",", rules));
        return hop;
    }

    @Test
    void aSoundCallIsServedAsEver() throws Exception {
        dmp.post(Samples.soundDmp(NOW));

        Hop hop = dmp.hop();
        Hops.assertServed(hop);
        assertThat(hop.fact(Fact.REFUSAL_WITHHELD)).isEmpty();
    }

    @Test
    void aVihfThatWasChangedIsAnsweredAllTheSame() throws Exception {
        byte[] changed = new String(Samples.soundDmp(NOW), StandardCharsets.UTF_8)
                .replace("DOC CAMILLE", "DOC CAMILLA")
                .getBytes(StandardCharsets.UTF_8);

        Response response = dmp.post(changed);

        assertThat(BusinessResponse.parse(response.body()).outcome()).contains("OK");
        assertWithheld(dmp, response, "500 soap:SIM_SignatureInvalide", "LPS-04");
    }

    @Test
    void aCallWithoutACertificateIsAnsweredAllTheSame() throws Exception {
        Response response = dmp.post(
                Optional.empty(), Headers.of("Authorization", "Bearer " + dmp.soundToken()), Samples.soundDmp(NOW));

        assertWithheld(dmp, response, "401 invalid_token", "MTL-01");
    }

    @Test
    void aDeadTokenStillSaysWhoseItWas() throws Exception {
        String dead = Tokens.jwt(Tokens.claims("dmp", TestCertificates.CLIENT, Thumbprint.RFC8705)
                .with("exp", NOW.minusSeconds(60).getEpochSecond()));

        Response response = dmp.post(
                Optional.of(TestCertificates.CLIENT),
                Headers.of("Authorization", "Bearer " + dead),
                Samples.soundDmp(NOW));

        Hop hop = assertWithheld(dmp, response, "401 invalid_token", "TOK-04");
        assertThat(hop.value(Fact.BEARER_STATE)).contains("expired");
        assertThat(hop.value(Fact.BEARER_CLIENT)).contains(TestCertificates.CLIENT_ID);
        assertThat(hop.value(Fact.TOKEN_PERSON)).contains(Tokens.PERSON);
    }

    @Test
    void aCallWithoutTokenIsAnsweredAllTheSame() throws Exception {
        Response response = dmp.post(Optional.of(TestCertificates.CLIENT), Headers.of(), Samples.soundDmp(NOW));

        assertWithheld(dmp, response, "401 no_token", "TOK-04");
    }

    @Test
    void whatTheDmpCannotAnswerWithoutItsVihfIsRefused() throws Exception {
        dmp.post(Samples.dmp(NOW, Optional.empty(), Samples.PATIENT));

        assertNotWithheld(dmp.hop(), 500, "soap:SIM_AssertionAbsente", "LPS-01");
    }

    @Test
    void whatCannotBeReadIsRefused() throws Exception {
        dmp.post("no XML".getBytes(StandardCharsets.UTF_8));

        Hop hop = dmp.hop();
        assertThat(hop.succeeded()).isFalse();
        assertThat(hop.fact(Fact.REFUSAL_WITHHELD)).isEmpty();
    }

    @Test
    void insiAnswersWithoutTheAssertionThatItDoesNotNeedForThat() throws Exception {
        try (RunningTeleservice insi = RunningTeleservice.of(Teleservice.INSI, EXPLAINING)) {
            byte[] without = new String(Samples.soundInsi(NOW), StandardCharsets.UTF_8)
                    .replaceFirst("(?s)<(\\w+:)?Assertion[ >].*</(\\w+:)?Assertion>", "")
                    .getBytes(StandardCharsets.UTF_8);

            Response response = insi.post(without);

            assertWithheld(insi, response, "500 soap:siram_100/SIM_AssertionAbsente", "LPS-01");
        }
    }

    private static void assertNotWithheld(Hop hop, int status, String terse, String... rules) {
        assertRefused(hop, status, terse, rules);
        assertThat(hop.fact(Fact.REFUSAL_WITHHELD)).isEmpty();
    }
}
