package fr.accroche.scenarios.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.accroche.compliance.exchange.Stage;
import fr.accroche.scenarios.Programs;
import fr.accroche.scenarios.clients.WebBrowser.Page;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** openid-client on Node, as npm gives it, meets PSC and an authorization server over mTLS. */
class OpenidClientTest {

    private static final Duration INSTALLED_WITHIN = Duration.ofSeconds(120);
    private static final Duration DONE_WITHIN = Duration.ofSeconds(60);
    private static final Duration STARTED_WITHIN = Duration.ofSeconds(20);
    private static final int OLDEST_NODE = 20;

    @BeforeAll
    static void install() throws Exception {
        assumeTrue(Programs.present("node"), "skipped: node is not installed here");
        assumeTrue(Programs.present("npm"), "skipped: npm is not installed here");
        String version = Programs.run(Path.of("."), "node", "--version").printed();
        assumeTrue(
                Integer.parseInt(version.substring(1, version.indexOf('.'))) >= OLDEST_NODE,
                "skipped: openid-client wants node 20, here is " + version.strip());
        Project.copied("node").install(INSTALLED_WITHIN, Project.NPM);
    }

    private static JsonObject run(String script, Map<String, String> environment) throws Exception {
        Path folder = Project.copied("node").folder();
        Foreign.Ended ended = Foreign.run(folder, DONE_WITHIN, environment, List.of("node", script));
        assertThat(ended.exitCode()).as(ended.all()).isZero();
        return Json.parseObject(ended.out().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void logsInByCibaExchangesRefreshesAndLogsOut() throws Exception {
        try (ClientChain chain = ClientChain.start("", "")) {
            JsonObject seen = run("ciba.mjs", chain.environment());

            JsonObject idToken = seen.object("idToken").orElseThrow();
            assertThat(idToken.text("iss")).hasValue(chain.issuer().toString());
            assertThat(idToken.text("aud")).hasValue(ClientChain.CLIENT_ID);
            assertThat(idToken.text("acr")).hasValue("eidas1");
            assertThat(idToken.text("SubjectNameID")).hasValue(ClientChain.PERSON);
            JsonObject userInfo = seen.object("userInfo").orElseThrow();
            assertThat(userInfo.text("SubjectNameID")).hasValue(ClientChain.PERSON);
            assertThat(userInfo.object("SubjectRefPro")).isPresent();
            assertThat(introspected(seen, "introspected")).containsExactly(true, ClientChain.CLIENT_ID);
            JsonObject exchanged = seen.object("exchanged").orElseThrow();
            assertThat(exchanged.text("type")).hasValue("urn:ietf:params:oauth:token-type:access_token");
            assertThat(refusal(seen, "afterApiRevocation")).isEqualTo("400 invalid_grant TOK-04");
            JsonObject refreshed = seen.object("refreshed").orElseThrow();
            assertThat(refreshed.bool("rotated")).hasValue(true);
            assertThat(refreshed.object("idToken").orElseThrow().text("sid")).isEqualTo(idToken.text("sid"));
            assertThat(introspected(seen, "introspectedAfterRevocation")).containsExactly(false, "");
            assertThat(introspected(seen, "introspectedAfterLogout")).containsExactly(false, "");
            assertThat(refusal(seen, "afterLogout")).isEqualTo("400 invalid_grant TOK-05");
            assertThat(chain.reasons(Stage.PSC_TOKEN)).containsExactly("TOK-05");
        }
    }

    @Test
    void isToldWhyItIsRefused() throws Exception {
        try (ClientChain chain = ClientChain.start("", "")) {
            JsonObject seen = run("refused.mjs", chain.environment());

            assertThat(refusal(seen, "otherClient")).isEqualTo("401 invalid_client IDN-01");
            assertThat(refusal(seen, "words")).isEqualTo("400 invalid_binding_message TOK-05");
            assertThat(refusal(seen, "madeUpToken")).isEqualTo("400 invalid_request TOK-02");
            assertThat(chain.reasons(Stage.PSC_CIBA)).contains("IDN-01", "TOK-05");
            assertThat(chain.reasons(Stage.EXCHANGE)).contains("TOK-02");
        }
    }

    @Test
    void logsInRefreshesExchangesAndLogsOut() throws Exception {
        int port = WebApplication.port();
        try (ClientChain chain = ClientChain.start(registered(port), "");
                WebApplication client = start(chain, port)) {
            WebBrowser browser = new WebBrowser(chain.trust());

            Page login = browser.open(client.at("/me"));
            assertThat(login.has("login-form")).as(login.body()).isTrue();
            JsonObject me = browser.submit(login, ClientChain.CARD).json();
            chain.assertPerson(me);
            assertThat(me.object("idToken").orElseThrow().text("nonce")).isPresent();
            assertThat(browser.open(client.at("/refresh")).json().bool("rotated"))
                    .hasValue(true);
            assertThat(browser.open(client.at("/introspect")).json().bool("active"))
                    .hasValue(true);
            assertThat(browser.open(client.at("/dmp")).json().text("type")).hasValue("bearer");

            JsonObject afterLogout = browser.open(client.at("/logout")).json();
            assertThat(afterLogout.text("error")).hasValue("invalid_grant");
            assertThat(chain.grants()).containsExactly("authorization_code", "refresh_token", "refresh_token");
            assertThat(chain.reasons(Stage.PSC_TOKEN)).containsExactly("TOK-05");
            Page again = new WebBrowser(chain.trust()).open(client.at("/me"));
            assertThat(again.has("login-form")).isTrue();
        }
    }

    @Test
    void sendsNobodyWhereItDidNotRegister() throws Exception {
        int port = WebApplication.port();
        try (ClientChain chain = ClientChain.start(registered(port + 1), "");
                WebApplication client = start(chain, port)) {
            Page refused = new WebBrowser(chain.trust()).open(client.at("/me"));

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body()).contains("data-rule=\"TOK-06\"");
            assertThat(chain.reasons(Stage.PSC_AUTHORIZATION)).contains("TOK-06");
        }
    }

    @Test
    void readsWhatItRegisteredFor(@TempDir Path folder) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        Path keys = Files.writeString(
                folder.resolve("keys.json"),
                keySet((RSAPublicKey) pair.getPublic()).compact());
        Path key = Files.writeString(folder.resolve("key.pem"), pem(pair.getPrivate()));
        String registered = "psc: { idTokenAlgorithm: ES256, idTokenEncryption: RSA-OAEP-256, userInfo: jwt, jwksFile: "
                + keys + " },";
        try (ClientChain chain = ClientChain.start(registered, "")) {
            Map<String, String> environment = new HashMap<>(chain.environment());
            environment.put("DECRYPTION_KEY", key.toString());

            JsonObject seen = run("registered.mjs", environment);

            assertThat(seen.integer("parts")).as("of a JWE (RFC 7516 §3.1)").hasValue(5L);
            chain.assertPerson(seen);
        }
    }

    private static JsonObject keySet(RSAPublicKey key) {
        JsonObject written = JsonObject.EMPTY
                .with("kty", "RSA")
                .with("use", "enc")
                .with("kid", "enc")
                .with("alg", "RSA-OAEP-256")
                .with("n", base64(key.getModulus()))
                .with("e", base64(key.getPublicExponent()));
        return JsonObject.EMPTY.with("keys", List.of(written));
    }

    /** RFC 7518 §2: without the octet of the sign. */
    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private static String pem(PrivateKey key) {
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static WebApplication start(ClientChain chain, int port) throws Exception {
        return WebApplication.start(
                Project.copied("node").folder(),
                port,
                chain.environment(),
                List.of("node", "web.mjs"),
                "listening on",
                STARTED_WITHIN);
    }

    private static String registered(int port) {
        return "psc: { redirectUris: [\"http://127.0.0.1:" + port + "/callback\"],"
                + " postLogoutRedirectUris: [\"http://127.0.0.1:" + port + "/logged-out\"] },";
    }

    private static List<Object> introspected(JsonObject seen, String step) {
        JsonObject answer = seen.object(step).orElseThrow();
        return List.of(
                answer.bool("active").orElseThrow(), answer.text("client_id").orElse(""));
    }

    private static String refusal(JsonObject seen, String step) {
        JsonObject refused = seen.object(step).orElseThrow();
        return refused.integer("status").orElseThrow() + " "
                + refused.text("error").orElseThrow() + " "
                + refused.text("reason").orElseThrow();
    }
}
