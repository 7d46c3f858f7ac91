package fr.accroche.teleservice;

import static fr.accroche.teleservice.Hops.assertRefused;
import static fr.accroche.teleservice.Hops.assertServed;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.Thumbprint;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.wire.Form;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TokenGuardTest {

    private static final Instant NOW = RunningTeleservice.NOW;
    private static RunningTeleservice insi;

    @BeforeAll
    static void start() {
        insi = RunningTeleservice.of(Teleservice.INSI);
    }

    @AfterAll
    static void stop() {
        insi.close();
    }

    @Test
    void refusesCallWithoutToken() throws Exception {
        Response response = post(Headers.EMPTY);

        assertThat(response.headers().first("WWW-Authenticate")).contains("Bearer");
        Hop hop = insi.hop();
        assertRefused(hop, 401, "no_token", "TOK-04");
        assertThat(hop.value(Fact.BEARER_KIND)).contains("none");
        assertThat(hop.value(Fact.ASSERTION_KIND)).contains("ASSERTION_PS");
    }

    @Test
    void refusesAnUnreadableCredential() throws Exception {
        Response response = post(Headers.of("Authorization", "Basic YTpi"));

        assertThat(response.headers().first("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer error=\"invalid_request\"");
        assertRefused(insi.hop(), 400, "invalid_request", "TOK-04");
    }

    @Test
    void refusesTwoCredentials() throws Exception {
        String token = insi.soundToken();

        post(Headers.of("Authorization", "Bearer " + token, "Authorization", "Bearer " + token));

        assertRefused(insi.hop(), 400, "invalid_request", "TOK-04");
    }

    @Test
    void refusesAPscToken() throws Exception {
        String pscToken = Tokens.jwt(JsonObject.EMPTY.with("iss", "https://psc.test/auth/realms/esante-wallet"));

        Response response = post(bearer(pscToken));

        assertThat(response.headers().first("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer error=\"invalid_token\"");
        Hop hop = insi.hop();
        assertRefused(hop, 401, "invalid_token", "TOK-04");
        assertThat(hop.value(Fact.BEARER_KIND)).contains("psc");
        assertThat(hop.value(Fact.PSC_TOKEN)).contains(Fact.PSC_TOKEN.redact(pscToken));
        assertThat(hop.value(Fact.API_TOKEN)).contains(Fact.API_TOKEN.redact(pscToken));
    }

    @Test
    void refusesAPscTokenEvenWhenTheServerHoldsItActive() throws Exception {
        JsonObject claims = Tokens.claims("insi", TestCertificates.CLIENT, Thumbprint.ANS_HEX_BASE64)
                .with("iss", "https://psc.test/auth/realms/esante-wallet");
        insi.authorizationServer.knows(Tokens.jwt(claims), claims);

        post(bearer(Tokens.jwt(claims)));

        assertRefused(insi.hop(), 401, "invalid_token", "TOK-04");
    }

    @Test
    void refusesATokenThatNobodyIssued() throws Exception {
        post(bearer("opaque-and-unknown"));

        Hop hop = insi.hop();
        assertRefused(hop, 401, "invalid_token", "TOK-04");
        assertThat(hop.value(Fact.BEARER_KIND)).contains("unknown");
        assertThat(hop.value(Fact.BEARER_STATE)).contains("invalid");
    }

    @Test
    void tellsAnExpiredTokenFromARevokedOne() throws Exception {
        JsonObject claims =
                JsonObject.EMPTY.with("iss", insi.authorizationServer.realm().toString());

        post(bearer(Tokens.jwt(claims.with("exp", NOW.getEpochSecond() - 1))));
        post(bearer(Tokens.jwt(claims.with("exp", NOW.getEpochSecond() + 60))));

        Hop expired = insi.hop();
        Hop revoked = insi.hop();
        assertRefused(expired, 401, "invalid_token", "TOK-04");
        assertRefused(revoked, 401, "invalid_token", "TOK-04");
        assertThat(expired.value(Fact.BEARER_STATE)).contains("expired");
        assertThat(revoked.value(Fact.BEARER_STATE)).contains("revoked");
        assertThat(revoked.value(Fact.BEARER_KIND)).contains("api");
    }

    @Test
    void refusesATokenForAnotherApi() throws Exception {
        Hop hop = hopOf(Tokens.claims("dmp", TestCertificates.CLIENT, Thumbprint.RFC8705));

        assertRefused(hop, 401, "invalid_token", "TOK-04");
        assertThat(hop.value(Fact.BEARER_AUDIENCE)).contains("DMP");
        assertThat(hop.breaches().get(0).expected().value()).isEqualTo("INSi");
    }

    @Test
    void readsABindingInEitherEncoding() throws Exception {
        Hop rfc = hopOf(Tokens.claims("insi", TestCertificates.CLIENT, Thumbprint.RFC8705));
        Hop ans = hopOf(Tokens.claims("insi", TestCertificates.CLIENT, Thumbprint.ANS_HEX_BASE64));

        assertServed(rfc);
        assertServed(ans);
        assertThat(ans.value(Fact.TOKEN_CNF)).isEqualTo(rfc.value(Fact.TOKEN_CNF));
        assertThat(rfc.fact(Fact.TOKEN_CNF).orElseThrow().where()).isEqualTo("token/cnf/x5t#S256[RFC8705]");
        assertThat(ans.fact(Fact.TOKEN_CNF).orElseThrow().where()).isEqualTo("token/cnf/x5t#S256[ANS]");
    }

    @Test
    void refusesATokenBoundToAnotherCertificate() throws Exception {
        Hop hop = hopOf(Tokens.claims("insi", TestCertificates.OTHER_CLIENT, Thumbprint.ANS_HEX_BASE64));

        assertRefused(hop, 401, "invalid_token", "TOK-03");
        assertThat(hop.breaches().get(0).expected().where()).endsWith("[ANS]");
        assertThat(hop.breaches().get(0).observed().value())
                .isEqualTo(hop.client().presented().orElseThrow().sha256());
    }

    @Test
    void refusesATokenBoundToNothing() throws Exception {
        JsonObject unbound = Tokens.claims("insi", TestCertificates.CLIENT, Thumbprint.RFC8705)
                .with("cnf", JsonObject.EMPTY);

        Hop hop = hopOf(unbound);
        assertRefused(hop, 401, "invalid_token", "TOK-03");
        assertThat(hop.value(Fact.TOKEN_CNF)).contains("none");
    }

    @Test
    void asksTheAuthorizationServerInTheSameTrace() throws Exception {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        post(bearer(insi.soundToken()).plus("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));

        assertThat(insi.hop().value(Fact.TRACE_ID)).contains(trace);
        String forwarded =
                insi.authorizationServer.last().headers().first("traceparent").orElseThrow();
        assertThat(forwarded).matches("00-" + trace + "-[0-9a-f]{16}-01").doesNotContain("00f067aa0ba902b7");
        Form form = Form.parse(insi.authorizationServer.last().text());
        assertThat(form.first("token_type_hint")).contains("access_token");
        assertThat(form.first("client_id")).contains("teleservice-sim");
    }

    @Test
    void blamesNobodyWhenTheAuthorizationServerIsDown() throws Exception {
        insi.authorizationServer.breaksDown(true);
        try {
            Response response = post(bearer(insi.soundToken()));

            assertThat(response.status()).isEqualTo(503);
            Hop hop = insi.hop();
            assertRefused(hop, 503, "introspection_unavailable");
            assertThat(hop.fact(Fact.BEARER_KIND)).isEmpty();
        } finally {
            insi.authorizationServer.breaksDown(false);
        }
    }

    private static Hop hopOf(JsonObject claims) throws Exception {
        String token = Tokens.jwt(claims);
        insi.authorizationServer.knows(token, claims);
        post(bearer(token));
        return insi.hop();
    }

    private static Headers bearer(String token) {
        return Headers.of("Authorization", "Bearer " + token);
    }

    private static Response post(Headers headers) throws Exception {
        return insi.post(Optional.of(TestCertificates.CLIENT), headers, Samples.soundInsi(NOW));
    }
}
