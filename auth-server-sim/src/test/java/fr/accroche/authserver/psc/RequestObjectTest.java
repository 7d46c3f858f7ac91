package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.Wrong;
import fr.accroche.compliance.declaration.PscRegistration.RequestObject;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestObjectTest {

    private final PscBench elliptic = bench("", RequestObject.ES256);
    private final PscBench rsa = bench("", RequestObject.PS256);

    private static PscBench bench(String choices, RequestObject algorithm) {
        return new PscBench(Registrations.settings(
                choices, client -> client.with(Registrations.signing(algorithm)).with(SignedRequest.KEYS)));
    }

    @AfterAll
    void close() {
        elliptic.close();
        rsa.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PS256", "ES256"})
    void acceptsWhatIsSignedAsRegisteredAndNotesWhatIsInside(String algorithm) throws IOException {
        PscBench bench = algorithm.equals("ES256") ? elliptic : rsa;

        Response response = send(bench, SignedRequest.sound(bench, algorithm).form());

        assertThat(response.status()).isEqualTo(200);
        Hop hop = bench.journal.last(Stage.PSC_CIBA);
        assertThat(hop.breaches()).isEmpty();
        assertThat(hop.value(Fact.REQUEST_OBJECT)).contains(algorithm);
        assertThat(hop.value(Fact.SCOPE)).contains("openid scope_all");
        assertThat(hop.fact(Fact.BINDING_MESSAGE).orElseThrow().where()).isEqualTo("request/binding_message");
        assertThat(hop.value(Fact.LOGIN_HINT)).contains(PscBench.PERSON);
        bench.clock.advance(Duration.ofSeconds(1));
        String authReqId = PscBench.json(response).text("auth_req_id").orElseThrow();
        assertThat(bench.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId).status())
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "header {0}={1}: {2}")
    @CsvSource({
        "alg, \"none\",                  header.alg",
        "alg, \"NONE\",                  header.alg",
        "alg, \"PS256\",                 header.alg",
        "alg, \"RS256\",                 header.alg",
        "alg, \"HS256\",                 header.alg",
        "alg, \"ES384\",                 header.alg",
        "alg, 256,                       header.alg",
        "alg, -,                         header.alg",
        "typ, \"at+jwt\",                header.typ",
        "typ, 7,                         header.typ",
        "cty, \"JWT\",                   header.cty",
        "crit, '[\"exp\"]',              header.crit",
        "b64, false,                     header.b64",
        "enc, \"A256GCM\",               header.enc",
        "kid, \"unknown\",               header.kid",
        "kid, \"rsa\",                   header.kid",
        "kid, '[\"ec\"]',                header.kid",
    })
    void refusesHeader(String name, String json, String part) throws IOException {
        SignedRequest sound = SignedRequest.sound(elliptic, "ES256");

        Response response = send(
                elliptic, sound.withHeader(with(sound.header(), name, json)).form());

        assertRefused(response, elliptic, part);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "jwt", "oauth-authz-req+jwt", "application/oauth-authz-req+jwt"})
    void acceptsTypesOfRequestObjects(String type) throws IOException {
        SignedRequest sound = SignedRequest.sound(elliptic, "ES256");

        assertThat(send(
                                elliptic,
                                sound.withHeader(sound.header().with("typ", type))
                                        .form())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void looksForTheKeyWhereNoneIsNamed() throws IOException {
        SignedRequest sound = SignedRequest.sound(elliptic, "ES256");

        assertThat(send(
                                elliptic,
                                sound.withHeader(sound.header().without("kid")).form())
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "claim {0}={1}: {2}")
    @CsvSource({
        "iss, -,                              iss",
        "iss, \"gamma-edc-bas\",              iss",
        "iss, 1,                              iss",
        "client_id, \"gamma-edc-bas\",        client_id",
        "aud, -,                              aud",
        "aud, \"https://other.invalid\",      aud",
        "aud, '[]',                           aud",
        "aud, '[\"https://other.invalid\"]',  aud",
        "aud, {},                             aud",
        "iat, -,                              iat",
        "iat, \"soon\",                       iat",
        "iat, -1,                             iat",
        "iat, 1e400,                          iat",
        "iat, @+1,                            iat",
        "iat, @-3601,                         iat",
        "nbf, -,                              nbf",
        "nbf, true,                           nbf",
        "nbf, @+1,                            nbf",
        "nbf, @-3601,                         nbf",
        "exp, -,                              exp",
        "exp, @+0,                            exp",
        "exp, @-1,                            exp",
        "exp, @+3601,                         exp",
        "exp, 99999999999999,                 exp",
        "jti, -,                              jti",
        "jti, \"\",                           jti",
        "jti, 7,                              jti",
        "request, \"x.y.z\",                  request",
        "request_uri, \"https://x.invalid/\", request_uri",
        "scope, '[\"openid\",\"scope_all\"]', scope",
        "binding_message, 42,                 binding_message",
        "login_hint, {},                      login_hint",
    })
    void refusesClaim(String name, String json, String part) throws IOException {
        SignedRequest sound = SignedRequest.sound(elliptic, "ES256");
        JsonObject claims = Json.parseObject(sound.payload().getBytes(StandardCharsets.UTF_8));

        Response response = send(
                elliptic, sound.withPayload(with(claims, name, json).compact()).form());

        assertRefused(response, elliptic, part);
    }

    @ParameterizedTest(name = "parameter {0}={1}")
    @CsvSource({
        "scope,            \"openid\",       invalid_scope",
        "scope,            -,                invalid_request",
        "acr_values,       \"eidas3\",       invalid_request",
        "login_hint,       \"nobody\",       unknown_user_id",
        "id_token_hint,    \"x.y.z\",        invalid_request",
        "login_hint_token, \"x\",            invalid_request",
        "binding_message,  \"abc\",          invalid_binding_message",
        "channel,          \"PHONE\",        invalid_request",
        "requested_expiry, 0,                invalid_request",
        "requested_expiry, 1.5,              invalid_request",
        "requested_expiry, \"-3\",           invalid_request",
        "user_code,        \"1234\",         invalid_request",
    })
    void judgesWhatIsInsideAsIfItWerePlain(String name, String json, String error) throws IOException {
        SignedRequest sound = SignedRequest.sound(elliptic, "ES256");
        JsonObject claims = Json.parseObject(sound.payload().getBytes(StandardCharsets.UTF_8));

        Response response = send(
                elliptic, sound.withPayload(with(claims, name, json).compact()).form());

        Wrong.assertRefused(response, elliptic.journal.last(), 400, error, "TOK-05");
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "\"30\""})
    void requestedExpiryIsANumberOrAText(String json) throws IOException {
        SignedRequest sound = SignedRequest.sound(elliptic, "ES256");
        JsonObject claims = Json.parseObject(sound.payload().getBytes(StandardCharsets.UTF_8));

        Response response = send(
                elliptic,
                sound.withPayload(with(claims, "requested_expiry", json).compact())
                        .form());

        assertThat(PscBench.json(response).integer("expires_in")).contains(30L);
    }

    @Test
    void audienceMayBeOneOfSeveral() throws IOException {
        SignedRequest sound = SignedRequest.sound(elliptic, "ES256");
        JsonObject claims = Json.parseObject(sound.payload().getBytes(StandardCharsets.UTF_8));
        String several = "[\"https://other.invalid\",\"" + elliptic.psc.issuer() + "\"]";

        assertThat(send(
                                elliptic,
                                sound.withPayload(with(claims, "aud", several).compact())
                                        .form())
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"other, signature", "nobody, request"})
    void refusesSignature(String signer, String part) throws IOException {
        Response response =
                send(elliptic, SignedRequest.sound(elliptic, "ES256").by(signer).form());

        assertRefused(response, elliptic, part);
    }

    /** The key confusion: the public key taken for a secret. */
    @Test
    void refusesMacKeyedWithThePublicKey() throws IOException {
        SignedRequest sound = SignedRequest.sound(rsa, "PS256");

        Response response = send(
                rsa,
                sound.withHeader(sound.header().with("alg", "HS256"))
                        .by("HS256")
                        .form());

        assertRefused(response, rsa, "header.alg");
        assertThat(rsa.journal.last().value(Fact.REQUEST_OBJECT)).contains("HS256");
    }

    @Test
    void refusesOldRsaPadding() throws IOException {
        SignedRequest sound = SignedRequest.sound(rsa, "PS256");

        assertRefused(send(rsa, sound.by("RS256").form()), rsa, "signature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b", "..", "a.b.c", "e30.e30.e30", "e30.e30.e30.e30.e30", "{}", "a.b.c="})
    void refusesWhatIsNoJws(String request) throws IOException {
        Response response = send(elliptic, Form.of("client_id", Identities.ALPHA_ID, "request", request));

        Wrong.assertRefused(response, elliptic.journal.last(), 400, "invalid_request", "TOK-05");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"text\"", "{\"iss\":1,\"iss\":2}", "{", "null"})
    void refusesPayloadThatIsNoObject(String payload) throws IOException {
        SignedRequest sound = SignedRequest.sound(elliptic, "ES256");

        Response response = send(elliptic, sound.withPayload(payload).form());

        assertRefused(response, elliptic, payload.isEmpty() ? "request" : "payload");
    }

    @Test
    void refusesEncryptedObject() throws Exception {
        JWEObject jwe = new JWEObject(
                new JWEHeader(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM),
                new Payload(SignedRequest.sound(elliptic, "ES256").compact()));
        jwe.encrypt(new RSAEncrypter(SignedRequest.RSA));

        Response response = send(elliptic, Form.of("client_id", Identities.ALPHA_ID, "request", jwe.serialize()));

        assertRefused(response, elliptic, "request");
        assertThat(elliptic.journal.last().breaches().get(0).observed().value()).contains("JWE");
    }

    @Test
    void refusesOverlongObject() throws IOException {
        SignedRequest sound = SignedRequest.sound(elliptic, "ES256");
        JsonObject claims = Json.parseObject(sound.payload().getBytes(StandardCharsets.UTF_8));

        Response response = send(
                elliptic,
                sound.withPayload(claims.with("padding", "x".repeat(20_000)).compact())
                        .form());

        assertRefused(response, elliptic, "request");
    }

    @Test
    void servesOnce() throws IOException {
        Form form = SignedRequest.sound(elliptic, "ES256").form();
        assertThat(send(elliptic, form).status()).isEqualTo(200);

        assertRefused(send(elliptic, form), elliptic, "jti");
    }

    @Test
    void objectOfAClientThatDidNotProveItselfIsNotUsedUp() throws IOException {
        Form form = SignedRequest.sound(elliptic, "ES256").form();
        Response stolen = elliptic.browser.post(Identities.GAMMA, elliptic.at("ext/ciba/auth"), form);
        Wrong.assertRefused(stolen, elliptic.journal.last(), 401, "invalid_client", "IDN-01");

        assertThat(send(elliptic, form).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scope",
                "acr_values",
                "login_hint",
                "id_token_hint",
                "login_hint_token",
                "binding_message",
                "channel",
                "requested_expiry",
                "user_code",
                "client_notification_token",
                "request_uri"
            })
    void refusesParameterBesideIt(String name) throws IOException {
        Form form = SignedRequest.sound(elliptic, "ES256").form().plus(name, "openid");

        Response response = send(elliptic, form);

        Wrong.assertRefused(response, elliptic.journal.last(), 400, "invalid_request", "TOK-05");
    }

    @Test
    void ignoresUnknownParameterBesideIt() throws IOException {
        assertThat(send(elliptic, SignedRequest.sound(elliptic, "ES256").form().plus("colour", "blue"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesTwoOfThem() throws IOException {
        SignedRequest sound = SignedRequest.sound(elliptic, "ES256");

        Response response = send(elliptic, sound.form().plus("request", sound.compact()));

        Wrong.assertRefused(response, elliptic.journal.last(), 400, "invalid_request", "TOK-05");
    }

    @Test
    void refusesPlainRequestOfAClientThatSigns() throws IOException {
        Response response = send(elliptic, PscBench.ciba(Identities.ALPHA_ID));

        Wrong.assertRefused(response, elliptic.journal.last(), 400, "invalid_request", "TOK-05");
        assertThat(elliptic.journal.last().value(Fact.REQUEST_OBJECT)).contains("none");
    }

    @Test
    void refusesSignedRequestOfAClientThatDidNotRegisterIt() throws IOException {
        try (PscBench plain = PscBench.sound()) {
            Response response = send(plain, SignedRequest.sound(plain, "ES256").form());

            Wrong.assertRefused(response, plain.journal.last(), 400, "invalid_request", "TOK-05");
            assertThat(send(plain, PscBench.ciba(Identities.ALPHA_ID).plus("request_uri", "https://x.invalid/"))
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void refusesEverythingOfAClientWithoutKeys() throws IOException {
        try (PscBench keyless = new PscBench(Registrations.settings("", Registrations.signing(RequestObject.ES256)))) {
            Response response =
                    send(keyless, SignedRequest.sound(keyless, "ES256").form());

            assertRefused(response, keyless, "header.kid");
        }
    }

    @Test
    void skewForgivesDates() throws IOException {
        try (PscBench lenient = bench("skew: 1m", RequestObject.ES256)) {
            SignedRequest ahead = SignedRequest.sound(lenient, "ES256");
            lenient.clock.advance(Duration.ofSeconds(119));
            assertThat(send(lenient, ahead.form()).status()).isEqualTo(200);
            lenient.clock.advance(Duration.ofSeconds(1));
            assertRefused(send(lenient, ahead.form()), lenient, "exp");

            JsonObject claims = SignedRequest.claims(
                    lenient.psc.issuer().toString(), lenient.clock.instant().plusSeconds(60));
            assertThat(send(lenient, ahead.withPayload(claims.compact()).form()).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void keepsTheObjectOutOfTheJournal() throws IOException {
        String compact = SignedRequest.sound(elliptic, "ES256").compact();
        send(elliptic, Form.of("client_id", Identities.ALPHA_ID, "request", compact));

        assertThat(elliptic.journal.all().toString()).doesNotContain(compact);
    }

    private static void assertRefused(Response response, PscBench bench, String part) {
        Wrong.assertRefused(response, bench.journal.last(), 400, "invalid_request", "TOK-05");
        assertThat(bench.journal.last().breaches())
                .as(part)
                .anySatisfy(breach -> assertThat(breach.observed().where()).isEqualTo("request/" + part));
        assertThat(bench.journal.last().value(Fact.AUTH_REQ_ID)).isEmpty();
    }

    private static Response send(PscBench bench, Form form) throws IOException {
        return bench.browser.post(Identities.ALPHA, bench.at("ext/ciba/auth"), form);
    }

    /** With a member as JSON writes it; {@code -} leaves it out, {@code @+60} is in sixty seconds. */
    private JsonObject with(JsonObject object, String name, String json) {
        if (json.equals("-")) {
            return object.without(name);
        }
        String written = json.startsWith("@")
                ? String.valueOf(elliptic.clock.instant().getEpochSecond() + Long.parseLong(json.substring(1)))
                : json;
        JsonObject holder = Json.parseObject(("{\"x\":" + written + "}").getBytes(StandardCharsets.UTF_8));
        return object.with(name, holder.get("x").orElseThrow());
    }
}
