package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.compliance.exchange.ClientCertificate;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiscoveryTest {

    private static final List<String> MEMBERS_THE_ANS_PROXY_NEEDS = List.of(
            "issuer",
            "jwks_uri",
            "subject_types_supported",
            "token_endpoint",
            "backchannel_authentication_endpoint",
            "end_session_endpoint");

    private final PscBench bench = PscBench.sound();

    @AfterAll
    void close() {
        bench.close();
    }

    @Test
    void needsNoCertificateAndHasWhatTheAnsProxyNeeds() throws IOException {
        Response response = get(bench.psc.discovery());

        assertThat(response.status()).isEqualTo(200);
        JsonObject document = PscBench.json(response);
        assertThat(document.members().keySet()).containsAll(MEMBERS_THE_ANS_PROXY_NEEDS);
        assertThat(document.text("issuer")).contains(bench.psc.issuer().toString());
        assertThat(bench.psc.issuer().getPath()).isEqualTo("/auth/realms/esante-wallet");
        assertThat(bench.journal.last().stage()).isEqualTo(Stage.PSC_DISCOVERY);
        assertThat(bench.journal.last().client()).isEqualTo(new ClientCertificate.NotAsked());
        assertThat(bench.journal.last().breaches()).isEmpty();
    }

    @Test
    void isTheSameUnderBothNames() throws IOException {
        URI usual = URI.create(bench.psc.issuer() + "/.well-known/openid-configuration");

        assertThat(get(usual).text()).isEqualTo(get(bench.psc.discovery()).text());
    }

    @Test
    void everyEndpointItNamesIsServed() throws IOException {
        JsonObject document = document();

        for (String member : document.members().keySet()) {
            if (member.endsWith("_endpoint") || member.equals("jwks_uri")) {
                URI endpoint = URI.create(document.text(member).orElseThrow());
                assertThat(get(endpoint).status()).as(member).isNotEqualTo(404);
            }
        }
    }

    @Test
    void notesACallToAPathThatItDoesNotKnow() throws IOException {
        URI mistyped = bench.at("tokn");

        assertThat(get(mistyped).status()).isEqualTo(404);

        assertThat(bench.journal.last().stage()).isEqualTo(Stage.REQUEST_REFUSED);
        assertThat(bench.journal.last().call()).isEqualTo("GET " + mistyped.getPath());
        assertThat(bench.journal.last().answer()).contains("not_found");
    }

    @Test
    void everyGrantItNamesIsUnderstood() throws IOException {
        JsonObject document = document();

        assertThat(document.get("grant_types_supported").orElseThrow().compact())
                .isEqualTo("[\"urn:openid:params:grant-type:ciba\",\"authorization_code\",\"refresh_token\"]");
        for (String grant : List.of(CibaTokenGrant.TYPE, CodeTokenGrant.TYPE, RefreshTokenGrant.TYPE)) {
            Response response = bench.browser.post(
                    Identities.ALPHA, bench.at("token"), "client_id", Identities.ALPHA_ID, "grant_type", grant);
            assertThat(PscBench.json(response).text("error").orElseThrow())
                    .isEqualTo(grant.equals(CodeTokenGrant.TYPE) ? "unauthorized_client" : "invalid_request");
        }
    }

    @Test
    void publishedKeyVerifiesItsTokens() throws Exception {
        String token = bench.connect(Identities.ALPHA, Identities.ALPHA_ID)
                .text("access_token")
                .orElseThrow();

        JWKSet keys = JWKSet.parse(get(bench.at("certs")).text());

        JWSObject jws = JWSObject.parse(token);
        assertThat(bench.journal.last().stage()).isEqualTo(Stage.PSC_JWKS);
        assertThat(jws.verify(new RSASSAVerifier(
                        keys.getKeyByKeyId(jws.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
    }

    private Response get(URI uri) throws IOException {
        return bench.browser.send(Optional.empty(), ClientRequest.get(uri));
    }

    @Test
    void issuerIsThatOfTokensWithoutQueryNorFragment() throws IOException {
        URI issuer = URI.create(document().text("issuer").orElseThrow());

        assertThat(issuer).hasScheme("https").hasNoQuery().hasNoFragment();
        assertThat(claims(bench.connect(Identities.ALPHA, Identities.ALPHA_ID)).text("iss"))
                .contains(issuer.toString());
    }

    @Test
    void namesTheLevelThatTokensBear() throws IOException {
        try (PscBench other = new PscBench(PscBench.settings("acr: eidas3"))) {
            JsonObject document =
                    PscBench.json(other.browser.send(Optional.empty(), ClientRequest.get(other.psc.discovery())));

            assertThat(document.get("acr_values_supported").orElseThrow().compact())
                    .isEqualTo("[\"eidas1\",\"eidas3\"]");
        }
    }

    @Test
    void hasNoEmptyList() throws IOException {
        assertThat(document().members())
                .isNotEmpty()
                .noneSatisfy((name, value) -> assertThat(value.compact()).isEqualTo("[]"));
    }

    @Test
    void subjectIsShortAscii() throws IOException {
        assertThat(claims(bench.connect(Identities.ALPHA, Identities.ALPHA_ID))
                        .text("sub")
                        .orElseThrow())
                .matches("[!-~]{1,255}");
    }

    @Test
    void whatHoldsTokensIsKeptByNobody() throws IOException {
        String authReqId = bench.ask(Identities.ALPHA, Identities.ALPHA_ID);
        bench.clock.advance(Duration.ofSeconds(1));
        Response response = bench.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().first("Cache-Control")).contains("no-store");
        assertThat(response.headers().first("Pragma")).contains("no-cache");
    }

    private JsonObject document() throws IOException {
        return PscBench.json(get(bench.psc.discovery()));
    }

    private static JsonObject claims(JsonObject answer) {
        String token = answer.text("id_token").orElseThrow();
        return Json.parseObject(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
