package fr.accroche.authserver.apipsc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.ApiBench;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.Wrong;
import fr.accroche.compliance.declaration.ApiPscChoices.Errors;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong exchanges, one change each: the status, the error and the rule, in the words of both profiles. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongExchangeTest {

    private static final String STRICT =
            "subjectIssuerRequired: true, scopeRequired: true, scopes: { DMP: [dmp.lire, dmp.ecrire] }";

    private final ApiBench rfc = ApiBench.with("apiPsc: { " + STRICT + " }");
    private final ApiBench keycloak = ApiBench.with("apiPsc: { errors: keycloak, " + STRICT + " }");

    @AfterAll
    void close() {
        rfc.close();
        keycloak.close();
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "grant_type           | -                                               | TOK-01 | 400 invalid_request        | 400 invalid_request",
                "grant_type           | authorization_code                              | TOK-01 | 400 unsupported_grant_type | 400 unsupported_grant_type",
                "grant_type           | client_credentials                              | TOK-01 | 400 unsupported_grant_type | 400 unsupported_grant_type",
                "grant_type           | password                                        | TOK-01 | 400 unsupported_grant_type | 400 unsupported_grant_type",
                "grant_type           | urn:openid:params:grant-type:ciba               | TOK-01 | 400 unsupported_grant_type | 400 unsupported_grant_type",
                "grant_type           | URN:IETF:PARAMS:OAUTH:GRANT-TYPE:TOKEN-EXCHANGE | TOK-01 | 400 unsupported_grant_type | 400 unsupported_grant_type",
                "client_id            | -                                               | IDN-01 | 400 invalid_request        | 400 invalid_client",
                "client_id            | gamma-edc-bas                                   | IDN-01,IDN-04 | 401 invalid_client  | 401 invalid_client",
                "client_id            | nobody                                          | IDN-01,IDN-03,IDN-04 | 401 invalid_client | 401 invalid_client",
                "client_secret        | any                                             | MTL-01 | 401 invalid_client         | 401 invalid_client",
                "client_assertion     | e30.e30.x                                       | TOK-01 | 401 invalid_client         | 401 invalid_client",
                "subject_token        | -                                               | TOK-01 | 400 invalid_request        | 400 invalid_token",
                "subject_token        | nothing                                         | TOK-02 | 400 invalid_request        | 400 invalid_token",
                "subject_token        | eyJhbGciOiJub25lIn0.e30.                        | TOK-02 | 400 invalid_request        | 400 invalid_token",
                "subject_token_type   | -                                               | TOK-01 | 400 invalid_request        | 400 invalid_token",
                "subject_token_type   | access_token                                    | TOK-01 | 400 invalid_request        | 400 invalid_token",
                "subject_token_type   | urn:ietf:params:oauth:token-type:id_token       | TOK-01 | 400 invalid_request        | 400 invalid_token",
                "subject_token_type   | urn:ietf:params:oauth:token-type:refresh_token  | TOK-01 | 400 invalid_request        | 400 invalid_token",
                "subject_token_type   | urn:ietf:params:oauth:token-type:saml2          | TOK-01 | 400 invalid_request        | 400 invalid_token",
                "requested_token_type | urn:ietf:params:oauth:token-type:saml2          | TOK-01 | 400 invalid_request        | 400 invalid_request",
                "requested_token_type | urn:ietf:params:oauth:token-type:id_token       | TOK-01 | 400 invalid_request        | 400 invalid_request",
                "requested_token_type | jwt                                             | TOK-01 | 400 invalid_request        | 400 invalid_request",
                "subject_issuer       | -                                               | TOK-01 | 400 invalid_request        | 400 invalid_issuer",
                "subject_issuer       | google                                          | TOK-01 | 400 invalid_request        | 400 invalid_issuer",
                "subject_issuer       | PSC                                             | TOK-01 | 400 invalid_request        | 400 invalid_issuer",
                "actor_token          | e30.e30.x                                       | TOK-01 | 400 invalid_request        | 400 invalid_request",
                "actor_token_type     | urn:ietf:params:oauth:token-type:jwt            | TOK-01 | 400 invalid_request        | 400 invalid_request",
                "audience             | insi                                            | TOK-01 | 400 invalid_target         | 400 invalid_client",
                "audience             | https://dmp.invalid/                            | TOK-01 | 400 invalid_target         | 400 invalid_client",
                "resource             | https://insi.invalid/                           | TOK-01 | 400 invalid_target         | 400 invalid_client",
                "resource             | dmp                                             | TOK-01 | 400 invalid_target         | 400 invalid_client",
                "scope                | -                                               | TOK-01 | 400 invalid_scope          | 400 invalid_request",
                "scope                | 'dmp.lire  dmp.ecrire'                          | TOK-01 | 400 invalid_scope          | 400 invalid_scope",
                "scope                | dmp.supprimer                                   | TOK-01 | 400 invalid_scope          | 400 invalid_scope",
                "scope                | dmp.lire insi.lire                              | TOK-01 | 400 invalid_scope          | 400 invalid_scope",
                "scope                | 'dmp.lire,dmp.ecrire'                           | TOK-01 | 400 invalid_scope          | 400 invalid_scope",
                "scope                | 'dmp.\u00e9crire'                               | TOK-01 | 400 invalid_scope          | 400 invalid_scope",
                "cnf                  | another                                         | TOK-01 | 400 invalid_request        | 400 invalid_request",
                "cnf                  | '{\"x5t#S256\":\"another\"}'                     | TOK-01 | 400 invalid_request        | 400 invalid_request",
            })
    void refusesOneWrongParameter(String name, String value, String rules, String asRfc, String asKeycloak)
            throws IOException {
        refuses(rfc, name, value, rules, asRfc);
        refuses(keycloak, name, value, rules, asKeycloak);
    }

    private static void refuses(ApiBench bench, String name, String value, String rules, String expected)
            throws IOException {
        int askedBefore = bench.credential.asked().size();
        Form sound = ApiBench.exchange(bench.pscToken()).plus("scope", "dmp.lire");

        Response response = bench.exchange(Wrong.with(sound, name, value));

        String[] wire = expected.split(" ");
        Wrong.assertRefused(response, bench.journal.last(), Integer.parseInt(wire[0]), wire[1], rules.split(","));
        assertThat(response.text()).as("no echo").doesNotContain(value == null ? "\u0000" : value);
        assertThat(bench.credential.asked()).hasSize(askedBefore);
    }

    @Test
    void refusesAScopeThatNoTokenCouldHold() throws IOException {
        try (ApiBench other = ApiBench.sound()) {
            Form form = ApiBench.exchange(other.pscToken());

            assertThat(other.exchange(form.plus("scope", "a".repeat(1_000))).status())
                    .isEqualTo(200);
            Wrong.assertRefused(
                    other.exchange(form.plus("scope", "a".repeat(1_001))),
                    other.journal.last(),
                    400,
                    "invalid_scope",
                    "TOK-01");
        }
    }

    @Test
    void servesTheSoundOneInBothProfiles() throws IOException {
        for (ApiBench bench : List.of(rfc, keycloak)) {
            Form sound = ApiBench.exchange(bench.pscToken()).plus("scope", "dmp.ecrire dmp.lire");
            assertThat(bench.exchange(sound).status()).isEqualTo(200);
        }
    }

    @Test
    void everyErrorCanGoOverTheWire() {
        assertThat(Arrays.stream(WireError.values())
                        .flatMap(error -> Arrays.stream(Errors.values()).map(error::in)))
                .allSatisfy(wire -> {
                    assertThat(wire.status()).isBetween(400, 503);
                    assertThat(wire.error()).matches("[a-z_]+");
                    assertThat(wire.description()).matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]+");
                });
    }

    @Test
    void answersAWrongClientAsSettingsSay() throws IOException {
        try (ApiBench other = ApiBench.with("apiPsc: { onWrongClient: bad-request }")) {
            Response response = other.exchange(Teleservice.DMP, Identities.GAMMA, ApiBench.exchange(other.pscToken()));

            Wrong.assertRefused(response, other.journal.last(), 400, "invalid_client", "IDN-01");
        }
    }

    @Test
    void hasNothingOfTheRequestInWhatItSaysOfPscBeingOfNoHelp() throws IOException {
        try (ApiBench other = ApiBench.with("apiPsc: { errors: keycloak }")) {
            String token = other.pscToken();
            other.psc.psc.close();

            Response response = other.exchange(ApiBench.exchange(token));

            assertThat(response.status()).isEqualTo(400);
            assertThat(PscBench.json(response).text("error")).contains("invalid_token");
            assertThat(other.journal.last().breaches()).isEmpty();
        }
    }
}
