package fr.accroche.authserver.psc;

import static fr.accroche.authserver.TokenBench.access;
import static fr.accroche.authserver.TokenBench.refreshToken;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import fr.accroche.authserver.Browser;
import fr.accroche.authserver.Caller;
import fr.accroche.authserver.Client;
import fr.accroche.authserver.ClientKeys;
import fr.accroche.authserver.IdTokens;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.TokenBench;
import fr.accroche.compliance.declaration.PscRegistration.IdTokenAlgorithm;
import fr.accroche.compliance.declaration.PscRegistration.IdTokenEncryption;
import fr.accroche.compliance.declaration.PscRegistration.UserInfoForm;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way in which a client may register to be told who the person is, read back with Nimbus alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisteredTokensTest {

    private static final KeyPair CLIENT_KEY = Identities.rsa();

    private final Client[] clients = Arrays.stream(IdTokenAlgorithm.values())
            .flatMap(algorithm -> Arrays.stream(IdTokenEncryption.values()).map(each -> client(algorithm, each)))
            .toArray(Client[]::new);
    private final TokenBench bench = TokenBench.with(clients);

    @AfterAll
    void close() {
        bench.close();
    }

    Stream<Client> clients() {
        return Stream.of(clients);
    }

    private static Client client(IdTokenAlgorithm algorithm, IdTokenEncryption encryption) {
        String id = "c-" + algorithm.name() + "-" + encryption.written();
        JWK key = new RSAKey.Builder((RSAPublicKey) CLIENT_KEY.getPublic())
                .keyUse(KeyUse.ENCRYPTION)
                .keyID("enc-1")
                .build();
        return new Client(
                        id,
                        Optional.of("a secret of more than thirty-two bytes, of " + id),
                        "test",
                        Caller.registered(algorithm, encryption, UserInfoForm.JWT))
                .with(ClientKeys.parse("keys", new JWKSet(key).toString().getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void idTokenIsSignedAndEncryptedAsRegistered(Client client) throws Exception {
        JsonObject tokens = bench.connect(Caller.of(client));

        JsonObject claims = read(client, tokens.text("id_token").orElseThrow());

        assertThat(claims.text("iss")).contains(bench.psc.psc.issuer().toString());
        assertThat(claims.text("aud")).contains(client.clientId());
        assertThat(claims.text("azp")).contains(client.clientId());
        assertThat(claims.text("acr")).contains("eidas1");
        byte[] whole =
                MessageDigest.getInstance("SHA-256").digest(access(tokens).getBytes(StandardCharsets.US_ASCII));
        assertThat(claims.text("at_hash"))
                .contains(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, 16)));
        assertThat(claims.text("SubjectNameID")).contains(PscBench.PERSON);
    }

    @ParameterizedTest
    @MethodSource("clients")
    void userInfoIsSignedAndEncryptedAsTheIdTokenIs(Client client) throws Exception {
        JsonObject tokens = bench.connect(Caller.of(client));

        Response response = bench.userInfo(Optional.empty(), access(tokens));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().first("Content-Type")).contains("application/jwt");
        assertThat(response.headers().first("Cache-Control")).contains("no-store");
        JsonObject claims = read(client, response.text());
        assertThat(claims.text("iss")).contains(bench.psc.psc.issuer().toString());
        assertThat(claims.text("aud")).contains(client.clientId());
        assertThat(claims.text("sub"))
                .isEqualTo(read(client, tokens.text("id_token").orElseThrow()).text("sub"));
        assertThat(claims.object("SubjectRefPro")).isPresent();
    }

    @Test
    void aRefreshedIdTokenIsAboutTheSameAuthentication() throws Exception {
        Client client = clients[0];
        JsonObject tokens = bench.connect(Caller.of(client));

        JsonObject refreshed = PscBench.json(bench.refresh(Caller.of(client), refreshToken(tokens)));

        JsonObject before = read(client, tokens.text("id_token").orElseThrow());
        JsonObject after = read(client, refreshed.text("id_token").orElseThrow());
        for (String same : new String[] {"iss", "sub", "aud", "azp", "sid"}) {
            assertThat(after.text(same)).as(same).isEqualTo(before.text(same));
        }
        assertThat(after.integer("auth_time")).isEqualTo(before.integer("auth_time"));
        assertThat(after.text("nonce")).isEmpty();
        assertThat(after.text("jti")).isNotEqualTo(before.text("jti"));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void anIdTokenOfEachKindEndsItsSession(Client client) throws Exception {
        JsonObject tokens = bench.connect(Caller.of(client));
        String hint = decrypted(client, tokens.text("id_token").orElseThrow());

        Response response = bench.psc.browser.send(
                Optional.empty(), Browser.form(bench.psc.at("logout"), Form.of("id_token_hint", hint)));

        assertThat(response.status()).isEqualTo(200);
        assertThat(bench.active(Caller.SERVER, access(tokens))).isFalse();
    }

    @Test
    void aSecretOfOneClientSignsNothingForAnother() throws Exception {
        Client one = clients[IdTokenAlgorithm.HS256.ordinal() * IdTokenEncryption.values().length];
        JsonObject tokens = bench.connect(Caller.of(one));
        JsonObject claims = read(one, tokens.text("id_token").orElseThrow());
        Client stranger = new Client("nobody", Optional.of("another secret of thirty-two bytes and more"), "test");
        IdTokens forger = new IdTokens(Identities.signing(), List.of());

        String forged = forger.issue(
                stranger.with(Caller.registered(IdTokenAlgorithm.HS256, IdTokenEncryption.NONE, UserInfoForm.JSON)),
                claims);

        Response response = bench.psc.browser.send(
                Optional.empty(), Browser.form(bench.psc.at("logout"), Form.of("id_token_hint", forged)));
        assertThat(response.status()).isEqualTo(400);
        assertThat(bench.active(Caller.SERVER, access(tokens))).isTrue();
    }

    private String decrypted(Client client, String token) throws Exception {
        if (client.registration().idTokenEncryption() == IdTokenEncryption.NONE) {
            return token;
        }
        JWEObject jwe = JWEObject.parse(token);
        assertThat(jwe.getHeader().getAlgorithm().getName())
                .isEqualTo(client.registration().idTokenEncryption().written());
        assertThat(jwe.getHeader().getEncryptionMethod().getName()).isEqualTo("A256GCM");
        assertThat(jwe.getHeader().getKeyID()).isEqualTo("enc-1");
        assertThat(jwe.getHeader().getContentType()).isEqualTo("JWT");
        jwe.decrypt(new RSADecrypter(CLIENT_KEY.getPrivate()));
        return jwe.getPayload().toString();
    }

    private JsonObject read(Client client, String token) throws Exception {
        JWSObject jws = JWSObject.parse(decrypted(client, token));
        assertThat(jws.getHeader().getAlgorithm().getName())
                .isEqualTo(client.registration().idTokenAlgorithm().name());
        assertThat(jws.verify(verifier(client, jws))).isTrue();
        return Json.parseObject(jws.getPayload().toBytes());
    }

    private JWSVerifier verifier(Client client, JWSObject jws) throws Exception {
        if (jws.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256)) {
            return new MACVerifier(client.secret().orElseThrow());
        }
        JWK key = JWKSet.parse(bench.psc
                        .browser
                        .send(Optional.empty(), ClientRequest.get(bench.psc.at("certs")))
                        .text())
                .getKeyByKeyId(jws.getHeader().getKeyID());
        assertThat(key.getKeyUse()).isEqualTo(KeyUse.SIGNATURE);
        assertThat(key.getAlgorithm()).isEqualTo(jws.getHeader().getAlgorithm());
        return key instanceof RSAKey rsa ? new RSASSAVerifier(rsa) : new ECDSAVerifier(key.toECKey());
    }
}
