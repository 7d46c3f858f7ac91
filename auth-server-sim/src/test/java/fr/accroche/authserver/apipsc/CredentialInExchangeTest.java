package fr.accroche.authserver.apipsc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.ApiBench;
import fr.accroche.authserver.ApiSettings;
import fr.accroche.authserver.Declarations;
import fr.accroche.authserver.FakeCredentialApi;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.Wrong;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CredentialInExchangeTest {

    private final ApiBench bench = ApiBench.sound();

    @BeforeEach
    void grants() {
        bench.credential.answers(FakeCredentialApi.granted());
    }

    @AfterAll
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource({
        "clientId,      IDN-03, form/client_id",
        "certificateCN, IDN-01, TLS/certificate.*/CN",
        "certificateOU, IDN-02, TLS/certificate.*/OU",
        "securityLevel, CRD-04, json/securityLevel",
        "elu,           CRD-06, API Credential/field",
        "elp,           CRD-06, API Credential/field",
        "pmt,           CRD-06, API Credential/field",
        "link,          IDN-05, API Credential/field",
        "colour,        CRD-03, API Credential/field",
    })
    void refusalStandsForTheRuleOfItsField(String field, String rule, String where) throws IOException {
        bench.credential.answers(FakeCredentialApi.refused(field));

        Response response = bench.exchange(ApiBench.exchange(bench.pscToken()));

        Hop hop = bench.journal.last();
        Wrong.assertRefused(response, hop, 403, "access_denied", rule);
        assertThat(hop.value(Fact.CREDENTIAL_OUTCOME)).contains("refused");
        assertThat(hop.value(Fact.CREDENTIAL_REFUSED_FIELD)).contains(field);
        assertThat(hop.value(Fact.API_TOKEN)).isEmpty();
        assertThat(hop.breaches().get(0).observed().where()).matches(where);
        assertThat(hop.breaches().get(0).expected().value()).isEqualTo("not as registered");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403|{\"code\":\"403\",\"message\":\"Forbidden\"}|CRD-03",
                "400|{\"code\":\"400\",\"message\":\"missing\",\"field\":\"certificateOU\"}|CRD-02",
                "401|{\"code\":\"401\",\"message\":\"who are you?\"}|CRD-01",
            })
    void otherRefusalsHaveTheirRuleToo(int status, String body, String rule) throws IOException {
        bench.credential.answers(FakeCredentialApi.json(status, body));

        Response response = bench.exchange(ApiBench.exchange(bench.pscToken()));

        Wrong.assertRefused(response, bench.journal.last(), 403, "access_denied", rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"500|{}", "200|{\"status\":\"MAYBE\"}", "200|no JSON", "302|{}", "404|<html>"})
    void saysThatTheCredentialApiIsOfNoHelp(int status, String body) throws IOException {
        bench.credential.answers(FakeCredentialApi.json(status, body));

        Response response = bench.exchange(ApiBench.exchange(bench.pscToken()));

        assertThat(response.status()).isEqualTo(503);
        assertThat(PscBench.json(response).text("error")).contains("temporarily_unavailable");
        assertThat(bench.journal.last().breaches()).isEmpty();
        assertThat(bench.journal.last().value(Fact.CREDENTIAL_OUTCOME)).contains("unavailable");
    }

    @Test
    void saysThatTheCredentialApiIsDown() throws IOException {
        URI nobody = URI.create("https://127.0.0.1:" + freePort() + "/credentials");
        try (ApiBench other =
                new ApiBench(Declarations.ville(), settings -> ApiSettings.credentialApi(settings, nobody))) {
            assertThat(other.exchange(ApiBench.exchange(other.pscToken())).status())
                    .isEqualTo(503);
        }
    }

    @Test
    void answersRefusalAsSettingsSay() throws IOException {
        try (ApiBench other = ApiBench.with("apiPsc: { onRefused: invalid-request }")) {
            other.credential.answers(FakeCredentialApi.refused("elu"));

            Response response = other.exchange(ApiBench.exchange(other.pscToken()));

            Wrong.assertRefused(response, other.journal.last(), 400, "invalid_request", "CRD-06");
        }
    }

    @Test
    void asksForTheDeclaredLevel() throws IOException {
        try (ApiBench other = ApiBench.with("securityLevel: 20")) {
            other.exchange(ApiBench.exchange(other.pscToken()));

            assertThat(asked(other).text("securityLevel")).contains("20");
        }
    }

    @Test
    void skipsTheCredentialApiInMedicoSocial() throws IOException {
        try (ApiBench other = new ApiBench(Declarations.medicoSocial(), settings -> settings)) {
            other.credential.answers(FakeCredentialApi.refused("elu"));

            Response response = other.exchange(ApiBench.exchange(other.pscToken()));

            assertThat(response.status()).isEqualTo(200);
            assertThat(other.credential.asked()).isEmpty();
            assertThat(other.journal.last().value(Fact.CREDENTIAL_OUTCOME)).contains("skipped");
        }
    }

    @Test
    void asksInMedicoSocialWhenToldToMisbehave() throws IOException {
        try (ApiBench other = new ApiBench(
                Declarations.medicoSocial(),
                settings -> settings.withDefects(Set.of(ApiPscDefect.ASKS_IN_MEDICO_SOCIAL)))) {
            Response response = other.exchange(ApiBench.exchange(other.pscToken()));

            assertThat(response.status()).isEqualTo(200);
            assertThat(other.credential.asked()).hasSize(1);
            assertThat(other.journal.last().value(Fact.CREDENTIAL_OUTCOME)).contains("granted");
        }
    }

    @Test
    void omitsSecurityLevelWhenToldToMisbehave() throws IOException {
        try (ApiBench other = new ApiBench(
                Declarations.ville(), settings -> settings.withDefects(Set.of(ApiPscDefect.OMITS_SECURITY_LEVEL)))) {
            other.exchange(ApiBench.exchange(other.pscToken()));

            assertThat(asked(other).members()).containsOnlyKeys("clientId", "certificateCN", "certificateOU");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static JsonObject asked(ApiBench bench) {
        return Json.parseObject(bench.credential.lastAsked().body());
    }
}
