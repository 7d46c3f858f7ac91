package fr.accroche.authserver.apipsc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.ApiBench;
import fr.accroche.authserver.Browser;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.Wrong;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** RFC 7009, and what a client may introspect, in the words of both profiles. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevocationTest {

    private final ApiBench rfc = ApiBench.sound();
    private final ApiBench keycloak = ApiBench.with("apiPsc: { errors: keycloak }");

    @AfterAll
    void close() {
        keycloak.close();
        rfc.close();
    }

    private static Form of(String token) {
        return Form.of("client_id", Identities.ALPHA_ID, "token", token);
    }

    private static Response post(ApiBench bench, String endpoint, HeldCertificate identity, Form form)
            throws IOException {
        return bench.psc.browser.post(identity, bench.at(endpoint), form);
    }

    private Optional<Boolean> active(String token) throws IOException {
        return rfc.introspect(Teleservice.DMP, token).bool("active");
    }

    @Test
    void anAccessTokenGoesAlone() throws IOException {
        JsonObject tokens = rfc.tokens();
        String access = tokens.text("access_token").orElseThrow();
        String refresh = tokens.text("refresh_token").orElseThrow();

        Response response = post(rfc, "revoke", Identities.ALPHA, of(access).plus("token_type_hint", "refresh_token"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().first("Cache-Control")).contains("no-store");
        assertThat(rfc.journal.last().stage()).isEqualTo(Stage.API_REVOCATION);
        assertThat(active(access)).contains(false);
        assertThat(active(refresh)).contains(true);
        assertThat(post(rfc, "revoke", Identities.ALPHA, of(access)).status())
                .as("revoked already")
                .isEqualTo(200);
    }

    @Test
    void withARefreshTokenGoesAllThatCameFromTheExchange() throws IOException {
        JsonObject tokens = rfc.tokens();
        String refresh = tokens.text("refresh_token").orElseThrow();

        assertThat(post(rfc, "revoke", Identities.ALPHA, of(refresh)).status()).isEqualTo(200);

        assertThat(active(refresh)).contains(false);
        assertThat(active(tokens.text("access_token").orElseThrow())).contains(false);
        assertThat(rfc.exchange(ApiBench.renewal(refresh)).status()).isEqualTo(400);
    }

    @Test
    void aTokenThatIsNotKnownIsRevokedAlready() throws IOException {
        assertThat(post(rfc, "revoke", Identities.ALPHA, of("unknown")).status())
                .isEqualTo(200);
    }

    @Test
    void refusesWrongRevocations() throws IOException {
        for (ApiBench bench : List.of(rfc, keycloak)) {
            boolean asKeycloak = bench == keycloak;
            String access = bench.apiToken();
            Form ofGamma = Form.of("client_id", Identities.GAMMA_ID, "token", access);

            refuses(
                    bench,
                    Identities.ALPHA,
                    Form.of("client_id", Identities.ALPHA_ID),
                    400,
                    "invalid_request",
                    "TOK-04");
            refuses(bench, Identities.ALPHA, of(access).plus("token", access), 400, "invalid_request", "TOK-04");
            refuses(
                    bench,
                    Identities.ALPHA,
                    Form.of("token", access),
                    400,
                    asKeycloak ? "invalid_client" : "invalid_request",
                    "IDN-01");
            refuses(bench, Identities.GAMMA, ofGamma, 400, asKeycloak ? "invalid_request" : "invalid_grant", "IDN-04");
            refuses(bench, Identities.ALPHA, ofGamma, 401, "invalid_client", "IDN-01", "IDN-04");
            refuses(bench, Identities.EXPIRED, of(access), 401, "invalid_client", "MTL-01");
            assertThat(bench.introspect(Teleservice.DMP, access).bool("active")).contains(true);
        }
    }

    private static void refuses(
            ApiBench bench, HeldCertificate identity, Form form, int status, String error, String... rules)
            throws IOException {
        Wrong.assertRefused(post(bench, "revoke", identity, form), bench.journal.last(), status, error, rules);
    }

    @Test
    void aClientIntrospectsItsOwnTokensOnly() throws IOException {
        JsonObject tokens = rfc.tokens();
        for (String member : List.of("access_token", "refresh_token")) {
            String token = tokens.text(member).orElseThrow();

            JsonObject own = json(post(rfc, "token/introspect", Identities.ALPHA, of(token)));
            Form asGamma = Form.of("client_id", Identities.GAMMA_ID, "token", token);
            JsonObject others = json(post(rfc, "token/introspect", Identities.GAMMA, asGamma));

            assertThat(own.bool("active")).contains(true);
            assertThat(own.text("client_id")).contains(Identities.ALPHA_ID);
            assertThat(own.text("typ")).contains(member.equals("access_token") ? "Bearer" : "Refresh");
            assertThat(own.get("cnf").isPresent()).isEqualTo(member.equals("access_token"));
            assertThat(others.compact()).isEqualTo("{\"active\":false}");
        }
    }

    private static JsonObject json(Response response) {
        return PscBench.json(response);
    }

    @Test
    void introspectionSpeaksBothProfiles() throws IOException {
        Form token = Form.of("token", "any");
        Form asGamma = Form.of("token", "any", "client_id", Identities.GAMMA_ID);

        introspectionRefuses(rfc, Identities.ALPHA, token, 401, "invalid_client", "IDN-03");
        introspectionRefuses(keycloak, Identities.ALPHA, token, 403, "invalid_request", "IDN-03");
        introspectionRefuses(rfc, Identities.ALPHA, asGamma, 401, "invalid_client", "IDN-01");
        introspectionRefuses(keycloak, Identities.ALPHA, asGamma, 401, "invalid_request", "IDN-01");
        introspectionRefuses(rfc, Identities.TELESERVICE, Form.of(), 400, "invalid_request", "TOK-04");
        introspectionRefuses(keycloak, Identities.TELESERVICE, Form.of(), 400, "invalid_request", "TOK-04");
        introspectionRefuses(keycloak, Identities.EXPIRED, token, 401, "invalid_request", "MTL-01", "IDN-03");
    }

    private static void introspectionRefuses(
            ApiBench bench, HeldCertificate identity, Form form, int status, String error, String... rules)
            throws IOException {
        Wrong.assertRefused(
                post(bench, "token/introspect", identity, form), bench.journal.last(), status, error, rules);
    }

    @Test
    void takesNoTokenInTheAddress() throws IOException {
        String access = rfc.apiToken();
        Response response = rfc.psc.browser.send(
                Optional.of(Identities.ALPHA), ClientRequest.get(rfc.at("revoke?token=" + access)));

        assertThat(response.status()).isEqualTo(405);
        assertThat(rfc.psc
                        .browser
                        .send(
                                Optional.of(Identities.TELESERVICE),
                                Browser.form(rfc.at("token/introspect?token=" + access), Form.of()))
                        .status())
                .isEqualTo(400);
    }
}
