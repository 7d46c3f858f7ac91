package fr.accroche.authserver.apipsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import fr.accroche.authserver.ApiBench;
import fr.accroche.authserver.ApiSettings;
import fr.accroche.authserver.Browser;
import fr.accroche.authserver.Client;
import fr.accroche.authserver.Declarations;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.SigningKey;
import fr.accroche.authserver.Wrong;
import fr.accroche.certs.Thumbprint;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.TraceParent;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExchangeTest {

    private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

    private final ApiBench bench = ApiBench.sound();
    private final SigningKey key = new SigningKey(Identities.SIGNING);

    @AfterAll
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(value = Teleservice.class, mode = EnumSource.Mode.EXCLUDE, names = "MSSANTE")
    void everyTeleserviceHasItsRealm(Teleservice service) throws Exception {
        Response response = bench.exchange(service, Identities.ALPHA, ApiBench.exchange(bench.pscToken()));

        assertThat(response.status()).isEqualTo(200);
        JsonObject claims = claims(response);
        assertThat(claims.text("iss")).contains(bench.api.uri() + "/realms/" + service.route());
        assertThat(claims.get("aud").orElseThrow().compact())
                .isEqualTo("[\"" + service.route() + "\",\"" + Identities.ALPHA_ID + "\"]");
        assertThat(bench.journal.last().value(Fact.TELESERVICE)).contains(service.label());
    }

    @Test
    void answersWithEveryMemberThatProxiesNeed() throws Exception {
        Response response = bench.exchange(ApiBench.exchange(bench.pscToken()));

        JsonObject answer = PscBench.json(response);
        assertThat(response.headers().first("Cache-Control")).contains("no-store");
        assertThat(answer.members())
                .containsOnlyKeys(
                        "access_token",
                        "issued_token_type",
                        "token_type",
                        "expires_in",
                        "refresh_token",
                        "refresh_expires_in",
                        "not-before-policy",
                        "session_state",
                        "scope");
        assertThat(answer.text("issued_token_type")).contains(ApiBench.ACCESS_TOKEN);
        assertThat(answer.text("token_type")).contains("Bearer");
        assertThat(answer.integer("expires_in")).contains(14_400L);
        assertThat(answer.integer("refresh_expires_in")).contains(1_800L);
        JsonObject claims = claims(response);
        assertThat(claims.text("azp")).contains(Identities.ALPHA_ID);
        assertThat(claims.text("SubjectNameID")).contains(PscBench.PERSON);
        assertThat(claims.text("preferred_username")).contains(PscBench.PERSON);
        assertThat(claims.text("typ")).contains("Bearer");
        assertThat(claims.text("acr")).contains("1");
        assertThat(claims.text("sid")).isEqualTo(answer.text("session_state"));
        assertThat(claims.integer("exp").orElseThrow() - claims.integer("iat").orElseThrow())
                .isEqualTo(14_400);
    }

    @Test
    void notesEveryFactOfASoundExchange() throws Exception {
        JsonObject tokens = bench.psc.connect(Identities.ALPHA, Identities.ALPHA_ID);
        String subject = tokens.text("access_token").orElseThrow();

        Response response = bench.exchange(ApiBench.exchange(subject).plus("scope", "dmp.lire"));

        String issued = PscBench.json(response).text("access_token").orElseThrow();
        Hop hop = bench.journal.last();
        assertThat(hop.stage()).isEqualTo(Stage.EXCHANGE);
        assertThat(hop.breaches()).isEmpty();
        assertThat(hop.value(Fact.CLIENT_ID)).contains(Identities.ALPHA_ID);
        assertThat(hop.value(Fact.CLIENT_AUTHENTICATION)).contains("tls_client_auth");
        assertThat(hop.value(Fact.GRANT_TYPE)).contains(ApiBench.EXCHANGE);
        assertThat(hop.value(Fact.SUBJECT_TOKEN_TYPE)).contains(ApiBench.ACCESS_TOKEN);
        assertThat(hop.value(Fact.SUBJECT_TOKEN_STATE)).contains("active");
        assertThat(hop.value(Fact.SUBJECT_TOKEN_ISSUER))
                .contains(bench.psc.psc.issuer().toString());
        assertThat(hop.value(Fact.SUBJECT_TOKEN_CLIENT)).contains(Identities.ALPHA_ID);
        assertThat(hop.value(Fact.SUBJECT_TOKEN_ACR)).contains("eidas1");
        assertThat(hop.value(Fact.PSC_TOKEN)).contains(Fact.PSC_TOKEN.redact(subject));
        assertThat(hop.value(Fact.PSC_SESSION)).isEqualTo(tokens.text("session_state"));
        assertThat(hop.value(Fact.API_TOKEN)).contains(Fact.API_TOKEN.redact(issued));
        assertThat(hop.value(Fact.TOKEN_PERSON)).contains(PscBench.PERSON);
        assertThat(hop.value(Fact.TOKEN_CNF))
                .contains(hop.client().presented().orElseThrow().sha256());
        assertThat(hop.value(Fact.CREDENTIAL_OUTCOME)).contains("granted");
        assertThat(hop.value(Fact.SCOPE)).contains("dmp.lire");
        assertThat(PscBench.json(response).text("scope")).contains("dmp.lire");
        assertThat(bench.journal.all().toString())
                .doesNotContain(
                        subject,
                        issued,
                        PscBench.json(response).text("refresh_token").orElseThrow());
    }

    @Test
    void bindsTokenToTheCertificateInTheAnsEncoding() throws Exception {
        Response response = bench.exchange(ApiBench.exchange(bench.pscToken()));

        assertThat(claims(response).object("cnf").flatMap(cnf -> cnf.text("x5t#S256")))
                .contains(Thumbprint.ANS_HEX_BASE64.of(Identities.ALPHA.certificate()));
    }

    @Test
    void bindsTokenToTheCertificateInTheRfcEncoding() throws Exception {
        try (ApiBench other = ApiBench.with("cnf: rfc8705")) {
            Response response = other.exchange(ApiBench.exchange(other.pscToken()));

            assertThat(claims(response).object("cnf").flatMap(cnf -> cnf.text("x5t#S256")))
                    .contains(Thumbprint.RFC8705.of(Identities.ALPHA.certificate()));
        }
    }

    @Test
    void asksTheCredentialApiAboutThisConnection() throws Exception {
        ClientRequest request = Browser.form(
                        bench.api.tokenEndpoint(Teleservice.DMP), ApiBench.exchange(bench.pscToken()))
                .with("traceparent", "00-" + TRACE_ID + "-b7ad6b7169203331-01");

        bench.psc.browser.send(Optional.of(Identities.ALPHA), request);

        Request asked = bench.credential.lastAsked();
        assertThat(Json.parseObject(asked.body()))
                .isEqualTo(JsonObject.EMPTY
                        .with("clientId", Identities.ALPHA_ID)
                        .with("certificateCN", Identities.ALPHA_ID)
                        .with("certificateOU", Identities.BETA_STRUCTURE)
                        .with("securityLevel", "15"));
        assertThat(asked.peer().certificate()).contains(Identities.AUTHORIZATION_SERVER.certificate());
        assertThat(TraceParent.in(asked.headers()))
                .hasValueSatisfying(trace -> assertThat(trace.traceId()).isEqualTo(TRACE_ID));
        assertThat(asked.headers().first("traceparent").orElseThrow()).doesNotContain("b7ad6b7169203331");
        assertThat(bench.journal.last().value(Fact.TRACE_ID)).contains(TRACE_ID);
        assertThat(bench.psc.journal.last(Stage.PSC_INTROSPECTION).value(Fact.TRACE_ID))
                .contains(TRACE_ID);
    }

    @Test
    void beginsTraceWhereNoneCame() throws Exception {
        bench.exchange(ApiBench.exchange(bench.pscToken()));

        Optional<String> begun = bench.journal.last().value(Fact.TRACE_ID);
        assertThat(begun).isPresent();
        assertThat(TraceParent.in(bench.credential.lastAsked().headers()).map(TraceParent::traceId))
                .isEqualTo(begun);
    }

    @Test
    void introspectsWithSecretWhereItHasOne() throws Exception {
        PscCredential secret = new PscCredential(PscBench.SECRET_ID, Optional.of(PscBench.SECRET));
        try (ApiBench other =
                new ApiBench(Declarations.ville(), settings -> ApiSettings.pscCredential(settings, secret))) {

            assertThat(other.exchange(ApiBench.exchange(other.pscToken())).status())
                    .isEqualTo(200);

            assertThat(other.psc.journal.last(Stage.PSC_INTROSPECTION).value(Fact.CLIENT_AUTHENTICATION))
                    .contains("client_secret_basic");
        }
    }

    @Test
    void acceptsSubjectTokenTypeJwtAndAbsentIssuer() throws Exception {
        Response response = bench.exchange(Wrong.with(
                Wrong.with(
                        ApiBench.exchange(bench.pscToken()),
                        "subject_token_type",
                        "urn:ietf:params:oauth:token-type:jwt"),
                "subject_issuer",
                null));

        assertThat(response.status()).isEqualTo(200);
    }

    @Test
    void publishedKeyVerifiesItsTokens() throws Exception {
        JWSObject token = JWSObject.parse(bench.apiToken());
        URI certs =
                URI.create(bench.api.tokenEndpoint(Teleservice.DMP).toString().replace("/token", "/certs"));

        JWKSet keys = JWKSet.parse(bench.psc
                .browser
                .send(Optional.empty(), ClientRequest.get(certs))
                .text());

        assertThat(token.verify(new RSASSAVerifier(
                        keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
    }

    @Test
    void takesNoClientWithSecret() {
        Client client = new Client("a", Optional.of("s"), "test");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiSettings.clients(bench.settings, List.of(client)))
                .withMessageContaining("no secret");
    }

    @Test
    void keepsSecretsOutOfTheTextOfItsSettings() {
        assertThat(new PscCredential("as", Optional.of("hidden")).toString()).doesNotContain("hidden");
        assertThat(Set.of(new Client("a", Optional.of("hidden"), "test")).toString())
                .doesNotContain("hidden");
    }

    private JsonObject claims(Response response) {
        return key.claims(PscBench.json(response).text("access_token").orElseThrow())
                .orElseThrow();
    }
}
