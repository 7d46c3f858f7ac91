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
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizationRefusalTest {

    private final CodeBench code = CodeBench.sound();
    private final CodeBench required = new CodeBench(CodeBench.settings("pkce: required"));
    private final CodeBench lenient = new CodeBench(CodeBench.settings("pkce: plain"));
    private final Form sound = CodeBench.request(Identities.ALPHA_ID);

    @AfterAll
    void close() {
        code.close();
        required.close();
        lenient.close();
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "client_id    | -                                      | TOK-06",
                "client_id    | nobody                                 | IDN-03",
                "client_id    | ALPHA-EDC-BAS                          | IDN-03",
                "redirect_uri | -                                      | TOK-06",
                "redirect_uri | https://lps.accroche.invalid/retour/   | TOK-06",
                "redirect_uri | https://lps.accroche.invalid/Retour    | TOK-06",
                "redirect_uri | https://LPS.accroche.invalid/retour    | TOK-06",
                "redirect_uri | https://lps.accroche.invalid:443/retour | TOK-06",
                "redirect_uri | https://lps.accroche.invalid/retour?x=1 | TOK-06",
                "redirect_uri | https://lps.accroche.invalid/%72etour  | TOK-06",
                "redirect_uri | https://lps.accroche.invalid.ailleurs.invalid/retour | TOK-06",
                "redirect_uri | https://lps.accroche.invalid@ailleurs.invalid/retour | TOK-06",
                "redirect_uri | http://lps.accroche.invalid/retour     | TOK-06",
                "redirect_uri | //lps.accroche.invalid/retour          | TOK-06",
                "redirect_uri | javascript:alert(1)                    | TOK-06",
                "redirect_uri | https://lps.accroche.invalid/retour#ici | TOK-06",
                "redirect_uri | http://127.0.0.1:9000/retour           | TOK-06",
            })
    void sendsTheBrowserNowhereWhenClientOrAddressIsWrong(String name, String value, String rule) throws IOException {
        Response response = open(code, Wrong.with(sound, name, value));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.headers().first("Location")).isEmpty();
        assertThat(response.text()).contains("id=\"error\"").doesNotContain("<form");
        Hop hop = code.bench.journal.last(Stage.PSC_AUTHORIZATION);
        assertThat(Wrong.rules(hop)).containsExactly(rule);
        assertThat(hop.status()).isEqualTo(400);
        assertThat(response.headers().first("X-Accroche-Diagnosis")).contains(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id", "redirect_uri"})
    void sendsTheBrowserNowhereWhenClientOrAddressIsRepeated(String name) throws IOException {
        Response response = open(code, sound.plus(name, sound.first(name).orElseThrow()));

        assertThat(response.status()).isEqualTo(400);
        assertThat(Wrong.rules(code.bench.journal.last(Stage.PSC_AUTHORIZATION)))
                .containsExactly("TOK-06");
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "response_type         | -              | invalid_request",
                "response_type         | ''             | invalid_request",
                "response_type         | token          | unsupported_response_type",
                "response_type         | id_token       | unsupported_response_type",
                "response_type         | code id_token  | unsupported_response_type",
                "response_type         | none           | unsupported_response_type",
                "response_type         | CODE           | unsupported_response_type",
                "response_mode         | web_message    | invalid_request",
                "response_mode         | query.jwt      | invalid_request",
                "scope                 | -              | invalid_scope",
                "scope                 | openid         | invalid_scope",
                "scope                 | scope_all      | invalid_scope",
                "scope                 | OPENID scope_all | invalid_scope",
                "scope                 | openid scope_all dmp_all | invalid_scope",
                "acr_values            | -              | invalid_request",
                "acr_values            | eidas3         | invalid_request",
                "nonce                 | -              | invalid_request",
                "prompt                | none login     | invalid_request",
                "prompt                | consent none   | invalid_request",
                "max_age               | -1             | invalid_request",
                "max_age               | soon           | invalid_request",
                "max_age               | 1.5            | invalid_request",
                "max_age               | 99999999999999999999 | invalid_request",
                "code_challenge_method | plain          | invalid_request",
                "code_challenge_method | -              | invalid_request",
                "code_challenge_method | s256           | invalid_request",
                "code_challenge_method | S512           | invalid_request",
                "code_challenge        | -              | invalid_request",
                "code_challenge        | short          | invalid_request",
                "code_challenge        | E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM= | invalid_request",
                "code_challenge        | E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM | invalid_request",
                "id_token_hint         | x.y.z          | invalid_request",
                "claims                | {              | invalid_request",
                "claims                | []             | invalid_request",
                "claims                | {\"id_token\":1} | invalid_request",
                "request               | x.y.z          | request_not_supported",
                "request_uri           | https://lps.accroche.invalid/r | request_uri_not_supported",
                "registration          | {}             | registration_not_supported",
            })
    void tellsTheClient(String name, String value, String error) throws IOException {
        Response response = open(code, Wrong.with(sound, name, value));

        assertToldTheClient(code, response, error);
    }

    @Test
    void tellsAClientThatRegisteredNoCodeFlow() throws IOException {
        Response response = open(code, CodeBench.request(CodeBench.CIBA_ONLY_ID));

        assertToldTheClient(code, response, "unauthorized_client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scope", "state", "nonce", "code_challenge", "prompt", "something"})
    void tellsTheClientOfRepeatedParameters(String name) throws IOException {
        Response response =
                open(code, Wrong.with(sound, name, "openid scope_all").plus(name, "openid scope_all"));

        assertThat(error(response)).contains("invalid_request");
        assertThat(code.bench.journal.last(Stage.PSC_AUTHORIZATION).value(Fact.REPEATED_PARAMETERS))
                .contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "nonce", "login_hint", "ui_locales", "acr_values"})
    void tellsTheClientOfOverlongParameters(String name) throws IOException {
        Response response = open(code, Wrong.with(sound, name, "eidas1 " + "x".repeat(2048)));

        assertThat(error(response)).contains("invalid_request");
        assertThat(Wrong.rules(code.bench.journal.last(Stage.PSC_AUTHORIZATION)))
                .containsExactly("TOK-06");
        assertThat(back(response).first("state").filter(state -> state.length() > 2048))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"query, ?", "fragment, #"})
    void errorsGoTheWayThatWasAsked(String mode, String separator) throws IOException {
        Form request = Wrong.with(Wrong.with(sound, "response_mode", mode), "nonce", null);

        String location = open(code, request).headers().first("Location").orElseThrow();

        assertThat(location).startsWith(CodeBench.CALLBACK + separator + "error=invalid_request&");
    }

    @ParameterizedTest
    @CsvSource({"scope, openid", "acr_values, eidas2", "nonce, ''"})
    void saysWhatOfADemandIsPscsAndNotTheStandards(String name, String value) throws IOException {
        open(code, Wrong.with(sound, name, value));

        assertThat(code.bench.journal.last(Stage.PSC_AUTHORIZATION).breaches())
                .singleElement()
                .extracting(breach -> breach.expected().where())
                .isEqualTo("PSC, operations[].psc.demands");
    }

    @Test
    void errorsArePostedWhereThatWasAsked() throws IOException {
        Form request = Wrong.with(Wrong.with(sound, "response_mode", "form_post"), "nonce", null);
        Surfer surfer = code.surfer().open(code.authorization(request));

        assertThat(surfer.action("response-form")).isEqualTo(CodeBench.CALLBACK);
        assertThat(surfer.filled("response-form").first("error")).contains("invalid_request");
        assertThat(surfer.filled("response-form").first("state")).contains("s-123");
    }

    @ParameterizedTest(name = "required: {0}={1}")
    @CsvSource(
            nullValues = "-",
            value = {"code_challenge, -", "code_challenge_method, plain"})
    void pkceCanBeRequired(String name, String value) throws IOException {
        Form request = Wrong.with(sound, name, value);

        assertToldTheClient(required, open(required, request), "invalid_request");
        assertToldTheClient(
                required, open(required, Wrong.with(request, "code_challenge_method", null)), "invalid_request");
    }

    @Test
    void plainCanBeTaken() throws IOException {
        Form request =
                Wrong.with(Wrong.with(sound, "code_challenge_method", "plain"), "code_challenge", CodeBench.VERIFIER);
        String given = lenient.byCard(lenient.surfer(), request).first("code").orElseThrow();

        assertThat(lenient.redeem(CodeBench.redemption(given)).status()).isEqualTo(200);
    }

    @Test
    void withoutChallengeTheNonceDoes() throws IOException {
        Form request = Wrong.with(Wrong.with(sound, "code_challenge_method", null), "code_challenge", null);
        String given = code.byCard(code.surfer(), request).first("code").orElseThrow();

        assertThat(code.redeem(Wrong.with(CodeBench.redemption(given), "code_verifier", null))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void plainRelyingPartyOwesOnlyWhatTheStandardAsks() throws IOException {
        Form request = Form.of(
                "response_type", "code",
                "client_id", CodeBench.PLAIN_ID,
                "redirect_uri", CodeBench.CALLBACK_WITH_QUERY,
                "scope", "openid profile something_else",
                "audience", "x",
                "acr", "eidas1",
                "prompt", "create");

        Form back = code.byCard(code.surfer(), request);

        assertThat(back.names()).containsExactly("code", "iss");
        Response tokens = code.bench.browser.post(
                Identities.GAMMA,
                code.bench.at("token"),
                "grant_type",
                "authorization_code",
                "client_id",
                CodeBench.PLAIN_ID,
                "client_secret",
                CodeBench.SECRET,
                "code",
                back.first("code").orElseThrow(),
                "redirect_uri",
                CodeBench.CALLBACK_WITH_QUERY);
        assertThat(PscBench.json(tokens).text("scope")).contains("openid profile");
    }

    @Test
    void keepsTheQueryOfARegisteredAddress() throws IOException {
        Form request = Wrong.with(sound, "redirect_uri", CodeBench.CALLBACK_WITH_QUERY);

        String location = open(code, Wrong.with(request, "nonce", null))
                .headers()
                .first("Location")
                .orElseThrow();

        assertThat(location).startsWith(CodeBench.CALLBACK_WITH_QUERY + "&error=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain"})
    void bodyThatIsNoFormGoesNowhere(String type) throws IOException {
        Response response = code.bench.browser.send(
                Optional.empty(), ClientRequest.post(code.bench.at("auth"), type, sound.encoded()));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.headers().first("Content-Type")).contains("text/html; charset=utf-8");
    }

    @Test
    void nothingSecretIsNoted() throws IOException {
        open(code, sound);

        Hop hop = code.bench.journal.last(Stage.PSC_AUTHORIZATION);
        assertThat(hop.facts().values())
                .allSatisfy(fact -> assertThat(fact.value()).doesNotContain("n-456", "s-123"));
        assertThat(hop.call()).isEqualTo("GET " + code.bench.at("auth").getPath());
    }

    private static void assertToldTheClient(CodeBench bench, Response response, String error) {
        Form back = back(response);
        assertThat(response.status()).isEqualTo(303);
        assertThat(back.first("error")).contains(error);
        assertThat(back.first("error_description").orElseThrow()).matches("[\\x20-\\x7e&&[^\"\\\\]]+");
        assertThat(back.first("state")).contains("s-123");
        assertThat(back.first("iss")).contains(bench.bench.psc.issuer().toString());
        assertThat(back.first("code")).isEmpty();
        Hop hop = bench.bench.journal.last(Stage.PSC_AUTHORIZATION);
        assertThat(Wrong.rules(hop)).containsExactly("TOK-06");
        assertThat(hop.answer()).contains(error);
        assertThat(response.headers().first("X-Accroche-Diagnosis")).contains("TOK-06");
    }

    private static Optional<String> error(Response response) {
        return back(response).first("error");
    }

    private static Form back(Response response) {
        String location = response.headers().first("Location").orElseThrow();
        assertThat(location).startsWith(CodeBench.CALLBACK + "?");
        return Form.parse(URI.create(location).getRawQuery());
    }

    private static Response open(CodeBench bench, Form request) throws IOException {
        return bench.surfer().open(bench.authorization(request)).page();
    }
}
