package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.CodeBench;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.Surfer;
import fr.accroche.authserver.Wrong;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeRedemptionTest {

    private final CodeBench code = CodeBench.sound();

    @AfterEach
    void close() {
        code.close();
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "code,          -,                                    invalid_request, TOK-06, -",
                "code,          unknown,                              invalid_grant,   TOK-06, unknown",
                "redirect_uri,  -,                                    invalid_request, TOK-06, -",
                "redirect_uri,  https://lps.accroche.invalid/retour/, invalid_grant,   TOK-06, redirect_uri",
                "redirect_uri,  https://lps.accroche.invalid/retour?lps=alpha, invalid_grant, TOK-06, redirect_uri",
                "code_verifier, -,                                    invalid_grant,   TOK-06, code_verifier",
                "code_verifier, short,                                invalid_grant,   TOK-06, code_verifier",
                "code_verifier, dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXK, invalid_grant, TOK-06, code_verifier",
                "code_verifier, E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM, invalid_grant, TOK-06, code_verifier",
            })
    void refusesWrongRedemption(String name, String value, String error, String rule, String state) throws IOException {
        Form wrong = Wrong.with(CodeBench.redemption(code.code()), name, value);

        Response response = code.redeem(wrong);

        Hop hop = code.bench.journal.last(Stage.PSC_TOKEN);
        Wrong.assertRefused(response, hop, 400, error, rule);
        assertThat(hop.value(Fact.CODE_STATE)).isEqualTo(Optional.ofNullable(state));
    }

    @Test
    void refusesRepeatedParameters() throws IOException {
        Form wrong = CodeBench.redemption(code.code()).plus("code", "x");

        Wrong.assertRefused(
                code.redeem(wrong), code.bench.journal.last(Stage.PSC_TOKEN), 400, "invalid_request", "TOK-06");
    }

    @Test
    void refusesTheClientsMethodByTheRuleOfTheCode() throws IOException {
        Form wrong = CodeBench.redemption(code.code()).plus("client_assertion", "a.b.c");

        Wrong.assertRefused(
                code.redeem(wrong), code.bench.journal.last(Stage.PSC_TOKEN), 401, "invalid_client", "TOK-06");
    }

    @Test
    void refusesTheCodeOfAnotherClient() throws IOException {
        Form theirs = Wrong.with(CodeBench.redemption(code.code()), "client_id", Identities.GAMMA_ID);

        Response response = code.bench.browser.post(Identities.GAMMA, code.bench.at("token"), theirs);

        Wrong.assertRefused(response, code.bench.journal.last(Stage.PSC_TOKEN), 400, "invalid_grant", "IDN-04");
    }

    @Test
    void refusesTheClientThatDoesNotProveItself() throws IOException {
        Response response =
                code.bench.browser.post(Identities.GAMMA, code.bench.at("token"), CodeBench.redemption(code.code()));

        Wrong.assertRefused(response, code.bench.journal.last(Stage.PSC_TOKEN), 401, "invalid_client", "IDN-01");
    }

    @Test
    void aCodeThatWasShownWronglyIsUsedUp() throws IOException {
        Form right = CodeBench.redemption(code.code());
        code.redeem(Wrong.with(right, "code_verifier", null));

        Wrong.assertRefused(
                code.redeem(right), code.bench.journal.last(Stage.PSC_TOKEN), 400, "invalid_grant", "TOK-06");
    }

    @Test
    void aCodeUsedTwiceTakesItsTokensAlong() throws IOException {
        Form redemption = CodeBench.redemption(code.code());
        JsonObject tokens = PscBench.json(code.redeem(redemption));
        JsonObject others = PscBench.json(code.redeem(CodeBench.redemption(code.code())));
        assertThat(userInfo(tokens)).isEqualTo(200);

        Response again = code.redeem(redemption);

        Wrong.assertRefused(again, code.bench.journal.last(Stage.PSC_TOKEN), 400, "invalid_grant", "TOK-06");
        assertThat(code.bench.journal.last(Stage.PSC_TOKEN).value(Fact.CODE_STATE))
                .contains("used");
        assertThat(userInfo(tokens)).isEqualTo(401);
        assertThat(refresh(tokens)).isEqualTo(400);
        assertThat(userInfo(others)).isEqualTo(200);
    }

    @Test
    void ofManyRedemptionsAtOnceOneIsTheFirst() throws Exception {
        Form redemption = CodeBench.redemption(code.code());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Integer>> answers = threads.invokeAll(
                Collections.nCopies(8, () -> code.redeem(redemption).status()));
        threads.shutdown();

        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            statuses.add(answer.get());
        }
        assertThat(statuses).containsOnlyOnce(200).hasSize(8);
    }

    @Test
    void aCodeExpires() throws IOException {
        Form redemption = CodeBench.redemption(code.code());
        code.bench.clock.advance(Duration.ofMinutes(1));

        Response late = code.redeem(redemption);

        Wrong.assertRefused(late, code.bench.journal.last(Stage.PSC_TOKEN), 400, "invalid_grant", "TOK-06");
        assertThat(code.bench.journal.last(Stage.PSC_TOKEN).value(Fact.CODE_STATE))
                .contains("expired");
    }

    @Test
    void aVerifierWithoutChallengeIsRefused() throws IOException {
        Form request = Wrong.with(
                Wrong.with(CodeBench.request(Identities.ALPHA_ID), "code_challenge", null),
                "code_challenge_method",
                null);
        String given = code.byCard(code.surfer(), request).first("code").orElseThrow();

        Wrong.assertRefused(
                code.redeem(CodeBench.redemption(given)),
                code.bench.journal.last(Stage.PSC_TOKEN),
                400,
                "invalid_grant",
                "TOK-06");
    }

    @Test
    void aCodeDiesWithItsSession() throws IOException {
        Surfer surfer = code.surfer();
        Form first = code.byCard(surfer, CodeBench.request(Identities.ALPHA_ID));
        Form second = surfer.open(code.authorization(CodeBench.request(Identities.ALPHA_ID)))
                .leftFor(CodeBench.CALLBACK);
        JsonObject tokens = PscBench.json(
                code.redeem(CodeBench.redemption(first.first("code").orElseThrow())));
        code.bench.browser.post(
                Identities.ALPHA,
                code.bench.at("logout"),
                "id_token_hint",
                tokens.text("id_token").orElseThrow());

        Response response =
                code.redeem(CodeBench.redemption(second.first("code").orElseThrow()));

        assertThat(PscBench.json(response).text("error")).contains("invalid_grant");
        assertThat(code.bench.journal.last(Stage.PSC_TOKEN).value(Fact.CODE_STATE))
                .contains("session");
    }

    private int userInfo(JsonObject tokens) throws IOException {
        return code.bench
                .browser
                .send(
                        Optional.empty(),
                        ClientRequest.get(code.bench.at("userinfo"))
                                .with(
                                        "Authorization",
                                        "Bearer " + tokens.text("access_token").orElseThrow()))
                .status();
    }

    private int refresh(JsonObject tokens) throws IOException {
        return code.redeem(Form.of(
                        "grant_type",
                        "refresh_token",
                        "client_id",
                        Identities.ALPHA_ID,
                        "refresh_token",
                        tokens.text("refresh_token").orElseThrow()))
                .status();
    }
}
