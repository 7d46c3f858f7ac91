package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.Browser;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.SigningKey;
import fr.accroche.authserver.Wrong;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CibaFlowTest {

    private final PscBench bench = PscBench.sound();
    private final PscBench silent = new PscBench(PscBench.settings().withECps(ECps.always(ECps.Answer.SILENT)));
    private final SigningKey key = new SigningKey(Identities.SIGNING);

    @AfterAll
    void close() {
        bench.close();
        silent.close();
    }

    @Test
    void acknowledgesSoundRequest() throws IOException {
        Response response =
                bench.browser.post(Identities.ALPHA, bench.at("ext/ciba/auth"), PscBench.ciba(Identities.ALPHA_ID));

        assertThat(response.status()).isEqualTo(200);
        JsonObject answer = PscBench.json(response);
        assertThat(answer.text("auth_req_id").orElseThrow()).matches("[A-Za-z0-9._-]{43}");
        assertThat(answer.integer("expires_in")).contains(120L);
        assertThat(answer.integer("interval")).contains(1L);
        Hop hop = bench.journal.last(Stage.PSC_CIBA);
        assertThat(hop.breaches()).isEmpty();
        assertThat(hop.client().presented().orElseThrow().commonName()).contains(Identities.ALPHA_ID);
        assertThat(hop.value(Fact.CLIENT_ID)).contains(Identities.ALPHA_ID);
        assertThat(hop.value(Fact.CLIENT_AUTHENTICATION)).contains("tls_client_auth");
        assertThat(hop.value(Fact.SCOPE)).contains("openid scope_all");
        assertThat(hop.value(Fact.ACR_VALUES)).contains("eidas1");
        assertThat(hop.value(Fact.LOGIN_HINT)).contains(PscBench.PERSON);
        assertThat(hop.value(Fact.BINDING_MESSAGE)).contains("42");
        assertThat(hop.value(Fact.CHANNEL)).contains("CARD");
        assertThat(hop.value(Fact.POLL_INTERVAL)).contains("1");
        assertThat(hop.fact(Fact.AUTH_REQ_ID).orElseThrow().where()).isEqualTo("answer/auth_req_id");
    }

    @Test
    void givesTokensWithEveryMemberOfPublicSamples() throws IOException {
        JsonObject answer = bench.connect(Identities.ALPHA, Identities.ALPHA_ID);

        assertThat(answer.members())
                .containsOnlyKeys(
                        "access_token",
                        "expires_in",
                        "refresh_expires_in",
                        "refresh_token",
                        "token_type",
                        "id_token",
                        "not-before-policy",
                        "session_state",
                        "scope");
        assertThat(answer.integer("expires_in")).contains(120L);
        assertThat(answer.text("token_type")).contains("Bearer");
        JsonObject access = claims(answer, "access_token");
        assertThat(access.text("iss")).contains(bench.psc.issuer().toString());
        assertThat(access.text("azp")).contains(Identities.ALPHA_ID);
        assertThat(access.text("typ")).contains("Bearer");
        assertThat(access.text("acr")).contains("eidas1");
        assertThat(access.text("SubjectNameID")).contains(PscBench.PERSON);
        assertThat(access.text("preferred_username")).contains(PscBench.PERSON);
        assertThat(access.text("authMode")).contains("CARD");
        assertThat(access.text("sid")).isEqualTo(answer.text("session_state"));
        assertThat(access.text("session_state")).isEqualTo(answer.text("session_state"));
        assertThat(access.integer("exp").orElseThrow() - access.integer("iat").orElseThrow())
                .isEqualTo(120);
        assertThat(access.get("otherIds").orElseThrow().compact())
                .isEqualTo("[{\"identifiant\":\"899900000011\",\"origine\":\"RPPS\",\"qualite\":1}]");
        assertThat(access.get("aud")).isEmpty();
        JsonObject identity = claims(answer, "id_token");
        assertThat(identity.text("aud")).contains(Identities.ALPHA_ID);
        assertThat(identity.text("typ")).contains("ID");
        assertThat(identity.text("at_hash").orElseThrow()).hasSize(22);
    }

    @Test
    void notesTokensByDigestAndNothingSecret() throws IOException {
        String authReqId = bench.ask(Identities.ALPHA, Identities.ALPHA_ID);
        Hop asked = bench.journal.last(Stage.PSC_CIBA);
        bench.clock.advance(Duration.ofMillis(1_500));
        JsonObject answer = PscBench.json(bench.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId));

        Hop hop = bench.journal.last(Stage.PSC_TOKEN);
        String token = answer.text("access_token").orElseThrow();
        assertThat(hop.value(Fact.AUTH_REQ_ID)).isEqualTo(asked.value(Fact.AUTH_REQ_ID));
        assertThat(hop.value(Fact.PSC_TOKEN)).contains(Fact.PSC_TOKEN.redact(token));
        assertThat(hop.value(Fact.PSC_SESSION)).isEqualTo(answer.text("session_state"));
        assertThat(hop.value(Fact.TOKEN_PERSON)).contains(PscBench.PERSON);
        assertThat(hop.value(Fact.GRANT_TYPE)).contains(PscBench.CIBA_GRANT);
        assertThat(hop.value(Fact.POLL_INTERVAL)).contains("1");
        assertThat(hop.value(Fact.POLL_GAP)).contains("1500");
        assertThat(bench.journal.all().toString())
                .doesNotContain(
                        token,
                        authReqId,
                        answer.text("refresh_token").orElseThrow(),
                        answer.text("id_token").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_secret_basic", "client_secret_post"})
    void acceptsSecretOfClientDeclaredWithOne(String method) throws IOException {
        boolean basic = method.equals("client_secret_basic");
        Form form = basic
                ? Wrong.with(PscBench.ciba("x"), "client_id", null)
                : PscBench.ciba(PscBench.SECRET_ID).plus("client_secret", PscBench.SECRET);
        ClientRequest request = Browser.form(bench.at("ext/ciba/auth"), form);

        Response response = bench.browser.send(
                Optional.empty(), basic ? request.with("Authorization", basic(PscBench.SECRET)) : request);

        assertThat(response.status()).isEqualTo(200);
        Hop hop = bench.journal.last(Stage.PSC_CIBA);
        assertThat(hop.value(Fact.CLIENT_AUTHENTICATION)).contains(method);
        assertThat(hop.value(Fact.CLIENT_ID)).contains(PscBench.SECRET_ID);
        assertThat(hop.breaches()).isEmpty();
        assertThat(hop.client().presented()).isEmpty();
        assertThat(hop.toString()).doesNotContain(PscBench.SECRET, basic(PscBench.SECRET));
    }

    @Test
    void waitsForSilentDeviceThenGrants() throws IOException {
        String authReqId = silent.ask(Identities.ALPHA, Identities.ALPHA_ID);

        silent.clock.advance(Duration.ofSeconds(1));
        Response pending = silent.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId);
        assertThat(pending.status()).isEqualTo(400);
        assertThat(pending.text())
                .isEqualTo("{\"error\":\"authorization_pending\",\"error_description\":\"The authorization request is"
                        + " still pending as the end-user hasn't yet been authenticated.\"}");
        assertThat(silent.journal.last().breaches()).isEmpty();
        assertThat(silent.journal.last().answer()).contains("authorization_pending");

        assertThat(decide("action", "allow", "auth_req_id", authReqId).status()).isEqualTo(204);
        silent.clock.advance(Duration.ofSeconds(1));
        Response granted = silent.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId);
        assertThat(granted.status()).isEqualTo(200);
    }

    @Test
    void tellsThatThePersonRefused() throws IOException {
        String refused = silent.ask(Identities.ALPHA, Identities.ALPHA_ID);
        decide("action", "deny", "auth_req_id", refused);
        silent.clock.advance(Duration.ofSeconds(1));

        Response response = silent.poll(Identities.ALPHA, Identities.ALPHA_ID, refused);

        assertThat(PscBench.json(response).text("error")).contains("access_denied");
        assertThat(silent.journal.last().breaches()).isEmpty();
    }

    @Test
    void deviceAnswersEveryRequestUnlessOneIsNamed() throws IOException {
        String before = silent.ask(Identities.ALPHA, Identities.ALPHA_ID);
        decide("action", "allow");
        String after = silent.ask(Identities.ALPHA, Identities.ALPHA_ID);
        silent.clock.advance(Duration.ofSeconds(1));

        assertThat(silent.poll(Identities.ALPHA, Identities.ALPHA_ID, before).status())
                .isEqualTo(200);
        assertThat(silent.poll(Identities.ALPHA, Identities.ALPHA_ID, after).status())
                .isEqualTo(200);
        decide("action", "silent");
    }

    @Test
    void deviceSaysWhatItCannotDo() throws IOException {
        assertThat(decide("action", "perhaps").status()).isEqualTo(400);
        assertThat(decide("action", "allow", "auth_req_id", "none").status()).isEqualTo(404);
        assertThat(silent.browser
                        .send(
                                Optional.empty(),
                                ClientRequest.post(silent.psc.uri().resolve(Paths.ECPS), "text/plain", "action=%zz"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void slowsDownWhoPollsTooEarlyAndLengthensTheInterval() throws IOException {
        String authReqId = bench.ask(Identities.ALPHA, Identities.ALPHA_ID);
        bench.clock.advance(Duration.ofMillis(949));

        Response early = bench.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId);

        Wrong.assertRefused(early, bench.journal.last(), 400, "slow_down", "TOK-05");
        assertThat(bench.journal.last().value(Fact.POLL_GAP)).contains("949");
        assertThat(bench.journal.last().value(Fact.POLL_INTERVAL)).contains("1");
        bench.clock.advance(Duration.ofSeconds(5));
        Response again = bench.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId);
        assertThat(PscBench.json(again).text("error")).contains("slow_down");
        assertThat(bench.journal.last().value(Fact.POLL_INTERVAL)).contains("6");
        bench.clock.advance(Duration.ofSeconds(11));
        assertThat(bench.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId).status())
                .isEqualTo(200);
    }

    @Test
    void tellsThatTheRequestExpired() throws IOException {
        String authReqId = bench.ask(Identities.ALPHA, Identities.ALPHA_ID);
        bench.clock.advance(Duration.ofSeconds(120));

        Response response = bench.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId);

        assertThat(response.status()).isEqualTo(400);
        assertThat(PscBench.json(response).text("error")).contains("expired_token");
    }

    @Test
    void redeemsRequestOnce() throws IOException {
        String authReqId = bench.ask(Identities.ALPHA, Identities.ALPHA_ID);
        bench.clock.advance(Duration.ofSeconds(1));
        assertThat(bench.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId).status())
                .isEqualTo(200);
        bench.clock.advance(Duration.ofSeconds(1));

        Response again = bench.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId);

        Wrong.assertRefused(again, bench.journal.last(), 400, "invalid_grant", "TOK-05");
    }

    @Test
    void refusesRequestOfAnotherClient() throws IOException {
        String authReqId = bench.ask(Identities.ALPHA, Identities.ALPHA_ID);
        bench.clock.advance(Duration.ofSeconds(1));

        Response stolen = bench.poll(Identities.GAMMA, Identities.GAMMA_ID, authReqId);

        Wrong.assertRefused(stolen, bench.journal.last(), 400, "invalid_grant", "IDN-04");
        assertThat(bench.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId).status())
                .isEqualTo(200);
    }

    @Test
    void refreshesOnceAndOnlyForItsClient() throws IOException {
        JsonObject first = bench.connect(Identities.ALPHA, Identities.ALPHA_ID);
        String refresh = first.text("refresh_token").orElseThrow();

        Response stolen = refresh(Identities.GAMMA_ID, refresh);
        Wrong.assertRefused(stolen, bench.journal.last(), 400, "invalid_grant", "IDN-04");
        Response renewed = refresh(Identities.ALPHA_ID, refresh);
        assertThat(renewed.status()).isEqualTo(200);
        assertThat(PscBench.json(renewed).text("session_state")).isEqualTo(first.text("session_state"));
        Response again = refresh(Identities.ALPHA_ID, refresh);
        Wrong.assertRefused(again, bench.journal.last(), 400, "invalid_grant", "TOK-05");
    }

    @Test
    void bearsTheLevelThatSettingsSay() throws IOException {
        try (PscBench other = new PscBench(PscBench.settings("acr: eidas3"))) {
            JsonObject answer = other.connect(Identities.ALPHA, Identities.ALPHA_ID);

            assertThat(claims(answer, "access_token").text("acr")).contains("eidas3");
        }
    }

    private Response refresh(String clientId, String refreshToken) throws IOException {
        return bench.browser.post(
                clientId.equals(Identities.ALPHA_ID) ? Identities.ALPHA : Identities.GAMMA,
                bench.at("token"),
                "client_id",
                clientId,
                "grant_type",
                "refresh_token",
                "refresh_token",
                refreshToken);
    }

    private Response decide(String... form) throws IOException {
        return silent.browser.send(
                Optional.empty(), Browser.form(silent.psc.uri().resolve(Paths.ECPS), Form.of(form)));
    }

    private JsonObject claims(JsonObject answer, String token) {
        return key.claims(answer.text(token).orElseThrow()).orElseThrow();
    }

    private static String basic(String secret) {
        String pair = PscBench.SECRET_ID + ":" + secret.replace(' ', '+');
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
