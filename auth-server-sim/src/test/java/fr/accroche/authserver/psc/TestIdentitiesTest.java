package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.compliance.identity.Deviance;
import fr.accroche.compliance.identity.Professional;
import fr.accroche.compliance.identity.Professionals;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The test identities as a client of PSC sees them. */
@TestInstance(Lifecycle.PER_CLASS)
class TestIdentitiesTest {

    private final PscBench bench = PscBench.sound();

    @AfterAll
    void close() {
        bench.close();
    }

    static Stream<String> sound() {
        return Professionals.known().stream()
                .filter(person -> person.deviance().isEmpty())
                .map(Professional::alias);
    }

    @ParameterizedTest
    @MethodSource("sound")
    void whoeverIsSoundLogsInAndIsToldOfInTheShapeOfTheSamples(String alias) throws IOException {
        Professional person = named(alias);

        JsonObject claims = userInfo(person);

        assertThat(claims.members().keySet()).containsExactlyInAnyOrderElementsOf(UserInfo.CLAIMS);
        assertThat(claims.compact()).doesNotContain("null");
        assertThat(claims.text("SubjectNameID")).contains(person.nationalId());
        assertThat(claims.text("SubjectOrganization")).contains(person.structureName());
        assertThat(items(claims, "SubjectRole"))
                .hasSize(person.practices().size())
                .allMatch(role -> role.compact().endsWith("^1.2.250.1.213.1.1.5.5\""));
        List<JsonObject> exercices = objects(claims.object("SubjectRefPro").orElseThrow(), "exercices");
        assertThat(exercices).hasSameSizeAs(person.practices());
        List<JsonObject> activities = exercices.stream()
                .flatMap(exercice -> objects(exercice, "activities").stream())
                .toList();
        assertThat(activities).hasSameSizeAs(person.situations()).allSatisfy(activity -> {
            assertThat(activity.members()).hasSize(30);
            assertThat(activity.text("codeSecteurDactivite").orElseThrow()).matches("SA\\d\\d");
        });
    }

    @Test
    void threeActivitiesAreOfThreeStructuresAndSectors() throws IOException {
        JsonObject claims = userInfo(named("cardiologue"));

        List<JsonObject> activities = objects(
                objects(claims.object("SubjectRefPro").orElseThrow(), "exercices")
                        .get(0),
                "activities");
        assertThat(activities)
                .extracting(activity -> activity.text("codeModeExercice").orElseThrow()
                        + activity.text("codeSecteurDactivite").orElseThrow())
                .containsExactly("LSA07", "SSA01", "SSA05");
        assertThat(activities)
                .extracting(activity -> activity.text("numeroFinessSite").orElseThrow())
                .containsExactly("", "990000051", "990000069");
    }

    @Test
    void ofWhoeverHasNoPracticeSixClaimsAreKnown() throws IOException {
        JsonObject claims = userInfo(named("sans-exercice"));

        assertThat(claims.members())
                .containsOnlyKeys(
                        "sub", "preferred_username", "codeCivilite", "given_name", "SubjectNameID", "family_name");
    }

    @Test
    void ofWhoeverHasNoStructureTheTextsAreEmpty() throws IOException {
        JsonObject claims = userInfo(named("sans-structure"));

        assertThat(claims.text("Secteur_Activite")).contains("");
        assertThat(claims.text("SubjectOrganizationID")).contains("");
        assertThat(claims.object("SubjectRefPro").orElseThrow().compact()).contains("\"activities\":[]");
    }

    @ParameterizedTest
    @CsvSource({
        "ecps-revoquee,       MOBILE, access_denied",
        "ecps-jamais-activee, MOBILE, authorization_pending",
        "carte-revoquee,      CARD,   access_denied",
        "refuse,              MOBILE, access_denied",
        "refuse,              CARD,   access_denied",
        "silencieux,          MOBILE, authorization_pending",
        "mauvais-code,        MOBILE, access_denied"
    })
    void aDeviantDoesNotLogIn(String alias, String channel, String error) throws IOException {
        JsonObject answer = connect(named(alias), channel);

        assertThat(answer.text("error")).contains(error);
    }

    @ParameterizedTest
    @CsvSource({"ecps-revoquee, CARD", "ecps-jamais-activee, CARD", "carte-revoquee, MOBILE"})
    void theOtherDeviceOfADeviantStillServes(String alias, String channel) throws IOException {
        assertThat(connect(named(alias), channel).text("access_token")).isPresent();
    }

    @Test
    void whoeverIsStruckOffIsRefusedAsANumberThatNobodyHas() throws IOException {
        Professional struckOff = Professionals.known().stream()
                .filter(person -> person.deviance().equals(Optional.of(Deviance.STRUCK_OFF)))
                .findFirst()
                .orElseThrow();

        Response of = ask(struckOff.nationalId(), "MOBILE");
        Response unknown = ask(Professionals.UNKNOWN.value(), "MOBILE");

        assertThat(of.status()).isEqualTo(400).isEqualTo(unknown.status());
        assertThat(of.body()).isEqualTo(unknown.body());
        assertThat(PscBench.json(of).text("error")).contains("unknown_user_id");
    }

    @Test
    void theStandardScopesHaveTheirClaims() {
        Professional person = named("medecin");

        JsonObject claims = ScopeClaims.of(person, Set.of("openid", "profile", "email", "phone", "address"));

        assertThat(claims.members().keySet()).containsExactlyInAnyOrderElementsOf(ScopeClaims.NAMES);
        assertThat(claims.text("name")).contains("Camille MEDECINFICTIF");
        assertThat(claims.text("email")).contains("medecin@pro.accroche.invalid");
        assertThat(claims.text("phone_number")).contains("+33639980001");
        assertThat(claims.object("address").orElseThrow().text("formatted"))
                .contains("CABINET FICTIF UN\n1 rue DES ESSAIS\n99000 VILLE FICTIVE");
        assertThat(ScopeClaims.of(person, Set.of("openid", "scope_all")).members())
                .isEmpty();
        assertThat(ScopeClaims.of(named("sans-exercice"), Set.of("address")).members())
                .isEmpty();
    }

    private static Professional named(String alias) {
        return Professionals.named(alias).orElseThrow();
    }

    private JsonObject userInfo(Professional person) throws IOException {
        String token = connect(person, "MOBILE").text("access_token").orElseThrow();
        return PscBench.json(bench.browser.send(
                Optional.empty(), ClientRequest.get(bench.at("userinfo")).with("Authorization", "Bearer " + token)));
    }

    private JsonObject connect(Professional person, String channel) throws IOException {
        String authReqId = PscBench.json(ask(person.nationalId(), channel))
                .text("auth_req_id")
                .orElseThrow();
        bench.clock.advance(Duration.ofSeconds(1));
        return PscBench.json(bench.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId));
    }

    private Response ask(String nationalId, String channel) throws IOException {
        Form form = Form.of(
                "client_id",
                Identities.ALPHA_ID,
                "channel",
                channel,
                "scope",
                "openid scope_all",
                "acr_values",
                "eidas1",
                "login_hint",
                nationalId,
                "binding_message",
                "42");
        return bench.browser.post(Identities.ALPHA, bench.at("ext/ciba/auth"), form);
    }

    private static List<Json> items(JsonObject object, String name) {
        return ((JsonArray) object.get(name).orElseThrow()).items();
    }

    private static List<JsonObject> objects(JsonObject object, String name) {
        return items(object, name).stream().map(JsonObject.class::cast).toList();
    }
}
