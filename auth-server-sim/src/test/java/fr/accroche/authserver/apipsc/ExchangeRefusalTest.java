package fr.accroche.authserver.apipsc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.ApiBench;
import fr.accroche.authserver.ApiSettings;
import fr.accroche.authserver.Browser;
import fr.accroche.authserver.Declarations;
import fr.accroche.authserver.FakeIntrospection;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.Wrong;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExchangeRefusalTest {

    private final ApiBench bench = ApiBench.sound();

    @AfterAll
    void close() {
        bench.close();
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "grant_type,           -,                                                    400, invalid_request,        TOK-01",
                "grant_type,           authorization_code,                                   400, unsupported_grant_type, TOK-01",
                "subject_token,        -,                                                    400, invalid_request,        TOK-01",
                "subject_token,        nothing,                                              400, invalid_request,        TOK-02",
                "subject_token_type,   -,                                                    400, invalid_request,        TOK-01",
                "subject_token_type,   urn:ietf:params:oauth:token-type:id_token,            400, invalid_request,        TOK-01",
                "requested_token_type, urn:ietf:params:oauth:token-type:saml2,               400, invalid_request,        TOK-01",
                "subject_issuer,       google,                                               400, invalid_request,        TOK-01",
                "actor_token,          x,                                                    400, invalid_request,        TOK-01",
                "actor_token_type,     urn:ietf:params:oauth:token-type:jwt,                 400, invalid_request,        TOK-01",
                "scope,                'a  b',                                               400, invalid_scope,          TOK-01",
                "client_id,            -,                                                    400, invalid_request,        IDN-01",
            })
    void refusesWrongParameter(String name, String value, int status, String error, String rule) throws IOException {
        int askedBefore = bench.credential.asked().size();

        Response response = bench.exchange(Wrong.with(ApiBench.exchange(bench.pscToken()), name, value));

        Wrong.assertRefused(response, bench.journal.last(), status, error, rule);
        assertThat(bench.credential.asked()).hasSize(askedBefore);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grant_type", "subject_token", "subject_token_type", "client_id"})
    void refusesParameterGivenTwice(String name) throws IOException {
        Form form = ApiBench.exchange(bench.pscToken());

        Response response = bench.exchange(form.plus(name, form.first(name).orElseThrow()));

        Wrong.assertRefused(response, bench.journal.last(), 400, "invalid_request", "TOK-01");
        assertThat(bench.journal.last().value(Fact.REPEATED_PARAMETERS)).contains(name);
    }

    @Test
    void letsAudienceBeRepeated() throws IOException {
        Form form = ApiBench.exchange(bench.pscToken())
                .plus("audience", "dmp")
                .plus("audience", bench.api.uri() + "/realms/dmp");

        assertThat(bench.exchange(form).status()).isEqualTo(200);
    }

    @Test
    void refusesBodyThatIsNoForm() throws IOException {
        Response response = bench.psc.browser.send(
                Optional.of(Identities.ALPHA),
                ClientRequest.post(bench.api.tokenEndpoint(Teleservice.DMP), "application/json", "{}"));

        assertThat(response.status()).isEqualTo(400);
        assertThat(Wrong.rules(bench.journal.last())).startsWith("TOK-01");
    }

    @Test
    void refusesExchangeWithoutCertificate() throws IOException {
        Response response = bench.psc.browser.send(
                Optional.empty(),
                Browser.form(bench.api.tokenEndpoint(Teleservice.DMP), ApiBench.exchange(bench.pscToken())));

        Wrong.assertRefused(response, bench.journal.last(), 401, "invalid_client", "MTL-01");
    }

    @Test
    void refusesExchangeWithExpiredCertificate() throws IOException {
        assertRefused(Identities.EXPIRED, ApiBench.exchange(bench.pscToken()), 401, "invalid_client", "MTL-01");
    }

    @Test
    void refusesExchangeWithServerCertificate() throws IOException {
        assertRefused(Identities.SERV_SSL, ApiBench.exchange(bench.pscToken()), 401, "invalid_client", "MTL-01");
    }

    @Test
    void refusesExchangeWithCertificateOfTheOtherBranch() throws IOException {
        assertRefused(Identities.PRODUCTION, ApiBench.exchange(bench.pscToken()), 401, "invalid_client", "ENV-01");
    }

    @Test
    void refusesExchangeWhenCnIsNotClientId() throws IOException {
        assertRefused(Identities.GAMMA, ApiBench.exchange(bench.pscToken()), 401, "invalid_client", "IDN-01");
        assertThat(bench.journal.last().value(Fact.SUBJECT_TOKEN_CLIENT)).contains(Identities.ALPHA_ID);
    }

    @Test
    void refusesUnknownClientAndTheTokenOfAnother() throws IOException {
        Form form = Wrong.with(ApiBench.exchange(bench.pscToken()), "client_id", "unknown-edc-bas");

        assertRefused(Identities.UNKNOWN, form, 401, "invalid_client", "IDN-03", "IDN-04");
    }

    @Test
    void refusesTokenThatPscGaveToAnotherClient() throws IOException {
        String token = bench.pscToken(Identities.GAMMA, Identities.GAMMA_ID);

        assertRefused(Identities.ALPHA, ApiBench.exchange(token), 400, "invalid_request", "IDN-04");
        Hop hop = bench.journal.last();
        assertThat(hop.breaches().get(0).expected()).isEqualTo(new Observed(Identities.ALPHA_ID, "form/client_id"));
        assertThat(hop.breaches().get(0).observed()).isEqualTo(new Observed(Identities.GAMMA_ID, "token/azp"));
        assertThat(hop.value(Fact.CREDENTIAL_OUTCOME)).isEmpty();
    }

    @Test
    void refusesExpiredSubjectToken() throws IOException {
        String token = bench.pscToken();
        bench.psc.clock.advance(Duration.ofSeconds(120));

        assertRefused(Identities.ALPHA, ApiBench.exchange(token), 400, "invalid_request", "TOK-02");
        assertThat(bench.journal.last().value(Fact.SUBJECT_TOKEN_STATE)).contains("inactive");
    }

    @Test
    void refusesSubjectTokenOfEndedSession() throws IOException {
        JsonObject tokens = bench.psc.connect(Identities.ALPHA, Identities.ALPHA_ID);
        bench.psc.browser.send(
                Optional.empty(),
                Browser.form(
                        bench.psc.at("logout"),
                        Form.of("id_token_hint", tokens.text("id_token").orElseThrow())));

        assertRefused(
                Identities.ALPHA,
                ApiBench.exchange(tokens.text("access_token").orElseThrow()),
                400,
                "invalid_request",
                "TOK-02");
    }

    @ParameterizedTest
    @ValueSource(strings = {"refresh_token", "id_token"})
    void refusesOtherTokensOfPsc(String member) throws IOException {
        String token = bench.psc
                .connect(Identities.ALPHA, Identities.ALPHA_ID)
                .text(member)
                .orElseThrow();

        assertRefused(Identities.ALPHA, ApiBench.exchange(token), 400, "invalid_request", "TOK-02");
    }

    @Test
    void refusesSubjectTokenAtLowLevel() throws IOException {
        try (ApiBench other = new ApiBench(
                Declarations.ville(), settings -> ApiSettings.acceptedAcr(settings, Set.of("eidas2", "eidas3")))) {
            Response response = other.exchange(ApiBench.exchange(other.pscToken()));

            Wrong.assertRefused(response, other.journal.last(), 400, "invalid_request", "TOK-02");
            Breach breach = other.journal.last().breaches().get(0);
            assertThat(breach.expected().value()).isEqualTo("eidas2, eidas3");
            assertThat(breach.observed()).isEqualTo(new Observed("eidas1", "token/acr"));
        }
    }

    @Test
    void refusesTokenOfAnotherIssuer() throws IOException {
        try (FakeIntrospection stranger = new FakeIntrospection(bench.psc.runtime);
                ApiBench other = new ApiBench(
                        Declarations.ville(), settings -> ApiSettings.pscIssuer(settings, stranger.issuer()))) {
            stranger.says(
                    "{\"active\":true,\"azp\":\"" + Identities.ALPHA_ID + "\",\"iss\":\"https://other.invalid\"}");

            Response response = other.exchange(ApiBench.exchange("any"));

            Wrong.assertRefused(response, other.journal.last(), 400, "invalid_request", "TOK-02");
            assertThat(other.journal.last().breaches())
                    .extracting(breach -> breach.observed().where())
                    .containsExactly("token/typ", "token/iss", "token/acr", "token/SubjectNameID");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"200|no JSON", "500|{}", "401|{\"error\":\"invalid_client\"}"})
    void saysThatPscIsOfNoHelp(int status, String body) throws IOException {
        try (FakeIntrospection broken = new FakeIntrospection(bench.psc.runtime);
                ApiBench other = new ApiBench(
                        Declarations.ville(), settings -> ApiSettings.pscIssuer(settings, broken.issuer()))) {
            broken.says(status, body);

            Response response = other.exchange(ApiBench.exchange("any"));

            assertThat(response.status()).isEqualTo(503);
            assertThat(PscBench.json(response).text("error")).contains("temporarily_unavailable");
            assertThat(other.journal.last().breaches()).isEmpty();
        }
    }

    @Test
    void notesEveryBreachAtOnce() throws IOException {
        String token = bench.pscToken(Identities.GAMMA, Identities.GAMMA_ID);
        Form form = Wrong.with(ApiBench.exchange(token), "subject_issuer", "google");

        assertRefused(Identities.UNKNOWN, form, 401, "invalid_client", "IDN-01", "TOK-01", "IDN-04");
        assertThat(PscBench.json(bench.exchange(form)).text("error")).contains("invalid_request");
    }

    @Test
    void answersOtherMethodWith405AndNotesIt() throws IOException {
        Response response = bench.psc.browser.send(
                Optional.of(Identities.ALPHA), ClientRequest.get(bench.api.tokenEndpoint(Teleservice.DMP)));

        assertThat(response.status()).isEqualTo(405);
        assertThat(bench.journal.last().status()).isEqualTo(405);
    }

    private void assertRefused(HeldCertificate identity, Form form, int status, String error, String... rules)
            throws IOException {
        int askedBefore = bench.credential.asked().size();
        Response response = bench.exchange(Teleservice.DMP, identity, form);
        Wrong.assertRefused(response, bench.journal.last(), status, error, rules);
        assertThat(bench.credential.asked()).hasSize(askedBefore);
    }
}
