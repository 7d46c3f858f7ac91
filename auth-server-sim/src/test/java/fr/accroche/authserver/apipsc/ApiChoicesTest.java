package fr.accroche.authserver.apipsc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.ApiBench;
import fr.accroche.authserver.FakeCredentialApi;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.Wrong;
import fr.accroche.certs.Thumbprint;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.wire.Form;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each line of {@code settings.apiPsc} and {@code settings.credential} changes. */
class ApiChoicesTest {

    @Test
    void subjectIssuerIsTheOneDeclared() throws IOException {
        try (ApiBench bench = ApiBench.with("apiPsc: { subjectIssuer: pro-sante-connect }")) {
            Form form = ApiBench.exchange(bench.pscToken());

            Wrong.assertRefused(bench.exchange(form), bench.journal.last(), 400, "invalid_request", "TOK-01");
            assertThat(bench.exchange(Wrong.with(form, "subject_issuer", "pro-sante-connect"))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void anotherClientMayExchangeWhereThatIsAllowed() throws IOException {
        try (ApiBench bench = ApiBench.with("apiPsc: { sameClient: false }")) {
            String token = bench.pscToken(Identities.GAMMA, Identities.GAMMA_ID);

            assertThat(bench.exchange(ApiBench.exchange(token)).status()).isEqualTo(200);
        }
    }

    @Test
    void aTokenServesOnceAtEachServerWhereThatIsAsked() throws IOException {
        try (ApiBench bench = ApiBench.with("apiPsc: { subjectTokenOnce: true }")) {
            Form form = ApiBench.exchange(bench.pscToken());

            bench.credential.answers(FakeCredentialApi.refused("elu"));
            assertThat(bench.exchange(form).status())
                    .as("a refusal uses nothing up")
                    .isEqualTo(403);
            bench.credential.answers(FakeCredentialApi.granted());
            assertThat(bench.exchange(form).status()).isEqualTo(200);
            Wrong.assertRefused(bench.exchange(form), bench.journal.last(), 400, "invalid_request", "TOK-02");
            assertThat(bench.exchange(Teleservice.INSI, Identities.ALPHA, form).status())
                    .isEqualTo(200);
        }
    }

    /** The last character of a signature of 256 bytes has four bits that count for nothing. */
    @Test
    void aTokenSpeltInAnotherWayIsNoOtherToken() throws IOException {
        try (ApiBench bench = ApiBench.with("apiPsc: { subjectTokenOnce: true, subjectTokenCheck: local-jwks }")) {
            String token = Identities.signing()
                    .sign(CompactJws.claims(bench.pscToken()).orElseThrow().without("jti"));
            assertThat(bench.exchange(ApiBench.exchange(token)).status()).isEqualTo(200);

            int last = token.length() - 1;
            String respelt = token.substring(0, last) + (char) (token.charAt(last) + 1);

            assertThat(bench.exchange(ApiBench.exchange(token)).status()).isEqualTo(400);
            assertThat(bench.exchange(ApiBench.exchange(respelt)).status()).isEqualTo(400);
        }
    }

    @Test
    void scopesAreThoseOfEachService() throws IOException {
        try (ApiBench bench = ApiBench.with("apiPsc: { scopes: { DMP: [dmp.lire, dmp.ecrire] } }")) {
            Form form = ApiBench.exchange(bench.pscToken());

            assertThat(PscBench.json(bench.exchange(form)).text("scope")).contains("dmp.lire dmp.ecrire");
            assertThat(PscBench.json(bench.exchange(form.plus("scope", "dmp.lire")))
                            .text("scope"))
                    .contains("dmp.lire");
            assertThat(bench.exchange(form.plus("scope", "insi.lire")).status()).isEqualTo(400);
            assertThat(bench.exchange(Teleservice.INSI, Identities.ALPHA, form.plus("scope", "insi.lire"))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void tokensLiveAsLongAsEachServiceSays() throws IOException {
        try (ApiBench bench =
                ApiBench.with("apiTokenLife: 2h, apiPsc: { tokenLife: { DMP: 60s }, refreshTokenLife: 5m }")) {
            Form form = ApiBench.exchange(bench.pscToken());
            JsonObject dmp = PscBench.json(bench.exchange(form));
            JsonObject insi = PscBench.json(bench.exchange(Teleservice.INSI, Identities.ALPHA, form));

            assertThat(dmp.integer("expires_in")).contains(60L);
            assertThat(dmp.integer("refresh_expires_in")).contains(300L);
            assertThat(insi.integer("expires_in")).contains(7_200L);
            bench.psc.clock.advance(Duration.ofSeconds(60));
            assertThat(active(bench, Teleservice.DMP, dmp)).contains(false);
            assertThat(active(bench, Teleservice.INSI, insi)).contains(true);
            assertThat(bench.exchange(ApiBench.renewal(dmp.text("refresh_token").orElseThrow()))
                            .status())
                    .as("the grant lives as long as its refresh token")
                    .isEqualTo(200);
        }
    }

    private static Optional<Boolean> active(ApiBench bench, Teleservice service, JsonObject tokens) throws IOException {
        return bench.introspect(service, tokens.text("access_token").orElseThrow())
                .bool("active");
    }

    @Test
    void noLevelIsAskedForWherePscTellsNone() throws IOException {
        try (ApiBench bench = ApiBench.with("psc: { acr: none }")) {
            assertThat(bench.exchange(ApiBench.exchange(bench.pscToken())).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void issuedTokenTypeCanBeLeftOut() throws IOException {
        try (ApiBench bench = ApiBench.with("apiPsc: { issuedTokenType: false }")) {
            assertThat(bench.tokens().get("issued_token_type")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "unavailable, rfc, 503, temporarily_unavailable",
        "unavailable, keycloak, 503, temporarily_unavailable",
        "refuse, rfc, 403, access_denied",
    })
    void aSilentCredentialApiIsWhatSettingsSay(String choice, String errors, int status, String error)
            throws IOException {
        try (ApiBench bench = ApiBench.with("apiPsc: { onUnavailable: " + choice + ", errors: " + errors + " }")) {
            bench.credential.answers(FakeCredentialApi.json(500, "{}"));

            Response response = bench.exchange(ApiBench.exchange(bench.pscToken()));

            assertThat(response.status()).isEqualTo(status);
            assertThat(PscBench.json(response).text("error")).contains(error);
            assertThat(bench.journal.last().breaches()).isEmpty();
            assertThat(bench.journal.last().value(Fact.CREDENTIAL_OUTCOME)).contains("unavailable");
        }
    }

    @Test
    void aSilentCredentialApiLetsThroughWhereThatIsAsked() throws IOException {
        try (ApiBench bench = ApiBench.with("apiPsc: { onUnavailable: allow }")) {
            bench.credential.answers(FakeCredentialApi.json(500, "{}"));

            assertThat(bench.exchange(ApiBench.exchange(bench.pscToken())).status())
                    .isEqualTo(200);
            bench.credential.answers(FakeCredentialApi.refused("elu"));
            assertThat(bench.exchange(ApiBench.exchange(bench.pscToken())).status())
                    .as("a refusal is no silence")
                    .isEqualTo(403);
        }
    }

    @Test
    void theCredentialApiIsAskedAsItsContractSays() throws IOException {
        try (ApiBench bench = ApiBench.with("credential: { method: get, decisionField: decision, granted: OUI }")) {
            bench.credential.answers(FakeCredentialApi.granted());
            assertThat(bench.exchange(ApiBench.exchange(bench.pscToken())).status())
                    .as("another contract's answer is none")
                    .isEqualTo(503);
            bench.credential.answers(FakeCredentialApi.json(200, "{\"decision\":\"OUI\"}"));
            assertThat(bench.exchange(ApiBench.exchange(bench.pscToken())).status())
                    .isEqualTo(200);

            Request asked = bench.credential.lastAsked();
            assertThat(asked.method()).isEqualTo("GET");
            assertThat(asked.query())
                    .isEqualTo("clientId=alpha-edc-bas&certificateCN=alpha-edc-bas&certificateOU="
                            + Identities.BETA_STRUCTURE + "&securityLevel=15");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "access_token, access_token, false",
        "jwt, jwt, false",
        "refresh_token, access_token, true",
    })
    void whatIsRequestedIsIssued(String requested, String issued, boolean withRefresh) throws IOException {
        String urn = "urn:ietf:params:oauth:token-type:";
        try (ApiBench bench = ApiBench.sound()) {
            JsonObject answer = PscBench.json(
                    bench.exchange(ApiBench.exchange(bench.pscToken()).plus("requested_token_type", urn + requested)));

            assertThat(answer.text("issued_token_type")).contains(urn + issued);
            assertThat(answer.get("refresh_token").isPresent()).isEqualTo(withRefresh);
            assertThat(answer.get("refresh_expires_in").isPresent()).isEqualTo(withRefresh);
        }
    }

    @Test
    void aCertificateNamedInTheRequestIsThisOne() throws IOException {
        try (ApiBench bench = ApiBench.sound()) {
            for (Thumbprint encoding : Thumbprint.values()) {
                String thumbprint = encoding.of(Identities.ALPHA.certificate());
                Form form = ApiBench.exchange(bench.pscToken());

                assertThat(bench.exchange(form.plus("cnf", thumbprint)).status())
                        .isEqualTo(200);
                assertThat(bench.exchange(form.plus("cnf", "{\"x5t#S256\":\"" + thumbprint + "\"}"))
                                .status())
                        .isEqualTo(200);
            }
        }
    }
}
