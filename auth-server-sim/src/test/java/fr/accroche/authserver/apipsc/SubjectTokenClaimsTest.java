package fr.accroche.authserver.apipsc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.ApiBench;
import fr.accroche.authserver.ApiSettings;
import fr.accroche.authserver.Declarations;
import fr.accroche.authserver.FakeIntrospection;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.Wrong;
import fr.accroche.certs.Thumbprint;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every claim of a subject token that is looked at, in each of the ways in which a token is verified. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubjectTokenClaimsTest {

    private final ApiBench local = ApiBench.with("apiPsc: { subjectTokenCheck: local-jwks }");
    private final ApiBench userinfo = ApiBench.with("apiPsc: { subjectTokenCheck: userinfo }");
    private final ApiBench keycloak =
            ApiBench.with("apiPsc: { subjectTokenCheck: local-jwks, errors: keycloak, skew: 1m }");
    private final FakeIntrospection other = new FakeIntrospection(local.psc.runtime);
    private final ApiBench asking =
            new ApiBench(Declarations.ville(), settings -> ApiSettings.pscIssuer(settings, other.issuer()));

    @AfterAll
    void close() {
        asking.close();
        other.close();
        keycloak.close();
        userinfo.close();
        local.close();
    }

    private static JsonObject claims(ApiBench bench, String issuer) {
        long now = bench.psc.clock.instant().getEpochSecond();
        return JsonObject.EMPTY
                .with("exp", now + 120)
                .with("iat", now)
                .with("iss", issuer)
                .with("sub", "f:x:" + PscBench.PERSON)
                .with("typ", "Bearer")
                .with("azp", Identities.ALPHA_ID)
                .with("acr", "eidas1")
                .with("sid", "a-session")
                .with("SubjectNameID", PscBench.PERSON);
    }

    private static JsonObject claims(ApiBench bench) {
        return claims(bench, bench.psc.psc.issuer().toString());
    }

    /** One claim changed; {@code @5} is in five seconds. */
    static JsonObject changed(ApiBench bench, JsonObject claims, String claim, String json) {
        if (json == null) {
            return claims.without(claim);
        }
        String value = json.startsWith("@")
                ? String.valueOf(bench.psc.clock.instant().getEpochSecond() + Long.parseLong(json.substring(1)))
                : json;
        return claims.with(
                claim,
                Json.parseObject(("{\"v\":" + value + "}").getBytes(StandardCharsets.UTF_8))
                        .get("v")
                        .orElseThrow());
    }

    @Test
    void takesTheSoundOneInEachWay() throws IOException {
        other.says(
                claims(asking, other.issuer().toString()).with("active", true).compact());

        assertThat(asking.exchange(ApiBench.exchange("any")).status()).isEqualTo(200);
        assertThat(exchanged(local, claims(local)).status()).isEqualTo(200);
        assertThat(exchanged(keycloak, claims(keycloak)).status()).isEqualTo(200);
        assertThat(local.exchange(ApiBench.exchange(local.pscToken())).status()).isEqualTo(200);
        assertThat(userinfo.exchange(ApiBench.exchange(userinfo.pscToken())).status())
                .isEqualTo(200);
        assertThat(userinfo.psc.journal.last().stage()).isEqualTo(Stage.PSC_USERINFO);
    }

    private static Response exchanged(ApiBench bench, JsonObject claims) throws IOException {
        return bench.exchange(ApiBench.exchange(Identities.signing().sign(claims)));
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            quoteCharacter = '`',
            value = {
                "typ           | -                        | TOK-02",
                "typ           | \"ID\"                    | TOK-02",
                "typ           | \"Refresh\"               | TOK-02",
                "typ           | [\"Bearer\"]              | TOK-02",
                "iss           | -                        | TOK-02",
                "iss           | \"https://other.invalid\" | TOK-02",
                "acr           | -                        | TOK-02",
                "acr           | \"eidas0\"                | TOK-02",
                "acr           | 1                        | TOK-02",
                "azp           | -                        | IDN-04",
                "azp           | \"gamma-edc-bas\"         | IDN-04",
                "SubjectNameID | -                        | TOK-02",
                "SubjectNameID | \" \"                     | TOK-02",
                "aud           | \"somebody\"              | TOK-02",
                "aud           | []                       | TOK-02",
                "aud           | [\"a\", \"b\"]            | TOK-02",
                "aud           | 7                        | TOK-02",
                "exp           | @0                       | TOK-02",
                "exp           | @-1                      | TOK-02",
                "exp           | -5                       | TOK-02",
                "exp           | 1000000000000000000      | TOK-02",
                "exp           | \"tomorrow\"              | TOK-02",
                "exp           | null                     | TOK-02",
                "exp           | 4000000000.5             | TOK-02",
                "nbf           | [0]                      | TOK-02",
                "nbf           | @1                       | TOK-02",
                "iat           | @1                       | TOK-02",
                "cnf           | {\"x5t#S256\": \"another\"} | TOK-03",
                "cnf           | {}                       | TOK-03",
                "cnf           | \"text\"                  | TOK-03",
            })
    void refusesOneWrongClaim(String claim, String json, String rule) throws IOException {
        Response response = exchanged(local, changed(local, claims(local), claim, json));

        Wrong.assertRefused(response, local.journal.last(), 400, "invalid_request", rule);

        other.says(changed(asking, claims(asking, other.issuer().toString()).with("active", true), claim, json)
                .compact());
        Wrong.assertRefused(
                asking.exchange(ApiBench.exchange("any")), asking.journal.last(), 400, "invalid_request", rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "typ | \"ID\"                        | TOK-02 | 400 | invalid_token",
                "azp | \"gamma-edc-bas\"             | IDN-04 | 403 | access_denied",
                "cnf | {\"x5t#S256\": \"another\"}   | TOK-03 | 401 | invalid_token",
                "exp | @-60                         | TOK-02 | 400 | invalid_token",
            })
    void saysItAsKeycloakDoes(String claim, String json, String rule, int status, String error) throws IOException {
        Response response = exchanged(keycloak, changed(keycloak, claims(keycloak), claim, json));

        Wrong.assertRefused(response, keycloak.journal.last(), status, error, rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp|@-59", "nbf|@60", "iat|@60"})
    void toleratesTheSkewThatSettingsSay(String change) throws IOException {
        String[] claim = change.split("\\|");

        assertThat(exchanged(keycloak, changed(keycloak, claims(keycloak), claim[0], claim[1]))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"alpha-edc-bas\"", "[\"account\", \"x\"]", "\"as.accroche.invalid\""})
    void takesTokensThatAreForItOrForNobodyInParticular(String audience) throws IOException {
        assertThat(exchanged(local, changed(local, claims(local), "aud", audience))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void takesTokensBoundToThisCertificateInBothEncodings() throws IOException {
        for (Thumbprint encoding : Thumbprint.values()) {
            JsonObject cnf = JsonObject.EMPTY.with("x5t#S256", encoding.of(Identities.ALPHA.certificate()));

            assertThat(exchanged(local, claims(local).with("cnf", cnf)).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void saysInactiveOfWhatPscSaysSoOf() throws IOException {
        other.says("{\"active\":false}");
        Response response = asking.exchange(ApiBench.exchange("any"));

        Wrong.assertRefused(response, asking.journal.last(), 400, "invalid_request", "TOK-02");
        assertThat(asking.journal.last().value(Fact.SUBJECT_TOKEN_STATE)).contains("inactive");
    }

    @Test
    void refusesUnsignedForgedAndOtherKeysTokens() throws IOException {
        String sound = Identities.signing().sign(claims(local));
        String[] parts = sound.split("\\.");
        String none = encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".";
        String hmac = encoded("{\"alg\":\"HS256\",\"kid\":\"x\"}") + "." + parts[1] + "." + parts[2];
        String unknownKey = encoded("{\"alg\":\"RS256\",\"kid\":\"x\"}") + "." + parts[1] + "." + parts[2];
        String changed =
                parts[0] + "." + encoded(claims(local).with("acr", "eidas3").compact()) + "." + parts[2];
        String[] forged = {none, hmac, unknownKey, changed, sound + "x", sound + "\r\nX: y", "a.b.c", parts[0]};
        for (String token : forged) {
            for (ApiBench bench : new ApiBench[] {local, userinfo}) {
                Response response = bench.exchange(ApiBench.exchange(token));

                Wrong.assertRefused(response, bench.journal.last(), 400, "invalid_request", "TOK-02");
            }
        }
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesTokenWithoutEndWhereNobodySaysThatItLives() throws IOException {
        Wrong.assertRefused(
                exchanged(local, claims(local).without("exp")), local.journal.last(), 400, "invalid_request", "TOK-02");
    }

    @Test
    void aTokenWrittenInAnotherWayIsTheSameToken() throws IOException {
        try (ApiBench once = ApiBench.with("apiPsc: { subjectTokenCheck: local-jwks, subjectTokenOnce: true }")) {
            String token = once.pscToken();
            assertThat(once.exchange(ApiBench.exchange(token)).status()).isEqualTo(200);

            // The last character of a signature of 256 bytes has four bits that mean nothing.
            String start = token.substring(0, token.length() - 1);
            for (String last : new String[] {"A", "B", "Q", "R", "g", "h", "w", "x"}) {
                assertThat(once.exchange(ApiBench.exchange(start + last)).status())
                        .isEqualTo(400);
            }
            assertThat(once.exchange(ApiBench.exchange(token + "\n")).status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"id_token", "refresh_token"})
    void neverTakesAnotherTokenOfPscForAnAccessToken(String member) throws IOException {
        for (ApiBench bench : new ApiBench[] {local, userinfo}) {
            String token = bench.psc
                    .connect(Identities.ALPHA, Identities.ALPHA_ID)
                    .text(member)
                    .orElseThrow();

            Wrong.assertRefused(
                    bench.exchange(ApiBench.exchange(token)), bench.journal.last(), 400, "invalid_request", "TOK-02");
        }
    }

    @Test
    void userinfoKnowsThatTheSessionEndedWhereKeysAloneDoNot() throws IOException {
        for (ApiBench bench : new ApiBench[] {local, userinfo}) {
            JsonObject tokens = bench.psc.connect(Identities.ALPHA, Identities.ALPHA_ID);
            bench.psc.browser.post(
                    Identities.ALPHA,
                    bench.psc.at("logout"),
                    Form.of("id_token_hint", tokens.text("id_token").orElseThrow()));

            int status = bench.exchange(
                            ApiBench.exchange(tokens.text("access_token").orElseThrow()))
                    .status();

            assertThat(status).isEqualTo(bench == local ? 200 : 400);
        }
    }

    @Test
    void asksForPscKeysOnceInAWhileOnly() throws IOException {
        try (ApiBench bench = ApiBench.with("apiPsc: { subjectTokenCheck: local-jwks }")) {
            String unknownKey = encoded("{\"alg\":\"RS256\",\"kid\":\"x\"}") + ".e30.AAAA";
            for (int i = 0; i < 5; i++) {
                bench.exchange(ApiBench.exchange(unknownKey));
            }
            assertThat(keyQuestions(bench)).isEqualTo(1);
            bench.psc.clock.advance(Duration.ofSeconds(10));
            bench.exchange(ApiBench.exchange(unknownKey));
            assertThat(keyQuestions(bench)).isEqualTo(2);
        }
    }

    private static long keyQuestions(ApiBench bench) {
        return bench.psc.journal.all().stream()
                .filter(hop -> hop.stage() == Stage.PSC_JWKS)
                .count();
    }

    @Test
    void takesPscTokensThatPscItselfBoundOverTheirCertificateOnly() throws IOException {
        try (ApiBench bench = ApiBench.with("psc: { boundTokens: true }, apiPsc: { sameClient: false }")) {
            String token = bench.pscToken();

            assertThat(bench.exchange(ApiBench.exchange(token)).status()).isEqualTo(200);
            Form form = Wrong.with(ApiBench.exchange(token), "client_id", Identities.GAMMA_ID);
            Wrong.assertRefused(
                    bench.exchange(Teleservice.DMP, Identities.GAMMA, form),
                    bench.journal.last(),
                    400,
                    "invalid_request",
                    "TOK-03");
        }
    }
}
