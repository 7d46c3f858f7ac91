package fr.accroche.authserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.ConnectionFailedException;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults asked for over the wire, met by ordinary calls. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsOnDemandTest {

    private static final String ALPHA = Identities.ALPHA_ID;

    private final ApiBench bench = ApiBench.sound();
    private final PscBench psc = bench.psc;

    @AfterEach
    void forget() {
        psc.psc.faults().clear();
        bench.api.faults().clear();
    }

    @AfterAll
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ciba, status:503, 503, temporarily_unavailable",
        "ciba, status:500, 500, server_error",
        "ciba, status:401, 401, invalid_client",
        "ciba, status:429, 429, invalid_request",
        "ciba, refuse, 403, access_denied",
        "token, refuse, 400, access_denied"
    })
    void pscAnswersAnOAuthError(String endpoint, String act, int status, String error) throws IOException {
        ask(psc.psc.uri(), "endpoint=" + endpoint + "&do=" + act);

        Response response = endpoint.equals("ciba")
                ? psc.browser.post(Identities.ALPHA, psc.at("ext/ciba/auth"), PscBench.ciba(ALPHA))
                : psc.poll(Identities.ALPHA, ALPHA, "any");

        assertThat(response.status()).isEqualTo(status);
        assertThat(PscBench.json(response).text("error")).contains(error);
        assertThat(psc.journal.last().stage()).isEqualTo(Stage.FAULT_ON_DEMAND);
        assertThat(psc.journal.last().value(Fact.FAULT_ON_DEMAND)).contains(endpoint + " " + act);
        assertThat(psc.journal.last().breaches()).isEmpty();
        assertThat(psc.ask(Identities.ALPHA, ALPHA)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"garbage", "empty"})
    void discoveryCanBeNoJson(String act) throws IOException {
        ask(psc.psc.uri(), "endpoint=discovery&do=" + act);

        Response response = psc.browser.send(Optional.empty(), ClientRequest.get(psc.psc.discovery()));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).doesNotContain("issuer");
    }

    @Test
    void aConnectionCanDieWithoutAnAnswer() throws IOException {
        ask(psc.psc.uri(), "endpoint=ciba&do=close");

        assertThatThrownBy(() -> psc.ask(Identities.ALPHA, ALPHA)).isInstanceOf(ConnectionFailedException.class);

        assertThat(psc.journal.last(Stage.FAULT_ON_DEMAND).status()).isZero();
        assertThat(psc.ask(Identities.ALPHA, ALPHA)).isNotEmpty();
    }

    @Test
    void anAnswerCanComeLate() throws IOException {
        ask(psc.psc.uri(), "endpoint=certs&do=delay:200ms");
        long begun = System.nanoTime();

        Response response = psc.browser.send(Optional.empty(), ClientRequest.get(psc.at("certs")));

        assertThat(response.status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        assertThat(psc.journal.last().stage()).isEqualTo(Stage.PSC_JWKS);
        assertThat(psc.journal.last().value(Fact.FAULT_ON_DEMAND)).contains("certs delay:PT0.2S");
    }

    @Test
    void onlyTheClientThatIsNamedMeetsIt() throws IOException {
        ask(psc.psc.uri(), "endpoint=ciba&do=status:503&clientId=" + Identities.GAMMA_ID);

        assertThat(psc.ask(Identities.ALPHA, ALPHA)).isNotEmpty();
        assertThat(psc.browser
                        .post(Identities.GAMMA, psc.at("ext/ciba/auth"), PscBench.ciba(Identities.GAMMA_ID))
                        .status())
                .isEqualTo(503);
    }

    @Test
    void rotatedKeysVerifyWhatTheOldOneSigned() throws IOException {
        String before = psc.connect(Identities.ALPHA, ALPHA).text("id_token").orElseThrow();
        JsonObject done = PscBench.json(ask(psc.psc.uri(), "do=rotate-keys"));
        String after = psc.connect(Identities.ALPHA, ALPHA).text("id_token").orElseThrow();

        assertThat(done.text("done")).contains("rotate-keys");
        assertThat(keyId(before)).isNotEqualTo(keyId(after));
        assertThat(certs()).contains(keyId(before), keyId(after));
        assertThat(logout(before)).isEqualTo(200);

        ask(psc.psc.uri(), "do=forget-old-keys");
        assertThat(certs()).contains(keyId(after)).doesNotContain(keyId(before));
        assertThat(logout(before)).isEqualTo(400);
        assertThat(logout(after)).isEqualTo(200);
    }

    @Test
    void aPscTokenCanBeBornExpired() throws IOException {
        ask(psc.psc.uri(), "do=expired-token");
        String expired = bench.pscToken();

        assertThat(psc.journal.last().stage()).isEqualTo(Stage.PSC_TOKEN);
        assertThat(psc.journal.last().value(Fact.FAULT_ON_DEMAND)).contains("expired-token");
        Response refused = bench.exchange(ApiBench.exchange(expired));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.headers().first("X-Accroche-Diagnosis")).contains("TOK-02");
        assertThat(bench.exchange(ApiBench.exchange(bench.pscToken())).status()).isEqualTo(200);
    }

    @Test
    void aPollCanBeToldToSlowDownHoweverLateItComes() throws IOException {
        ask(psc.psc.uri(), "do=slow-down");
        String authReqId = psc.ask(Identities.ALPHA, ALPHA);

        Response slowed = psc.poll(Identities.ALPHA, ALPHA, authReqId);

        assertThat(slowed.status()).isEqualTo(400);
        assertThat(PscBench.json(slowed).text("error")).contains("slow_down");
        assertThat(psc.journal.last().value(Fact.FAULT_ON_DEMAND)).contains("slow-down");
        assertThat(psc.journal.last().breaches()).isEmpty();
        psc.clock.advance(Duration.ofSeconds(5));
        assertThat(PscBench.json(psc.poll(Identities.ALPHA, ALPHA, authReqId)).text("error"))
                .contains("slow_down");
        psc.clock.advance(Duration.ofSeconds(11));
        assertThat(psc.poll(Identities.ALPHA, ALPHA, authReqId).status()).isEqualTo(200);
    }

    @Test
    void anApiTokenCanBeBornExpired() throws IOException {
        ask(bench.api.uri(), "do=expired-token");

        assertThat(bench.introspect(Teleservice.DMP, bench.apiToken()).bool("active"))
                .contains(false);
        assertThat(bench.introspect(Teleservice.DMP, bench.apiToken()).bool("active"))
                .contains(true);
    }

    @Test
    void anAnswerCanLackWhatClientsAreUsedTo() throws IOException {
        ask(psc.psc.uri(), "do=no-session-state");
        ask(psc.psc.uri(), "do=unusual-answer");
        ask(bench.api.uri(), "do=unusual-answer");

        JsonObject connected = psc.connect(Identities.ALPHA, ALPHA);
        String token = connected.text("access_token").orElseThrow();
        JsonObject exchanged = PscBench.json(bench.exchange(ApiBench.exchange(token)));

        assertThat(connected.get("session_state")).isEmpty();
        assertThat(exchanged.get("session_state")).isPresent();
        for (JsonObject answer : List.of(connected, exchanged)) {
            assertThat(answer.members()).doesNotContainKeys("expires_in", "scope", "issued_token_type");
            assertThat(answer.members()).containsKeys("access_token", "refresh_token", "x_unknown");
            assertThat(answer.text("token_type")).contains("BEARER");
        }
        assertThat(psc.connect(Identities.ALPHA, ALPHA).text("session_state")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"status:503, 503, temporarily_unavailable", "refuse, 403, access_denied"})
    void anExchangeMeetsThemToo(String act, int status, String error) throws IOException {
        String token = bench.pscToken();
        ask(bench.api.uri(), "endpoint=exchange&times=2&do=" + act);

        for (int i = 0; i < 2; i++) {
            Response response = bench.exchange(ApiBench.exchange(token));
            assertThat(response.status()).isEqualTo(status);
            assertThat(PscBench.json(response).text("error")).contains(error);
        }
        assertThat(bench.exchange(ApiBench.exchange(token)).status()).isEqualTo(200);
    }

    @Test
    void timeCanPassBeforeACallIsLookedAt() throws IOException {
        String token = bench.pscToken();
        ask(bench.api.uri(), "endpoint=exchange&do=advance:2m");

        Response refused = bench.exchange(ApiBench.exchange(token));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.headers().first("X-Accroche-Diagnosis")).contains("TOK-02");
        assertThat(bench.journal.last().value(Fact.FAULT_ON_DEMAND)).contains("exchange advance:PT2M");
        assertThat(bench.journal.last().took()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void resetForgetsSessionsAndTokens() throws IOException {
        bench.apiToken();
        assertThat(state(psc.psc.uri()).integer("sessions").orElseThrow()).isPositive();
        assertThat(state(psc.psc.uri()).integer("accessTokens").orElseThrow()).isPositive();
        assertThat(state(bench.api.uri()).integer("tokens.dmp").orElseThrow()).isPositive();

        for (URI server : new URI[] {psc.psc.uri(), bench.api.uri()}) {
            assertThat(send(server, "/__accroche/reset", "").status()).isEqualTo(204);
            assertThat(state(server).members().values())
                    .allSatisfy(count -> assertThat(count.compact()).isEqualTo("0"));
        }
    }

    @Test
    void thePhoneIsNotAnsweredByPagesOfOthers() throws IOException {
        ClientRequest request = Browser.form(psc.psc.uri().resolve("/__accroche/ecps"), Form.of("action", "deny"))
                .with("Origin", "https://evil.example");

        assertThat(psc.browser.send(Optional.empty(), request).status()).isEqualTo(403);
        assertThat(psc.connect(Identities.ALPHA, ALPHA).text("access_token")).isPresent();
    }

    private Response ask(URI server, String form) throws IOException {
        Response response = send(server, "/__accroche/faults", form);
        assertThat(response.status()).as(response.text()).isLessThan(300);
        return response;
    }

    private Response send(URI server, String path, String form) throws IOException {
        return psc.browser.send(
                Optional.empty(), ClientRequest.post(server.resolve(path), "application/x-www-form-urlencoded", form));
    }

    private JsonObject state(URI server) throws IOException {
        return PscBench.json(
                psc.browser.send(Optional.empty(), ClientRequest.get(server.resolve("/__accroche/state"))));
    }

    private String certs() throws IOException {
        return psc.browser
                .send(Optional.empty(), ClientRequest.get(psc.at("certs")))
                .text();
    }

    private int logout(String idToken) throws IOException {
        return psc.browser
                .send(Optional.empty(), Browser.form(psc.at("logout"), Form.of("id_token_hint", idToken)))
                .status();
    }

    private static String keyId(String jws) {
        String header = new String(Base64.getUrlDecoder().decode(jws.split("\\.")[0]), StandardCharsets.UTF_8);
        return header.replaceAll(".*\"kid\":\"([^\"]*)\".*", "$1");
    }
}
