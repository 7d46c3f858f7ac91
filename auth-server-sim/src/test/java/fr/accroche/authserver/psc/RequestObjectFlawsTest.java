package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.Wrong;
import fr.accroche.compliance.declaration.PscRegistration.RequestObject;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestObjectFlawsTest {

    private final SigningBench elliptic = new SigningBench("", RequestObject.ES256);
    private final SigningBench rsa = new SigningBench("", RequestObject.PS256);

    @AfterAll
    void close() {
        elliptic.close();
        rsa.close();
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
        SignedRequest sound = elliptic.sound();

        Response response = elliptic.send(elliptic.headed(name, json));

        elliptic.assertRefused(response, part);
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
        Response response = elliptic.send(elliptic.claiming(name, json));

        elliptic.assertRefused(response, part);
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
        Response response = elliptic.send(elliptic.claiming(name, json));

        Wrong.assertRefused(response, elliptic.bench.journal.last(), 400, error, "TOK-05");
    }

    @ParameterizedTest
    @CsvSource({"other, signature", "nobody, request"})
    void refusesSignature(String signer, String part) throws IOException {
        Response response = elliptic.send(elliptic.sound().by(signer).form());

        elliptic.assertRefused(response, part);
    }

    /** The key confusion: the public key taken for a secret. */
    @Test
    void refusesMacKeyedWithThePublicKey() throws IOException {
        SignedRequest sound = rsa.sound();

        Response response = rsa.send(sound.withHeader(sound.header().with("alg", "HS256"))
                .by("HS256")
                .form());

        rsa.assertRefused(response, "header.alg");
        assertThat(rsa.bench.journal.last().value(Fact.REQUEST_OBJECT)).contains("HS256");
    }

    @Test
    void refusesOldRsaPadding() throws IOException {
        SignedRequest sound = rsa.sound();

        rsa.assertRefused(rsa.send(sound.by("RS256").form()), "signature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b", "..", "a.b.c", "e30.e30.e30", "e30.e30.e30.e30.e30", "{}", "a.b.c="})
    void refusesWhatIsNoJws(String request) throws IOException {
        Response response = elliptic.send(Form.of("client_id", Identities.ALPHA_ID, "request", request));

        Wrong.assertRefused(response, elliptic.bench.journal.last(), 400, "invalid_request", "TOK-05");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"text\"", "{\"iss\":1,\"iss\":2}", "{", "null"})
    void refusesPayloadThatIsNoObject(String payload) throws IOException {
        SignedRequest sound = elliptic.sound();

        Response response = elliptic.send(sound.withPayload(payload).form());

        elliptic.assertRefused(response, payload.isEmpty() ? "request" : "payload");
    }

    @Test
    void refusesEncryptedObject() throws Exception {
        JWEObject jwe = new JWEObject(
                new JWEHeader(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM),
                new Payload(elliptic.sound().compact()));
        jwe.encrypt(new RSAEncrypter(SignedRequest.RSA));

        Response response = elliptic.send(Form.of("client_id", Identities.ALPHA_ID, "request", jwe.serialize()));

        elliptic.assertRefused(response, "request");
        assertThat(elliptic.bench.journal.last().breaches().get(0).observed().value())
                .contains("JWE");
    }

    @Test
    void refusesOverlongObject() throws IOException {
        Response response = elliptic.send(elliptic.claiming("padding", '"' + "x".repeat(20_000) + '"'));

        elliptic.assertRefused(response, "request");
    }
}
