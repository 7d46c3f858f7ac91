package fr.accroche.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.certs.Branch;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.Profile;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Profil;
import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.ClientAuthentication;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.ConnectionFailedException;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CredentialApiSimTest {

    private static final JsonObject SOUND = JsonObject.EMPTY
            .with("clientId", Declarations.CLIENT_ID)
            .with("certificateCN", Declarations.CLIENT_ID)
            .with("certificateOU", Declarations.BETA_STRUCTURE)
            .with("securityLevel", "15");

    private final Bench bench = Bench.sound();

    @AfterAll
    void close() {
        bench.close();
    }

    @Test
    void grantsWhatIsRegistered() throws IOException {
        // When
        Response response = bench.send(
                Optional.of(Bench.CALLER),
                ClientRequest.post(bench.api().endpoint(), "application/json", SOUND.compact())
                        .with("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));

        // Then
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().first("X-Accroche-Diagnosis")).isEmpty();
        assertThat(Json.parseObject(response.body()).text("status")).contains("GRANTED");
        Hop hop = bench.hop();
        assertThat(hop.stage()).isEqualTo(Stage.CREDENTIAL);
        assertThat(hop.call()).isEqualTo("POST /credentials");
        assertThat(hop.breaches()).isEmpty();
        assertThat(hop.client().presented().orElseThrow().defects()).isEmpty();
        assertThat(values(hop))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry(Fact.TRACE_ID, "0af7651916cd43dd8448eb211c80319c"),
                        Map.entry(Fact.PARENT_SPAN, "b7ad6b7169203331"),
                        Map.entry(Fact.TLS_PROTOCOL, "TLSv1.3"),
                        Map.entry(Fact.TLS_SUITE, "TLS_AES_128_GCM_SHA256"),
                        Map.entry(Fact.CREDENTIAL_CALLER, Bench.AUTHORIZATION_SERVER),
                        Map.entry(Fact.CREDENTIAL_CLIENT_ID, Declarations.CLIENT_ID),
                        Map.entry(Fact.CREDENTIAL_CERTIFICATE_CN, Declarations.CLIENT_ID),
                        Map.entry(Fact.CREDENTIAL_CERTIFICATE_OU, Declarations.BETA_STRUCTURE),
                        Map.entry(Fact.CREDENTIAL_SECURITY_LEVEL, "15"),
                        Map.entry(Fact.CREDENTIAL_OUTCOME, "granted"),
                        Map.entry(Fact.REGISTER_CLIENT, "registered"),
                        Map.entry(Fact.REGISTER_SECURITY_LEVEL, "15"),
                        Map.entry(Fact.REGISTER_ELU, "valid"),
                        Map.entry(Fact.REGISTER_ELP, "valid"),
                        Map.entry(Fact.REGISTER_LINK, "valid"),
                        Map.entry(Fact.REGISTER_PMT_UNTIL, "2027-01-20")));
    }

    @Test
    void letsOtherFieldsThrough() throws IOException {
        Response response = bench.ask(Bench.CALLER, SOUND.with("more", 3).compact());

        assertThat(response.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "clientId, gamma-edc-bas, clientId, IDN-03",
        "certificateCN, gamma-edc-bas, certificateCN, IDN-01",
        "certificateOU, 300000000010001, certificateOU, IDN-02",
        "securityLevel, 14, securityLevel, CRD-04",
        "securityLevel, 16, securityLevel, CRD-04",
    })
    void refusesFieldThatDiffersAndNamesIt(String changed, String value, String field, String rule) throws IOException {
        Response response = bench.ask(Bench.CALLER, SOUND.with(changed, value).compact());

        assertRefused(response, 403, field, rule);
        assertThat(bench.hop().breaches().get(0).observed()).isEqualTo(new Observed(value, "json/" + changed));
        assertThat(bench.hop().breaches().get(0).expected().where()).startsWith("accroche.yaml");
    }

    @ParameterizedTest
    @CsvSource({
        "clientId, '', clientId",
        "certificateCN, ' ', certificateCN",
        "certificateOU, '', certificateOU",
        "securityLevel, '', securityLevel",
    })
    void refusesEmptyField(String changed, String value, String field) throws IOException {
        Response response = bench.ask(Bench.CALLER, SOUND.with(changed, value).compact());

        assertRefused(response, 400, field, "CRD-02");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"clientId\":\"a\",\"certificateCN\":\"a\",\"certificateOU\":\"b\",\"securityLevel\":15}|securityLevel",
                "{\"clientId\":1,\"certificateCN\":\"a\",\"certificateOU\":\"b\",\"securityLevel\":\"15\"}|clientId",
                "{\"clientId\":\"a\",\"certificateCN\":null,\"certificateOU\":\"b\",\"securityLevel\":\"15\"}|certificateCN",
                "{\"clientId\":\"a\",\"certificateCN\":\"a\",\"certificateOU\":[\"b\"],\"securityLevel\":\"1\"}|certificateOU",
            })
    void refusesFieldThatIsNoText(String json, String field) throws IOException {
        Response response = bench.ask(Bench.CALLER, json);

        assertThat(response.status()).isEqualTo(400);
        assertThat(Json.parseObject(response.body()).text("field")).contains(field);
        assertThat(rules(bench.hop())).contains("CRD-02");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''", "[]", "{\"clientId\":\"a\",\"clientId\":\"a\"}", "{\"clientId\"", "clientId=a"})
    void refusesBodyThatIsNoObject(String body) throws IOException {
        Response response = bench.ask(Bench.CALLER, body);

        assertThat(response.status()).isEqualTo(400);
        assertThat(rules(bench.hop())).containsExactly("CRD-02");
    }

    @Test
    void namesEveryWrongFieldInTheJournalAndTheFirstOnTheWire() throws IOException {
        Response response = bench.ask(
                Bench.CALLER,
                SOUND.with("certificateCN", "other")
                        .with("certificateOU", "other")
                        .with("securityLevel", "1")
                        .compact());

        assertThat(Json.parseObject(response.body()).text("field")).contains("certificateCN");
        assertThat(rules(bench.hop())).containsExactly("IDN-01", "IDN-02", "CRD-04");
        assertThat(response.headers().first("X-Accroche-Diagnosis")).contains("IDN-01,IDN-02,CRD-04");
    }

    @Test
    void refusesCallerThatIsNoAuthorizationServer() throws IOException {
        Response response = bench.ask(Bench.STRANGER, SOUND.compact());

        assertRefused(response, 401, null, "CRD-01");
        assertThat(bench.hop().value(Fact.CREDENTIAL_CALLER)).contains(Declarations.CLIENT_ID);
        assertThat(bench.hop().value(Fact.REGISTER_CLIENT)).contains("registered");
    }

    @Test
    void refusesCallerWithoutCertificate() throws IOException {
        Response response = bench.send(
                Optional.empty(), ClientRequest.post(bench.api().endpoint(), "application/json", SOUND.compact()));

        assertRefused(response, 401, null, "MTL-01");
    }

    @Test
    void refusesCallerOfTheOtherBranch() throws IOException {
        Response response = bench.ask(Bench.PRODUCTION_CALLER, SOUND.compact());

        assertThat(response.status()).isEqualTo(401);
        assertThat(rules(bench.hop())).contains("ENV-01").doesNotContain("CRD-01");
    }

    @Test
    void answersOtherMethodsWith405AndNotesThem() throws IOException {
        Response response = bench.send(
                Optional.of(Bench.CALLER), ClientRequest.get(bench.api().endpoint()));

        assertThat(response.status()).isEqualTo(405);
        assertThat(response.headers().first("Allow")).contains("POST");
        assertThat(bench.hop().status()).isEqualTo(405);
    }

    @Test
    void notesACallToAPathThatItDoesNotKnow() throws IOException {
        Response response = bench.send(
                Optional.of(Bench.CALLER),
                ClientRequest.post(bench.api().uri().resolve("/credential"), "application/json", SOUND.compact()));

        assertThat(response.status()).isEqualTo(404);
        assertThat(bench.hop().stage()).isEqualTo(Stage.REQUEST_REFUSED);
        assertThat(bench.hop().call()).isEqualTo("POST /credential");
    }

    @Test
    void refusesAbsentAndSuspendedHabilitations() throws IOException {
        Declaration declaration = Declarations.of(
                List.of(), List.of(Declarations.granted(Profil.ELP, Optional.of(LocalDate.of(2026, 11, 22)))), true);
        try (Bench other = withRegisterOf(declaration)) {
            Response response = other.ask(Bench.CALLER, SOUND.compact());

            assertThat(response.status()).isEqualTo(403);
            assertThat(Json.parseObject(response.body()).text("field")).contains("elu");
            assertThat(rules(other.hop())).containsExactly("CRD-06", "CRD-06");
            assertThat(other.hop().value(Fact.REGISTER_ELU)).contains("absent");
            assertThat(other.hop().value(Fact.REGISTER_ELP)).contains("suspended");
            assertThat(other.hop().breaches().get(1).observed())
                    .isEqualTo(new Observed("ELP suspended", "accroche.yaml:12"));
        }
    }

    @Test
    void refusesLinkThatIsNotValidated() throws IOException {
        Declaration declaration = Declarations.of(
                List.of(Declarations.granted(Profil.ELU, Optional.empty())),
                List.of(Declarations.granted(Profil.ELP, Optional.empty())),
                false);
        try (Bench other = withRegisterOf(declaration)) {
            Response response = other.ask(Bench.CALLER, SOUND.compact());

            assertThat(Json.parseObject(response.body()).text("field")).contains("link");
            assertThat(rules(other.hop())).containsExactly("IDN-05", "CRD-06");
            assertThat(other.hop().value(Fact.REGISTER_LINK)).contains("absent");
        }
    }

    @Test
    void refusesOncePmtWindowIsPast() throws IOException {
        try (Bench other = Bench.sound()) {
            other.clock.advance(Duration.ofDays(59));
            assertThat(other.ask(Bench.CALLER, SOUND.compact()).status()).isEqualTo(200);

            other.clock.advance(Duration.ofDays(1));
            Response response = other.ask(Bench.CALLER, SOUND.compact());

            assertThat(Json.parseObject(response.body()).text("field")).contains("pmt");
            assertThat(rules(other.hop())).containsExactly("CRD-06");
            assertThat(other.hop().breaches().get(0).sentence().en()).contains("2027-01-20", "2027-01-21");
        }
    }

    @Test
    void refusesSoundCallWithoutFieldWhenToldTo() throws IOException {
        CredentialApiSettings settings = CredentialApiSettings.calledBy(Set.of(Bench.AUTHORIZATION_SERVER))
                .withDefects(Set.of(CredentialDefect.REFUSES_WITHOUT_NAMING_THE_FIELD));
        try (Bench other = Bench.with(Register.from(Declarations.sound()), settings)) {
            Response response = other.ask(Bench.CALLER, SOUND.compact());

            assertThat(response.status()).isEqualTo(403);
            assertThat(response.text()).isEqualTo("{\"code\":\"403\",\"message\":\"Forbidden\"}");
            assertThat(other.hop().value(Fact.CREDENTIAL_OUTCOME)).contains("refused");
            assertThat(other.hop().value(Fact.CREDENTIAL_REFUSED_FIELD)).contains("");
            assertThat(other.hop().breaches()).isEmpty();
        }
    }

    @Test
    void hidesDiagnosisWhenRealistic() throws IOException {
        CredentialApiSettings settings = CredentialApiSettings.calledBy(Set.of(Bench.AUTHORIZATION_SERVER))
                .withRealistic(true);
        try (Bench other = Bench.with(Register.from(Declarations.sound()), settings)) {
            Response response =
                    other.ask(Bench.CALLER, SOUND.with("securityLevel", "9").compact());

            assertThat(response.headers().first("X-Accroche-Diagnosis")).isEmpty();
            assertThat(rules(other.hop())).containsExactly("CRD-04");
        }
    }

    @Test
    void notesHandshakeThatStrictListenerRefuses() throws InterruptedException {
        HeldCertificate wrongBranch = Bench.PRODUCTION_CALLER;
        try (Bench other = new Bench(
                Register.from(Declarations.sound()),
                CredentialApiSettings.calledBy(Set.of(Bench.AUTHORIZATION_SERVER)),
                new ClientAuthentication.Strict(Bench.IGC.judge(Profile.ORG_AUTH_CLI, Branch.TEST), true))) {

            assertThatThrownBy(() -> other.ask(wrongBranch, SOUND.compact()))
                    .isInstanceOf(ConnectionFailedException.class);

            Hop hop = other.journal.await(Stage.HANDSHAKE_FAILED);
            assertThat(hop.client().presented().orElseThrow().commonName()).contains(Bench.AUTHORIZATION_SERVER);
            assertThat(rules(hop)).contains("ENV-01");
        }
    }

    private static Bench withRegisterOf(Declaration declaration) {
        return Bench.with(
                Register.from(declaration), CredentialApiSettings.calledBy(Set.of(Bench.AUTHORIZATION_SERVER)));
    }

    private void assertRefused(Response response, int status, String field, String rule) {
        assertThat(response.status()).isEqualTo(status);
        JsonObject body = Json.parseObject(response.body());
        assertThat(body.text("code")).contains(String.valueOf(status));
        assertThat(body.text("message")).isPresent();
        assertThat(body.text("field")).isEqualTo(Optional.ofNullable(field));
        assertThat(response.headers().first("X-Accroche-Diagnosis")).contains(rule);
        assertThat(rules(bench.hop())).containsExactly(rule);
        assertThat(bench.hop().status()).isEqualTo(status);
        assertThat(bench.hop().value(Fact.CREDENTIAL_OUTCOME)).contains("refused");
        assertThat(bench.hop().value(Fact.CREDENTIAL_REFUSED_FIELD)).contains(field == null ? "" : field);
    }

    private static List<String> rules(Hop hop) {
        return hop.breaches().stream().map(Breach::rule).map(Object::toString).toList();
    }

    private static Map<Fact, String> values(Hop hop) {
        return hop.facts().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().value()));
    }
}
