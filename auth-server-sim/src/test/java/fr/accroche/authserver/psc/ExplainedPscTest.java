package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.Browser;
import fr.accroche.authserver.CodeBench;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.Wrong;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.compliance.declaration.Settings.Enforcement;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where calls are only to be explained, PSC goes on with every client that it knows, and sends a browser to no other address. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainedPscTest {

    private final CodeBench code = new CodeBench(CodeBench.settings("").with(Enforcement.EXPLAIN));
    private final PscBench bench = code.bench;
    private final PscBench strict = PscBench.sound();

    @AfterAll
    void close() {
        code.close();
        strict.close();
    }

    private Response ask(HeldCertificate identity, Form form) throws IOException {
        return bench.browser.post(identity, bench.at("ext/ciba/auth"), form);
    }

    private Hop assertWithheld(Response response, Stage stage, String answer, String... rules) {
        Hop hop = bench.journal.last(stage);
        assertThat(response.status()).isEqualTo(hop.status());
        assertThat(hop.value(Fact.REFUSAL_WITHHELD)).contains(answer);
        assertThat(Wrong.rules(hop)).containsExactly(rules);
        return hop;
    }

    private void assertRefused(Response response, Stage stage, int status, String error, String... rules) {
        Wrong.assertRefused(response, bench.journal.last(stage), status, error, rules);
        assertThat(bench.journal.last(stage).fact(Fact.REFUSAL_WITHHELD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "binding_message,  'a message in words', 400 invalid_binding_message",
                "scope,            -,                    400 invalid_request",
                "scope,            other,                400 invalid_scope",
                "acr_values,       eidas9,               400 invalid_request",
                "channel,          PIGEON,               400 invalid_request",
                "requested_expiry, soon,                 400 invalid_request",
            })
    void goesThroughCibaWhateverIsWrongWithTheParameters(String name, String value, String answer) throws IOException {
        Form wrong = Wrong.with(PscBench.ciba(Identities.ALPHA_ID), name, value);
        assertThat(strict.browser
                        .post(Identities.ALPHA, strict.at("ext/ciba/auth"), wrong)
                        .status())
                .isEqualTo(400);

        Response response = ask(Identities.ALPHA, wrong);

        assertThat(assertWithheld(response, Stage.PSC_CIBA, answer, "TOK-05").status())
                .isEqualTo(200);
        bench.clock.advance(Duration.ofSeconds(1));
        JsonObject tokens = PscBench.json(bench.poll(
                Identities.ALPHA,
                Identities.ALPHA_ID,
                PscBench.json(response).text("auth_req_id").orElseThrow()));
        assertThat(tokens.text("id_token")).isPresent();
    }

    @Test
    void goesOnWithAWrongCertificateAndWithNone() throws IOException {
        for (Optional<HeldCertificate> shown :
                List.of(Optional.of(Identities.GAMMA), Optional.<HeldCertificate>empty())) {
            Response response = bench.browser.send(
                    shown, Browser.form(bench.at("ext/ciba/auth"), PscBench.ciba(Identities.ALPHA_ID)));

            assertWithheld(response, Stage.PSC_CIBA, "401 invalid_client", shown.isPresent() ? "IDN-01" : "MTL-01");
        }
    }

    @Test
    void anUnknownClientOrProfessionalGetsNoSession() throws IOException {
        assertRefused(
                ask(Identities.UNKNOWN, PscBench.ciba("unknown-edc-bas")),
                Stage.PSC_CIBA,
                401,
                "invalid_client",
                "IDN-03");
        Form nobody = Wrong.with(PscBench.ciba(Identities.ALPHA_ID), "login_hint", "000");
        assertRefused(ask(Identities.ALPHA, nobody), Stage.PSC_CIBA, 400, "unknown_user_id", "TOK-05");
    }

    @Test
    void aPollThatComesTooEarlyFindsHowItsRequestStands() throws IOException {
        try (PscBench hasty =
                new PscBench(PscBench.settings("firstPoll: strict").with(Enforcement.EXPLAIN))) {
            String id = hasty.ask(Identities.ALPHA, Identities.ALPHA_ID);

            Response early = hasty.poll(Identities.ALPHA, Identities.ALPHA_ID, id);

            Hop hop = hasty.journal.last(Stage.PSC_TOKEN);
            assertThat(hop.value(Fact.REFUSAL_WITHHELD)).contains("400 slow_down");
            assertThat(Wrong.rules(hop)).containsExactly("TOK-05");
            assertThat(PscBench.json(early).text("access_token")).isPresent();
        }
    }

    @Test
    void anotherClientsRequestGivesNothing() throws IOException {
        String theirs = bench.ask(Identities.GAMMA, Identities.GAMMA_ID);

        Response response = bench.poll(Identities.ALPHA, Identities.ALPHA_ID, theirs);

        assertRefused(response, Stage.PSC_TOKEN, 400, "invalid_grant", "IDN-04");
    }

    private Response open(Form request) throws IOException {
        return bench.browser.send(
                Optional.empty(), ClientRequest.get(URI.create(bench.at("auth") + "?" + request.encoded())));
    }

    @Test
    void aBrowserIsSentToNoAddressThatIsNotRegistered() throws IOException {
        Form request = CodeBench.request(Identities.ALPHA_ID);

        Response elsewhere = open(Wrong.with(request, "redirect_uri", "https://ailleurs.invalid/"));

        assertThat(elsewhere.status()).isEqualTo(400);
        assertThat(elsewhere.headers().first("Location")).isEmpty();
        assertThat(bench.journal.last(Stage.PSC_AUTHORIZATION).fact(Fact.REFUSAL_WITHHELD))
                .isEmpty();
    }

    @Test
    void anAuthorizationRequestGoesOnToTheLoginOnceClientAndAddressAreGood() throws IOException {
        Response response = open(Wrong.with(CodeBench.request(Identities.ALPHA_ID), "nonce", null));

        assertWithheld(response, Stage.PSC_AUTHORIZATION, "303 invalid_request", "TOK-06");
        assertThat(response.status()).isLessThan(400);
        assertThat(response.headers().first("Location").orElse("")).doesNotContain("error=");
    }

    @Test
    void whatIsTooLongToBeKeptEndsTheRequest() throws IOException {
        Response response = open(Wrong.with(CodeBench.request(Identities.ALPHA_ID), "nonce", "n".repeat(3000)));

        assertThat(response.headers().first("Location").orElseThrow()).contains("error=invalid_request");
    }

    @Test
    void aCodeIsRedeemedWhateverTheVerifierButOnceOnly() throws IOException {
        Form wrong = Wrong.with(
                Wrong.with(CodeBench.redemption(code.code()), "code_verifier", "short"), "redirect_uri", "https://x/");

        Response response = code.redeem(wrong);

        assertWithheld(response, Stage.PSC_TOKEN, "400 invalid_grant", "TOK-06");
        assertThat(PscBench.json(response).text("access_token")).isPresent();
        assertThat(bench.journal.last(Stage.PSC_TOKEN).value(Fact.CODE_STATE)).contains("redirect_uri");
        assertThat(code.redeem(wrong).status()).isEqualTo(400);
        assertThat(bench.journal.last(Stage.PSC_TOKEN).fact(Fact.REFUSAL_WITHHELD))
                .isEmpty();
    }
}
