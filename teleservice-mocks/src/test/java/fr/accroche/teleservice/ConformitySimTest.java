package fr.accroche.teleservice;

import static fr.accroche.teleservice.Hops.assertRefused;
import static fr.accroche.teleservice.Hops.assertServed;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.Profile;
import fr.accroche.certs.Thumbprint;
import fr.accroche.compliance.declaration.Settings;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.wire.ClientAuthentication;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.ClientSettings;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConformitySimTest {

    private static final KeyPair KEY =
            new KeyPair(TestCertificates.SIGNER.certificate().getPublicKey(), TestCertificates.SIGNER.key());
    private static final JsonObject DATA = JsonObject.EMPTY
            .with("nationalId", Tokens.PERSON)
            .with("clientID", TestCertificates.CLIENT_ID)
            .with("proxy_session_id", "5d1f2c1e-session")
            .with("session_state", "0a7c-state");

    private static final RecordingJournal JOURNAL = new RecordingJournal();
    private static WireRuntime runtime;
    private static FakeAuthorizationServer authorizationServer;
    private static ConformitySim sim;
    private static WireClient client;

    @BeforeAll
    static void start() {
        runtime = WireRuntime.start();
        authorizationServer = new FakeAuthorizationServer(runtime);
        ClientAuthentication clients = new ClientAuthentication.Pedagogic(TestCertificates.judge(Profile.ORG_AUTH_CLI));
        sim = new ConformitySim(
                        RunningTeleservice.listening(clients),
                        authorizationServer.settings("signsessiondata"),
                        KEY,
                        Settings.DEFAULT,
                        new Surroundings(JOURNAL, MovableClock.running(Clock.systemUTC()), new Random(7), runtime))
                .start();
        client = new WireClient(
                runtime, ClientSettings.trusting(TestCertificates.ROOTS).presenting(TestCertificates.CLIENT));
    }

    @AfterAll
    static void stop() {
        client.close();
        sim.close();
        authorizationServer.close();
        runtime.close();
    }

    @Test
    void signsTheFourFields() throws Exception {
        Response response = post(DATA.with("more", "ignored").compact(), soundToken());

        JsonObject answer = Json.parseObject(response.body());
        assertThat(response.status()).isEqualTo(200);
        DATA.members().keySet().forEach(field -> assertThat(answer.text(field)).isEqualTo(DATA.text(field)));
        String[] jws = answer.text("signature").orElseThrow().split("\\.");
        assertThat(jws).hasSize(3);
        assertThat(new String(decode(jws[1]), StandardCharsets.UTF_8)).isEqualTo(DATA.compact());
        assertThat(verifies(jws)).isTrue();
        Hop hop = JOURNAL.take();
        assertServed(hop);
        assertThat(hop.value(Fact.TELESERVICE)).contains("CONFORMITE");
        assertThat(hop.value(Fact.PSC_SESSION)).contains("0a7c-state");
        assertThat(hop.value(Fact.PROXY_SESSION)).contains(Fact.PROXY_SESSION.redact("5d1f2c1e-session"));
        assertThat(hop.toString()).doesNotContain("5d1f2c1e-session");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nationalId", "clientID", "proxy_session_id", "session_state"})
    void refusesWhenAFieldIsMissing(String field) throws Exception {
        Response response = post(DATA.with(field, "").compact(), soundToken());

        assertThat(response.text()).contains(field);
        assertRefused(JOURNAL.take(), 400, "invalid_request");
    }

    @Test
    void refusesWhatIsNotJson() throws Exception {
        post("nationalId=1", soundToken());

        assertRefused(JOURNAL.take(), 400, "invalid_request");
    }

    @Test
    void refusesADeadToken() throws Exception {
        Response response = post(DATA.compact(), "dead");

        assertThat(response.headers().first("X-Accroche-Diagnosis")).contains("TOK-04");
        assertRefused(JOURNAL.take(), 401, "invalid_token", "TOK-04");
    }

    private static String soundToken() {
        JsonObject claims = Tokens.claims("signsessiondata", TestCertificates.CLIENT, Thumbprint.RFC8705);
        authorizationServer.knows(Tokens.jwt(claims), claims);
        return Tokens.jwt(claims);
    }

    private static Response post(String body, String token) throws Exception {
        return client.send(new ClientRequest(
                "POST",
                sim.endpoint(),
                Headers.of("Authorization", "Bearer " + token, "Content-Type", "application/json"),
                body.getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean verifies(String[] jws) throws Exception {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KEY.getPublic());
        signature.update((jws[0] + "." + jws[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(decode(jws[2]));
    }

    private static byte[] decode(String part) {
        return Base64.getUrlDecoder().decode(part);
    }
}
