package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.Browser;
import fr.accroche.authserver.Declarations;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.Wrong;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PscRefusalTest {

    private final PscBench bench = PscBench.sound();

    @AfterAll
    void close() {
        bench.close();
    }

    @ParameterizedTest(name = "CIBA {0}={1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "scope,                    -,                         400, invalid_request,         TOK-05",
                "scope,                    openid,                    400, invalid_scope,           TOK-05",
                "scope,                    scope_all,                 400, invalid_scope,           TOK-05",
                "scope,                    openid scope_all dmp_all,  400, invalid_scope,           TOK-05",
                "acr_values,               -,                         400, invalid_request,         TOK-05",
                "acr_values,               eidas3,                    400, invalid_request,         TOK-05",
                "login_hint,               -,                         400, invalid_request,         TOK-05",
                "login_hint,               899700000000,              400, unknown_user_id,         TOK-05",
                "id_token_hint,            x.y.z,                     400, invalid_request,         TOK-05",
                "login_hint_token,         x,                         400, invalid_request,         TOK-05",
                "binding_message,          -,                         400, invalid_binding_message, TOK-05",
                "binding_message,          7,                         400, invalid_binding_message, TOK-05",
                "binding_message,          142,                       400, invalid_binding_message, TOK-05",
                "binding_message,          ab,                        400, invalid_binding_message, TOK-05",
                "channel,                  PHONE,                     400, invalid_request,         TOK-05",
                "requested_expiry,         0,                         400, invalid_request,         TOK-05",
                "requested_expiry,         soon,                      400, invalid_request,         TOK-05",
                "client_id,                -,                         400, invalid_request,         IDN-01",
            })
    void refusesWrongParameter(String name, String value, int status, String error, String rule) throws IOException {
        Form form = Wrong.with(PscBench.ciba(Identities.ALPHA_ID), name, value);

        Response response = bench.browser.post(Identities.ALPHA, bench.at("ext/ciba/auth"), form);

        Hop hop = bench.journal.last(Stage.PSC_CIBA);
        Wrong.assertRefused(response, hop, status, error, rule);
        assertThat(hop.value(Fact.AUTH_REQ_ID)).isEmpty();
    }

    @Test
    void channelIsOptional() throws IOException {
        Form form = Wrong.with(PscBench.ciba(Identities.ALPHA_ID), "channel", null);

        assertThat(bench.browser
                        .post(Identities.ALPHA, bench.at("ext/ciba/auth"), form)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void namesEveryWrongParameterOnce() throws IOException {
        Response response =
                bench.browser.post(Identities.ALPHA, bench.at("ext/ciba/auth"), "client_id", Identities.ALPHA_ID);

        Wrong.assertRefused(response, bench.journal.last(), 400, "invalid_request", "TOK-05");
        assertThat(bench.journal.last().breaches())
                .extracting(breach -> breach.observed().where())
                .containsExactly("form/scope", "form/acr_values", "form/binding_message", "form/login_hint");
    }

    @Test
    void refusesRepeatedParameter() throws IOException {
        Form form = PscBench.ciba(Identities.ALPHA_ID).plus("scope", "openid");

        Response response = bench.browser.post(Identities.ALPHA, bench.at("ext/ciba/auth"), form);

        Wrong.assertRefused(response, bench.journal.last(), 400, "invalid_request", "TOK-05");
        assertThat(bench.journal.last().value(Fact.REPEATED_PARAMETERS)).contains("scope");
    }

    @ParameterizedTest
    @CsvSource({"application/json, {}", "application/x-www-form-urlencoded, scope=%zz"})
    void refusesBodyThatIsNoForm(String type, String body) throws IOException {
        Response response = bench.browser.send(
                Optional.of(Identities.ALPHA), ClientRequest.post(bench.at("ext/ciba/auth"), type, body));

        assertThat(response.status()).isEqualTo(400);
        assertThat(PscBench.json(response).text("error")).contains("invalid_request");
        assertThat(Wrong.rules(bench.journal.last())).startsWith("TOK-05");
    }

    @Test
    void refusesClientWithoutCertificate() throws IOException {
        Response response = send(Optional.empty(), PscBench.ciba(Identities.ALPHA_ID));

        Wrong.assertRefused(response, bench.journal.last(), 401, "invalid_client", "MTL-01");
        assertThat(response.headers().first("WWW-Authenticate")).isEmpty();
        assertThat(bench.journal.last().value(Fact.CLIENT_AUTHENTICATION)).contains("none");
    }

    @Test
    void refusesExpiredCertificate() throws IOException {
        Response response = send(Optional.of(Identities.EXPIRED), PscBench.ciba(Identities.ALPHA_ID));

        Wrong.assertRefused(response, bench.journal.last(), 401, "invalid_client", "MTL-01");
        assertThat(bench.journal.last().client().presented().orElseThrow().defects())
                .extracting(defect -> defect.code())
                .containsExactly("EXPIRED");
    }

    @Test
    void refusesServerCertificateShownByClient() throws IOException {
        Response response = send(Optional.of(Identities.SERV_SSL), PscBench.ciba(Identities.ALPHA_ID));

        Wrong.assertRefused(response, bench.journal.last(), 401, "invalid_client", "MTL-01");
        assertThat(bench.journal.last().client().presented().orElseThrow().defects())
                .extracting(defect -> defect.code())
                .contains("EXTENDED_KEY_USAGE");
    }

    @Test
    void refusesCertificateOfTheOtherBranch() throws IOException {
        Response response = send(Optional.of(Identities.PRODUCTION), PscBench.ciba(Identities.ALPHA_ID));

        Wrong.assertRefused(response, bench.journal.last(), 401, "invalid_client", "ENV-01");
    }

    @Test
    void refusesCertificateOfAnotherClient() throws IOException {
        Response response = send(Optional.of(Identities.GAMMA), PscBench.ciba(Identities.ALPHA_ID));

        Hop hop = bench.journal.last();
        Wrong.assertRefused(response, hop, 401, "invalid_client", "IDN-01");
        assertThat(hop.breaches().get(0).expected()).isEqualTo(new Observed(Identities.ALPHA_ID, "accroche.yaml:20"));
        assertThat(hop.breaches().get(0).observed().value()).isEqualTo(Identities.GAMMA_ID);
        assertThat(hop.breaches().get(0).observed().where()).matches("TLS/certificate\\[[0-9a-f]+]/CN");
    }

    @Test
    void refusesUnknownClient() throws IOException {
        Response response = send(Optional.of(Identities.UNKNOWN), PscBench.ciba("unknown-edc-bas"));

        Wrong.assertRefused(response, bench.journal.last(), 401, "invalid_client", "IDN-03");
    }

    @Test
    void refusesEverythingAtOnceAndAnswersTheFirst() throws IOException {
        Form form = Wrong.with(PscBench.ciba("unknown-edc-bas"), "acr_values", null);

        Response response = send(Optional.of(Identities.EXPIRED), form);

        Wrong.assertRefused(
                response, bench.journal.last(), 401, "invalid_client", "MTL-01", "IDN-01", "IDN-03", "TOK-05");
    }

    @Test
    void refusesWrongSecretWithChallenge() throws IOException {
        Response response = send(Wrong.with(PscBench.ciba("x"), "client_id", null), basic(PscBench.SECRET_ID, "guess"));

        Wrong.assertRefused(response, bench.journal.last(), 401, "invalid_client", "IDN-03");
        assertThat(response.headers().first("WWW-Authenticate")).contains("Basic realm=\"accroche\"");
        assertThat(bench.journal.last().toString()).doesNotContain("guess", PscBench.SECRET);
    }

    @Test
    void refusesSecretOfClientDeclaredWithCertificate() throws IOException {
        Response response = send(Wrong.with(PscBench.ciba("x"), "client_id", null), basic(Identities.ALPHA_ID, "any"));

        Wrong.assertRefused(response, bench.journal.last(), 401, "invalid_client", "MTL-01");
    }

    @Test
    void refusesUnreadableAuthorization() throws IOException {
        Response response = send(Wrong.with(PscBench.ciba("x"), "client_id", null), "Basic ???");

        Wrong.assertRefused(response, bench.journal.last(), 401, "invalid_client", "IDN-03");
    }

    @Test
    void refusesTwoAuthenticationMethods() throws IOException {
        Response response = send(
                PscBench.ciba(PscBench.SECRET_ID).plus("client_secret", PscBench.SECRET),
                basic(PscBench.SECRET_ID, PscBench.SECRET));

        Wrong.assertRefused(response, bench.journal.last(), 400, "invalid_request", "TOK-05");
    }

    @ParameterizedTest(name = "token {0}={1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "grant_type,  -,                  400, invalid_request,        TOK-05",
                "grant_type,  password,           400, unsupported_grant_type, TOK-05",
                "grant_type,  authorization_code, 400, unauthorized_client,    TOK-06",
                "grant_type,  refresh_token,      400, invalid_request,        TOK-05",
                "auth_req_id, -,                  400, invalid_request,        TOK-05",
                "auth_req_id, unknown,            400, invalid_grant,          TOK-05",
                "client_id,   gamma-edc-bas,      401, invalid_client,         IDN-01",
                "client_id,   -,                  400, invalid_request,        IDN-01",
            })
    void refusesWrongPoll(String name, String value, int status, String error, String rule) throws IOException {
        Form form = Form.of(
                "client_id", Identities.ALPHA_ID, "grant_type", PscBench.CIBA_GRANT, "auth_req_id", "some-request");

        Response response = bench.browser.post(Identities.ALPHA, bench.at("token"), Wrong.with(form, name, value));

        Wrong.assertRefused(response, bench.journal.last(Stage.PSC_TOKEN), status, error, rule);
    }

    @Test
    void answersOtherMethodWith405AndNotesIt() throws IOException {
        Response response =
                bench.browser.send(Optional.of(Identities.ALPHA), ClientRequest.get(bench.at("ext/ciba/auth")));

        assertThat(response.status()).isEqualTo(405);
        assertThat(response.headers().first("Allow")).contains("POST");
        assertThat(bench.journal.last(Stage.PSC_CIBA).status()).isEqualTo(405);
    }

    @Test
    void clipsOverlongValuesInTheJournal() throws IOException {
        Form form = Wrong.with(PscBench.ciba(Identities.ALPHA_ID), "login_hint", "9".repeat(5_000));

        send(Optional.of(Identities.ALPHA), form);

        assertThat(bench.journal.last().value(Fact.LOGIN_HINT).orElseThrow()).hasSize(257);
        assertThat(bench.journal.last().toString()).doesNotContain("9".repeat(300));
    }

    @Test
    void refusesBodyBeyondItsLimit() throws IOException {
        Form form = Wrong.with(PscBench.ciba(Identities.ALPHA_ID), "login_hint", "9".repeat(70_000));

        assertThat(send(Optional.of(Identities.ALPHA), form).status()).isEqualTo(413);
    }

    @Test
    void hidesDiagnosisWhenRealistic() throws IOException {
        try (PscBench realistic = new PscBench(PscSettings.from(Declarations.realistic()))) {
            Response response = realistic.browser.send(
                    Optional.empty(), Browser.form(realistic.at("ext/ciba/auth"), PscBench.ciba(Identities.ALPHA_ID)));

            assertThat(response.status()).isEqualTo(401);
            assertThat(response.headers().first("X-Accroche-Diagnosis")).isEmpty();
            assertThat(Wrong.rules(realistic.journal.last())).containsExactly("MTL-01");
        }
    }

    @Test
    void keepsSecretsOutOfTheTextOfItsSettings() {
        assertThat(PscBench.settings().toString()).doesNotContain(PscBench.SECRET);
    }

    private Response send(Optional<HeldCertificate> identity, Form form) throws IOException {
        return bench.browser.send(identity, Browser.form(bench.at("ext/ciba/auth"), form));
    }

    private Response send(Form form, String authorization) throws IOException {
        return bench.browser.send(
                Optional.empty(), Browser.form(bench.at("ext/ciba/auth"), form).with("Authorization", authorization));
    }

    private static String basic(String clientId, String secret) {
        String pair = clientId + ":" + secret.replace(' ', '+');
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
