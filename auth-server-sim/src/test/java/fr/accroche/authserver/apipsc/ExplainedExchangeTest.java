package fr.accroche.authserver.apipsc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.ApiBench;
import fr.accroche.authserver.Browser;
import fr.accroche.authserver.FakeCredentialApi;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.Wrong;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where calls are only to be explained, an exchange goes on as long as there is a client, a person and a certificate. */
class ExplainedExchangeTest {

    private final ApiBench bench = ApiBench.with("enforcement: explain");

    @AfterEach
    void close() {
        bench.close();
    }

    private void assertWithheld(Response response, String answer, String... rules) {
        Hop hop = bench.journal.last(Stage.EXCHANGE);
        assertThat(response.status()).isEqualTo(200);
        assertThat(hop.status()).isEqualTo(200);
        assertThat(hop.answer()).isEmpty();
        assertThat(hop.value(Fact.REFUSAL_WITHHELD)).contains(answer);
        assertThat(Wrong.rules(hop)).containsExactly(rules);
    }

    private void assertRefused(Response response, int status, String error, String... rules) {
        Wrong.assertRefused(response, bench.journal.last(Stage.EXCHANGE), status, error, rules);
        assertThat(bench.journal.last(Stage.EXCHANGE).fact(Fact.REFUSAL_WITHHELD))
                .isEmpty();
    }

    @Test
    void saysNothingOfASoundExchange() throws IOException {
        bench.exchange(ApiBench.exchange(bench.pscToken()));

        assertThat(bench.journal.last(Stage.EXCHANGE).fact(Fact.REFUSAL_WITHHELD))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "subject_token_type,   urn:x, 400 invalid_request",
        "requested_token_type, urn:x, 400 invalid_request",
        "scope,                'a  b', 400 invalid_scope",
        "audience,             other, 400 invalid_target",
    })
    void issuesATokenAndAsksTheApiCredentialWhateverTheParameters(String name, String value, String answer)
            throws IOException {
        Response response = bench.exchange(Wrong.with(ApiBench.exchange(bench.pscToken()), name, value));

        assertWithheld(response, answer, "TOK-01");
        assertThat(response.headers().first("X-Accroche-Diagnosis")).contains("TOK-01");
        assertThat(bench.credential.asked()).hasSize(1);
        String token = PscBench.json(response).text("access_token").orElseThrow();
        assertThat(bench.introspect(Teleservice.DMP, token).bool("active")).contains(true);
    }

    @Test
    void whatTheApiCredentialRefusesGoesOnToo() throws IOException {
        bench.credential.answers(FakeCredentialApi.refused("certificateOU"));

        assertWithheld(bench.exchange(ApiBench.exchange(bench.pscToken())), "403 access_denied", "IDN-02");
    }

    @Test
    void theFirstRefusalIsTheOneWithheldAndTheOthersAreSaidBesideIt() throws IOException {
        bench.credential.answers(FakeCredentialApi.refused("certificateCN"));

        Response response = bench.exchange(
                Teleservice.DMP, Identities.EXPIRED, Wrong.with(ApiBench.exchange(bench.pscToken()), "scope", "a  b"));

        assertWithheld(response, "401 invalid_client", "MTL-01", "TOK-01", "IDN-01");
    }

    @Test
    void aTokenThatPscNoLongerVouchesForIsReadOnItsOwnWord() throws IOException {
        String token = bench.pscToken();
        bench.psc.clock.advance(Duration.ofMinutes(10));

        Response response = bench.exchange(ApiBench.exchange(token));

        assertWithheld(response, "400 invalid_request", "TOK-02");
        Hop hop = bench.journal.last(Stage.EXCHANGE);
        assertThat(hop.value(Fact.SUBJECT_TOKEN_STATE)).contains("inactive");
        assertThat(hop.value(Fact.TOKEN_PERSON)).contains(PscBench.PERSON);
        assertThat(hop.value(Fact.SUBJECT_TOKEN_CLIENT)).contains(Identities.ALPHA_ID);
    }

    @ParameterizedTest
    @CsvSource({"nothing", "e30.e30.e30", "eyJhbGciOiJub25lIn0.eyJpc3MiOiJodHRwczovL2EifQ."})
    void whatIsNoTokenOfPscIsRefused(String token) throws IOException {
        assertRefused(bench.exchange(ApiBench.exchange(token)), 400, "invalid_request", "TOK-02");
        assertThat(bench.credential.asked()).isEmpty();
    }

    @Test
    void withoutACertificateThereIsNothingToBindATokenTo() throws IOException {
        Response response = bench.psc.browser.send(
                Optional.empty(),
                Browser.form(bench.api.tokenEndpoint(Teleservice.DMP), ApiBench.exchange(bench.pscToken())));

        assertRefused(response, 401, "invalid_client", "MTL-01");
        assertThat(bench.credential.asked()).isEmpty();
    }

    @Test
    void aClientThatIsNotRegisteredGetsNothing() throws IOException {
        Form form = Wrong.with(ApiBench.exchange(bench.pscToken()), "client_id", "unknown-edc-bas");

        Response response = bench.exchange(Teleservice.DMP, Identities.UNKNOWN, form);

        assertRefused(response, 401, "invalid_client", "IDN-03", "IDN-04");
    }

    @Test
    void aRenewalGoesOnWithTheGrantsScopeAndItsCertificate() throws IOException {
        String refresh = refreshToken(bench.tokens());

        Response response = renew(Identities.ALPHA_RENEWED, Wrong.with(ApiBench.renewal(refresh), "scope", "a  b"));

        assertWithheld(response, "400 invalid_scope", "TOK-01", "TOK-03");
        assertThat(PscBench.json(response).text("scope")).contains("openid email profile");
    }

    @Test
    void aRefreshTokenOfAnotherClientOrOneThatIsSpentGivesNothing() throws IOException {
        String refresh = refreshToken(bench.tokens());
        Form theirs = Wrong.with(ApiBench.renewal(refresh), "client_id", Identities.GAMMA_ID);

        assertRefused(renew(Identities.GAMMA, theirs), 400, "invalid_grant", "IDN-04");
        assertThat(renew(Identities.ALPHA, ApiBench.renewal(refresh)).status()).isEqualTo(200);
        assertRefused(renew(Identities.ALPHA, ApiBench.renewal(refresh)), 400, "invalid_grant", "TOK-04");
    }

    private Response renew(HeldCertificate identity, Form form) throws IOException {
        return bench.exchange(Teleservice.DMP, identity, form);
    }

    private static String refreshToken(JsonObject tokens) {
        return tokens.text("refresh_token").orElseThrow();
    }
}
