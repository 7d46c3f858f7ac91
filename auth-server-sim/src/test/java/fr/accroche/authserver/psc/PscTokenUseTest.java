package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.Browser;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.SigningKey;
import fr.accroche.authserver.Wrong;
import fr.accroche.compliance.exchange.ClientCertificate;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PscTokenUseTest {

    private static final String AS_ID = "as.accroche.invalid";

    private final PscBench bench = PscBench.sound();

    @AfterAll
    void close() {
        bench.close();
    }

    @Test
    void userinfoSaysWhoThePersonIs() throws IOException {
        JsonObject tokens = connect();

        Response response = userinfo(access(tokens));

        assertThat(response.status()).isEqualTo(200);
        JsonObject person = PscBench.json(response);
        assertThat(person.members().keySet()).containsExactlyInAnyOrderElementsOf(UserInfo.CLAIMS);
        assertThat(person.text("SubjectNameID")).contains(PscBench.PERSON);
        assertThat(person.get("SubjectRole").orElseThrow().compact()).isEqualTo("[\"10^1.2.250.1.213.1.1.5.5\"]");
        assertThat(person.object("SubjectRefPro").orElseThrow().compact())
                .contains("\"codeProfession\":\"10\"", "\"codeSecteurDactivite\":\"SA07\"", "\"telephone2\":\"\"");
        Hop hop = bench.journal.last(Stage.PSC_USERINFO);
        assertThat(hop.value(Fact.PSC_SESSION)).isEqualTo(tokens.text("session_state"));
        assertThat(hop.value(Fact.TOKEN_PERSON)).contains(PscBench.PERSON);
    }

    @Test
    void userinfoRefusesOtherThanALiveAccessToken() throws IOException {
        Response none = bench.browser.send(Optional.empty(), ClientRequest.get(bench.at("userinfo")));
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.text()).isEmpty();
        assertThat(none.headers().first("WWW-Authenticate")).contains("Bearer realm=\"esante-wallet\"");
        assertThat(Wrong.rules(bench.journal.last())).containsExactly("TOK-02");

        Response refresh = userinfo(connect().text("refresh_token").orElseThrow());
        Wrong.assertRefused(refresh, bench.journal.last(), 401, "invalid_token", "TOK-02");
        assertThat(refresh.headers().first("WWW-Authenticate"))
                .contains("Bearer realm=\"esante-wallet\", error=\"invalid_token\","
                        + " error_description=\"Token verification failed\"");
    }

    @Test
    void introspectionSaysWhatALiveTokenIs() throws IOException {
        JsonObject tokens = connect();

        JsonObject said = introspect(access(tokens));

        assertThat(said.bool("active")).contains(true);
        assertThat(said.text("client_id")).contains(Identities.ALPHA_ID);
        assertThat(said.text("azp")).contains(Identities.ALPHA_ID);
        assertThat(said.text("username")).contains(PscBench.PERSON);
        assertThat(said.text("SubjectNameID")).contains(PscBench.PERSON);
        assertThat(said.text("acr")).contains("eidas1");
        Hop hop = bench.journal.last(Stage.PSC_INTROSPECTION);
        assertThat(hop.value(Fact.CLIENT_ID)).contains(AS_ID);
        assertThat(hop.value(Fact.PSC_TOKEN)).contains(Fact.PSC_TOKEN.redact(access(tokens)));
        assertThat(hop.value(Fact.PSC_SESSION)).isEqualTo(tokens.text("session_state"));
        assertThat(hop.value(Fact.SUBJECT_TOKEN_STATE)).contains("active");
        assertThat(hop.breaches()).isEmpty();
    }

    @Test
    void introspectionOfRefreshTokenNamesNobody() throws IOException {
        String refresh = connect().text("refresh_token").orElseThrow();

        JsonObject said = PscBench.json(bench.browser.post(
                Identities.ALPHA, bench.at("token/introspect"), "client_id", Identities.ALPHA_ID, "token", refresh));

        assertThat(introspect(refresh).bool("active")).contains(false);
        assertThat(said.bool("active")).contains(true);
        assertThat(said.text("typ")).contains("Refresh");
        assertThat(said.text("SubjectNameID")).isEmpty();
    }

    @Test
    void introspectionTakesASecretToo() throws IOException {
        String pair = PscBench.SECRET_ID + ":" + PscBench.SECRET.replace(' ', '+');
        ClientRequest request = Browser.form(bench.at("token/introspect"), Form.of("token", "none"))
                .with(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));

        Response response = bench.browser.send(Optional.empty(), request);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).isEqualTo("{\"active\":false}");
        assertThat(bench.journal.last().value(Fact.SUBJECT_TOKEN_STATE)).contains("inactive");
    }

    @Test
    void introspectionRefusesStrangersAndMissingToken() throws IOException {
        Response stranger = bench.browser.send(
                Optional.empty(),
                Browser.form(bench.at("token/introspect"), Form.of("client_id", AS_ID, "token", "x")));
        Wrong.assertRefused(stranger, bench.journal.last(), 401, "invalid_client", "MTL-01");

        Response missing =
                bench.browser.post(Identities.AUTHORIZATION_SERVER, bench.at("token/introspect"), "client_id", AS_ID);
        Wrong.assertRefused(missing, bench.journal.last(), 400, "invalid_request", "TOK-02");
    }

    @Test
    void accessTokenDiesWithItsLife() throws IOException {
        String token = access(connect());
        bench.clock.advance(Duration.ofSeconds(119));
        assertThat(introspect(token).bool("active")).contains(true);

        bench.clock.advance(Duration.ofSeconds(1));

        assertThat(introspect(token).bool("active")).contains(false);
        assertThat(userinfo(token).status()).isEqualTo(401);
    }

    @Test
    void refreshTokenDiesAfterThirtyMinutes() throws IOException {
        String refresh = connect().text("refresh_token").orElseThrow();
        bench.clock.advance(Duration.ofMinutes(30));

        Response response = bench.browser.post(
                Identities.ALPHA,
                bench.at("token"),
                "client_id",
                Identities.ALPHA_ID,
                "grant_type",
                "refresh_token",
                "refresh_token",
                refresh);

        Wrong.assertRefused(response, bench.journal.last(), 400, "invalid_grant", "TOK-05");
    }

    @Test
    void logoutByPostNeedsOnlyTheIdTokenAndEndsTheSession() throws IOException {
        JsonObject tokens = connect();

        Response response = bench.browser.send(
                Optional.empty(),
                Browser.form(
                        bench.at("logout"),
                        Form.of("id_token_hint", tokens.text("id_token").orElseThrow())));

        assertThat(response.status()).isEqualTo(200);
        Hop hop = bench.journal.last(Stage.PSC_LOGOUT);
        assertThat(hop.value(Fact.PSC_SESSION)).isEqualTo(tokens.text("session_state"));
        assertThat(hop.client()).isEqualTo(new ClientCertificate.NotAsked());
        assertThat(introspect(access(tokens)).bool("active")).contains(false);
        assertThat(introspect(tokens.text("refresh_token").orElseThrow()).bool("active"))
                .contains(false);
    }

    @Test
    void logoutByGetWorksWithExpiredIdToken() throws IOException {
        JsonObject tokens = connect();
        bench.clock.advance(Duration.ofMinutes(10));

        Response response = bench.browser.send(
                Optional.empty(),
                ClientRequest.get(URI.create(bench.at("logout") + "?id_token_hint="
                        + tokens.text("id_token").orElseThrow())));

        assertThat(response.status()).isEqualTo(200);
        assertThat(introspect(tokens.text("refresh_token").orElseThrow()).bool("active"))
                .contains(false);
    }

    @Test
    void logoutRefusesWhatIsNoIdToken() throws IOException {
        JsonObject tokens = connect();

        Response response = bench.browser.send(
                Optional.empty(), Browser.form(bench.at("logout"), Form.of("id_token_hint", access(tokens))));

        Wrong.assertRefused(response, bench.journal.last(), 400, "invalid_request", "TOK-04");
        assertThat(introspect(access(tokens)).bool("active")).contains(true);
    }

    @Test
    void logoutRefusesTheIdTokenOfAnotherClientOrIssuer() throws IOException {
        JsonObject tokens = connect();
        String idToken = tokens.text("id_token").orElseThrow();
        SigningKey key = new SigningKey(Identities.SIGNING);
        String ofAnotherIssuer = key.sign(key.claims(idToken).orElseThrow().with("iss", "https://elsewhere.invalid"));

        for (Form form : List.of(
                Form.of("id_token_hint", idToken, "client_id", PscBench.SECRET_ID),
                Form.of("id_token_hint", ofAnotherIssuer))) {
            Response response = bench.browser.send(Optional.empty(), Browser.form(bench.at("logout"), form));

            Wrong.assertRefused(response, bench.journal.last(), 400, "invalid_request", "TOK-04");
        }
        assertThat(introspect(access(tokens)).bool("active")).contains(true);
        assertThat(bench.browser
                        .send(
                                Optional.empty(),
                                Browser.form(
                                        bench.at("logout"),
                                        Form.of("id_token_hint", idToken, "client_id", Identities.ALPHA_ID)))
                        .status())
                .isEqualTo(200);
    }

    private JsonObject connect() throws IOException {
        return bench.connect(Identities.ALPHA, Identities.ALPHA_ID);
    }

    private static String access(JsonObject tokens) {
        return tokens.text("access_token").orElseThrow();
    }

    private Response userinfo(String token) throws IOException {
        return bench.browser.send(
                Optional.empty(), ClientRequest.get(bench.at("userinfo")).with("Authorization", "Bearer " + token));
    }

    private JsonObject introspect(String token) throws IOException {
        return PscBench.json(bench.browser.post(
                Identities.AUTHORIZATION_SERVER, bench.at("token/introspect"), "client_id", AS_ID, "token", token));
    }
}
