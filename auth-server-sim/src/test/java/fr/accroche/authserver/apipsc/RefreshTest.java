package fr.accroche.authserver.apipsc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.ApiBench;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.Wrong;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Renewal: what it gives, and everything that it refuses, in the words of both profiles. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefreshTest {

    private final ApiBench rfc = ApiBench.sound();
    private final ApiBench keycloak = ApiBench.with("apiPsc: { errors: keycloak }");

    @AfterAll
    void close() {
        keycloak.close();
        rfc.close();
    }

    private static String refreshToken(JsonObject tokens) {
        return tokens.text("refresh_token").orElseThrow();
    }

    private static Optional<Boolean> active(ApiBench bench, JsonObject tokens) throws IOException {
        return bench.introspect(Teleservice.DMP, tokens.text("access_token").orElseThrow())
                .bool("active");
    }

    @Test
    void renewsWithRotation() throws IOException {
        JsonObject first = rfc.tokens();

        Response response = rfc.exchange(ApiBench.renewal(refreshToken(first)));

        JsonObject second = PscBench.json(response);
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().first("Cache-Control")).contains("no-store");
        assertThat(second.members())
                .containsOnlyKeys(
                        "access_token",
                        "token_type",
                        "expires_in",
                        "refresh_token",
                        "refresh_expires_in",
                        "not-before-policy",
                        "session_state",
                        "scope");
        assertThat(refreshToken(second)).isNotEqualTo(refreshToken(first));
        assertThat(second.text("session_state")).isEqualTo(first.text("session_state"));
        assertThat(active(rfc, first)).contains(true);
        assertThat(active(rfc, second)).contains(true);
        Hop hop = rfc.journal.last(Stage.EXCHANGE);
        assertThat(hop.breaches()).isEmpty();
        assertThat(hop.value(Fact.GRANT_TYPE)).contains("refresh_token");
        assertThat(hop.value(Fact.TOKEN_PERSON)).contains(PscBench.PERSON);
        assertThat(hop.value(Fact.TOKEN_CNF))
                .contains(hop.client().presented().orElseThrow().sha256());
        assertThat(rfc.journal.all().toString()).doesNotContain(refreshToken(first), refreshToken(second));
    }

    @Test
    void lastsAsLongAsItIsRenewed() throws IOException {
        JsonObject tokens = rfc.tokens();
        for (int i = 0; i < 10; i++) {
            rfc.psc.clock.advance(Duration.ofSeconds(1_799));
            tokens = PscBench.json(rfc.exchange(ApiBench.renewal(refreshToken(tokens))));
        }
        assertThat(active(rfc, tokens)).contains(true);
        rfc.psc.clock.advance(Duration.ofSeconds(1_800));
        refuses(ApiBench.renewal(refreshToken(tokens)), rfc, 400, "invalid_grant", "TOK-04");
    }

    @Test
    void aSecondUseRevokesAllThatCameFromIt() throws IOException {
        for (ApiBench bench : List.of(rfc, keycloak)) {
            JsonObject first = bench.tokens();
            JsonObject second = PscBench.json(bench.exchange(ApiBench.renewal(refreshToken(first))));
            JsonObject unrelated = bench.tokens();

            refuses(ApiBench.renewal(refreshToken(first)), bench, 400, "invalid_grant", "TOK-04");

            assertThat(active(bench, first)).contains(false);
            assertThat(active(bench, second)).contains(false);
            assertThat(active(bench, unrelated)).contains(true);
            refuses(ApiBench.renewal(refreshToken(second)), bench, 400, "invalid_grant", "TOK-04");
        }
    }

    @Test
    void aSecondUseByWhoDoesNotProveToBeTheClientRevokesNothing() throws IOException {
        JsonObject first = rfc.tokens();
        JsonObject second = PscBench.json(rfc.exchange(ApiBench.renewal(refreshToken(first))));
        Form renewal = ApiBench.renewal(refreshToken(first));

        refuses(
                Identities.GAMMA,
                Wrong.with(renewal, "client_id", Identities.GAMMA_ID),
                rfc,
                400,
                "invalid_grant",
                "TOK-04");
        refuses(Identities.GAMMA, renewal, rfc, 401, "invalid_client", "IDN-01", "TOK-04");

        assertThat(active(rfc, second)).contains(true);
    }

    @Test
    void refusesWhatIsNotItsOwn() throws IOException {
        for (ApiBench bench : List.of(rfc, keycloak)) {
            boolean asKeycloak = bench == keycloak;
            JsonObject tokens = bench.tokens();
            Form renewal = ApiBench.renewal(refreshToken(tokens));

            refuses(Wrong.with(renewal, "refresh_token", null), bench, 400, "invalid_request", "TOK-04");
            refuses(Wrong.with(renewal, "refresh_token", "unknown"), bench, 400, "invalid_grant", "TOK-04");
            refuses(
                    Wrong.with(
                            renewal,
                            "refresh_token",
                            tokens.text("access_token").orElseThrow()),
                    bench,
                    400,
                    "invalid_grant",
                    "TOK-04");
            refuses(
                    Identities.GAMMA,
                    Wrong.with(renewal, "client_id", Identities.GAMMA_ID),
                    bench,
                    400,
                    "invalid_grant",
                    "IDN-04");
            refuses(
                    Identities.ALPHA_RENEWED,
                    renewal,
                    bench,
                    asKeycloak ? 401 : 400,
                    asKeycloak ? "unauthorized_client" : "invalid_grant",
                    "TOK-03");
            refuses(renewal.plus("scope", "more"), bench, 400, "invalid_scope", "TOK-01");
            refuses(renewal.plus("grant_type", "refresh_token"), bench, 400, "invalid_request", "TOK-01");
            assertThat(bench.exchange(renewal).status())
                    .as("none of these used it up")
                    .isEqualTo(200);
        }
    }

    @Test
    void isOfOneRealm() throws IOException {
        Form renewal = ApiBench.renewal(refreshToken(rfc.tokens()));

        Wrong.assertRefused(
                rfc.exchange(Teleservice.INSI, Identities.ALPHA, renewal),
                rfc.journal.last(),
                400,
                "invalid_grant",
                "TOK-04");
    }

    @Test
    void givesFewerScopesAndKeepsTheGrantsOwn() throws IOException {
        Form exchange = ApiBench.exchange(rfc.pscToken()).plus("scope", "a b");
        JsonObject first = PscBench.json(rfc.exchange(exchange));

        JsonObject fewer =
                PscBench.json(rfc.exchange(ApiBench.renewal(refreshToken(first)).plus("scope", "b")));
        JsonObject again = PscBench.json(rfc.exchange(ApiBench.renewal(refreshToken(fewer))));

        assertThat(fewer.text("scope")).contains("b");
        assertThat(rfc.introspect(Teleservice.DMP, fewer.text("access_token").orElseThrow())
                        .text("scope"))
                .contains("b");
        assertThat(again.text("scope")).contains("a b");
    }

    private static void refuses(Form form, ApiBench bench, int status, String error, String... rules)
            throws IOException {
        refuses(Identities.ALPHA, form, bench, status, error, rules);
    }

    private static void refuses(
            HeldCertificate identity, Form form, ApiBench bench, int status, String error, String... rules)
            throws IOException {
        Response response = bench.exchange(Teleservice.DMP, identity, form);
        Wrong.assertRefused(response, bench.journal.last(), status, error, rules);
    }
}
