package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import fr.accroche.authserver.Caller;
import fr.accroche.authserver.EllipticKeys;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.SigningKeys;
import fr.accroche.authserver.TokenBench;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What PSC tells the world about its tokens is what it does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedTest {

    private final TokenBench bench = TokenBench.sound();

    @AfterAll
    void close() {
        bench.close();
    }

    @Test
    void publishesItsKeysForAWhile() throws Exception {
        Response response = get(bench, bench.psc.at("certs"));

        assertThat(response.headers().first("Cache-Control")).contains("public, max-age=60");
        assertThat(response.headers().first("X-Content-Type-Options")).contains("nosniff");
        List<JWK> keys = JWKSet.parse(response.text()).getKeys();
        assertThat(keys).extracting(JWK::getKeyType).containsExactly(KeyType.RSA, KeyType.EC);
        assertThat(keys)
                .allSatisfy(key -> {
                    assertThat(key.getKeyID()).isNotBlank();
                    assertThat(key.getKeyUse()).isEqualTo(KeyUse.SIGNATURE);
                    assertThat(key.isPrivate()).isFalse();
                })
                .extracting(key -> key.getAlgorithm().getName())
                .containsExactly("RS256", "ES256");
    }

    @Test
    void aRotationIsOfEveryAlgorithmAndForgettingToo() {
        SigningKeys keys = Identities.signing().beside(EllipticKeys.ring(new SecureRandom()));
        JsonObject claims = JsonObject.EMPTY.with("sub", "someone");
        String rsa = keys.sign(claims);
        String elliptic = keys.sign("ES256", claims);

        keys.rotate();

        assertThat(keys.ids()).hasSize(4).doesNotHaveDuplicates();
        assertThat(keys.claims(rsa)).contains(claims);
        assertThat(keys.claims(elliptic)).contains(claims);
        keys.forgetOld();
        assertThat(keys.ids()).hasSize(2);
        assertThat(keys.claims(rsa)).isEmpty();
        assertThat(keys.claims(elliptic)).isEmpty();
    }

    @Test
    void namesWhatItServes() throws IOException {
        JsonObject document = PscBench.json(get(bench, bench.psc.psc.discovery()));

        assertThat(document.text("revocation_endpoint"))
                .contains(bench.psc.at("revoke").toString());
        for (String endpoint : List.of("token", "introspection", "revocation")) {
            assertThat(texts(document, endpoint + "_endpoint_auth_methods_supported"))
                    .containsExactlyInAnyOrder("tls_client_auth", "client_secret_basic", "client_secret_post");
        }
        for (String of : List.of("id_token", "userinfo")) {
            assertThat(texts(document, of + "_signing_alg_values_supported"))
                    .containsExactlyInAnyOrder("RS256", "HS256", "ES256");
            assertThat(texts(document, of + "_encryption_alg_values_supported"))
                    .containsExactlyInAnyOrder("RSA-OAEP", "RSA-OAEP-256");
            assertThat(texts(document, of + "_encryption_enc_values_supported")).containsExactly("A256GCM");
        }
        assertThat(document.object("mtls_endpoint_aliases").orElseThrow().text("revocation_endpoint"))
                .isEqualTo(document.text("revocation_endpoint"));
        assertThat(document.bool("tls_client_certificate_bound_access_tokens")).contains(false);
    }

    @Test
    void tellsThatAccessTokensAreBoundWhereTheyAre() throws IOException {
        try (TokenBench bound = TokenBench.with("boundTokens: true")) {
            assertThat(PscBench.json(get(bound, bound.psc.psc.discovery()))
                            .bool("tls_client_certificate_bound_access_tokens"))
                    .contains(true);
        }
    }

    @Test
    void everyClaimThatItTellsIsNamedAndEachOnce() throws IOException {
        JsonObject document = PscBench.json(get(bench, bench.psc.psc.discovery()));
        JsonObject tokens = bench.connect(Caller.ALPHA, "openid scope_all profile email phone address");
        Response told = bench.userInfo(Optional.empty(), TokenBench.access(tokens));

        assertThat(texts(document, "claims_supported"))
                .doesNotHaveDuplicates()
                .containsAll(PscBench.json(told).members().keySet());
        Set<String> scopes = Set.copyOf(texts(document, "scopes_supported"));
        assertThat(scopes).contains("openid", "scope_all", "profile", "email", "phone", "address");
    }

    private static List<String> texts(JsonObject document, String member) {
        return document.array(member).map(JsonArray::items).orElse(List.of()).stream()
                .map(Json::compact)
                .map(text -> text.replace("\"", ""))
                .toList();
    }

    private static Response get(TokenBench bench, URI uri) throws IOException {
        return bench.psc.browser.send(Optional.empty(), ClientRequest.get(uri));
    }
}
