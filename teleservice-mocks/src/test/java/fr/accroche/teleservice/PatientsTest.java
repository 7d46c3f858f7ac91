package fr.accroche.teleservice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Environment;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.messages.BusinessResponse;
import fr.accroche.messages.DmpAnswer;
import fr.accroche.messages.Ins;
import fr.accroche.messages.InsiAnswer;
import fr.accroche.messages.InsiResponse.FormerIns;
import fr.accroche.messages.InsiResponse.Identity;
import fr.accroche.messages.LpsIdentity;
import fr.accroche.messages.OnAnswer;
import fr.accroche.messages.OnBody;
import fr.accroche.messages.Traits;
import fr.accroche.teleservice.FictivePatient.DmpState;
import fr.accroche.teleservice.FictivePatient.Prescribed;
import fr.accroche.wire.Response;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The patients are the same in the three services, asked at their doors. */
class PatientsTest {

    private static final Instant NOW = RunningTeleservice.NOW;
    private static final LpsIdentity LPS = Samples.LPS.withNumber(Optional.of(Samples.INSI_NUMBER));
    private static RunningTeleservice insi;
    private static RunningTeleservice dmp;
    private static RunningTeleservice on;

    @BeforeAll
    static void start() {
        insi = RunningTeleservice.of(Teleservice.INSI);
        dmp = RunningTeleservice.of(Teleservice.DMP);
        on = RunningTeleservice.of(Teleservice.ON);
    }

    @AfterAll
    static void stop() {
        insi.close();
        dmp.close();
        on.close();
    }

    static Stream<FictivePatient> foundByInsi() {
        return known().filter(patient -> !patient.has(PatientDeviance.NAMESAKE))
                .filter(patient -> !patient.has(PatientDeviance.INSI_FAULT));
    }

    static Stream<FictivePatient> known() {
        return FictivePatient.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("foundByInsi")
    void areFoundByInsiUnderTheInsThatTheOthersKnow(FictivePatient patient) throws Exception {
        InsiAnswer answer = InsiAnswer.read(search(patient.traits()).body());

        assertThat(answer.code()).isEqualTo("00");
        Identity identity = answer.identity().orElseThrow();
        assertThat(identity.traits()).isEqualTo(patient.traits());
        assertThat(identity.former())
                .isEqualTo(patient.former().stream()
                        .map(known -> new FormerIns(known.ins(), Optional.of(known.from()), Optional.of(known.until())))
                        .toList());
        assertThat(FictivePatient.byIns(identity.active())).contains(patient);
    }

    @ParameterizedTest
    @MethodSource("foundByInsi")
    void areFoundByInsiUnderEachOfTheirGivenNames(FictivePatient patient) throws Exception {
        for (String name : patient.traits().firstNames()) {
            assertThat(InsiAnswer.read(search(withGivenNames(patient, name)).body())
                            .identity())
                    .map(Identity::active)
                    .contains(patient.forInsi());
        }
    }

    @ParameterizedTest
    @MethodSource("known")
    void haveTheDmpThatTheirDocumentsSay(FictivePatient patient) throws Exception {
        DmpAnswer answer = existence(patient.forDmp(Environment.TEST));

        assertThat(answer.outcome()).isEqualTo(patient.dmp() == DmpState.NONE ? "NF" : "OK");
        assertThat(answer.dossier().map(dossier -> dossier.closed()))
                .isEqualTo(
                        patient.dmp() == DmpState.NONE
                                ? Optional.empty()
                                : Optional.of(patient.dmp() == DmpState.CLOSED));
    }

    @ParameterizedTest
    @MethodSource("known")
    void haveThePrescriptionsThatOnFinds(FictivePatient patient) throws Exception {
        OnAnswer answer = OnAnswer.read(
                on.post(Samples.on(NOW, OnBody.Search.of(patient.forInsi()))).body());

        assertThat(answer.prescriptions().stream()
                        .map(found -> new Prescribed(found.number(), found.status(), found.on())))
                .containsExactlyElementsOf(patient.prescriptions());
    }

    @Test
    void ofTheSameTraitsAreNotToldApart() throws Exception {
        FictivePatient one = FictivePatient.named("homonyme-1");

        InsiAnswer answer = InsiAnswer.read(search(one.traits()).body());

        assertThat(answer.code()).isEqualTo("02");
        assertThat(answer.identity()).isEmpty();
    }

    @Test
    void whomInsiFailsOnAreNotTakenForNobody() throws Exception {
        Response response = search(FictivePatient.named("panne-insi").traits());

        assertThat(response.status()).isEqualTo(500);
        assertThat(BusinessResponse.parse(response.body()).fault().orElseThrow().siramCode())
                .contains("insi_102");
    }

    @Test
    void areNoLongerKnownByAFormerIns() throws Exception {
        Ins former = FictivePatient.named("ins-ancien").former().get(0).ins();

        assertThat(existence(new Ins(former.value(), Ins.NIR_TEST)).outcome()).isEqualTo("NF");
        Response response = on.post(Samples.on(NOW, OnBody.Search.of(former)));
        assertThat(BusinessResponse.parse(response.body()).fault().orElseThrow().siramCode())
                .contains("SIM_PatientInconnu");
    }

    @Test
    void whoAreUnknownAreUnknownToAll() throws Exception {
        FictivePatient nobody = FictivePatient.UNKNOWN;

        assertThat(search(nobody.traits()).text()).contains("insi_102");
        assertThat(existence(nobody.forDmp(Environment.TEST)).outcome()).isEqualTo("NF");
        Response response = on.post(Samples.on(NOW, OnBody.Search.of(nobody.forInsi())));
        assertThat(BusinessResponse.parse(response.body()).fault().orElseThrow().siramCode())
                .contains("SIM_PatientInconnu");
    }

    private static Response search(Traits traits) throws IOException {
        return insi.post(Samples.insi(NOW, LPS, Optional.of(Samples.assertionPs(NOW, Tokens.PERSON)), traits));
    }

    private static DmpAnswer existence(Ins patient) throws IOException {
        return DmpAnswer.read(dmp.post(Samples.dmpAbout(NOW, patient)).body());
    }

    private static Traits withGivenNames(FictivePatient patient, String... names) {
        Traits traits = patient.traits();
        return new Traits(traits.birthName(), List.of(names), traits.sex(), traits.birthDate(), traits.birthPlace());
    }
}
