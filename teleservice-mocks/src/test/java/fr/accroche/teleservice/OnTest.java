package fr.accroche.teleservice;

import static fr.accroche.teleservice.Hops.assertRefused;
import static fr.accroche.teleservice.Hops.assertServed;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Settings;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.BusinessResponse;
import fr.accroche.messages.BusinessResponse.Fault;
import fr.accroche.messages.Ins;
import fr.accroche.messages.OnAnswer;
import fr.accroche.messages.OnBody;
import fr.accroche.messages.OnOperation;
import fr.accroche.messages.OnPrescription;
import fr.accroche.messages.OnStatus;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.state.MemoryState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OnTest {

    private static final Instant NOW = RunningTeleservice.NOW;
    private static final Ins CAMILLE = Samples.CAMILLE.forInsi();
    private static final Ins LOU = FictivePatient.named("apostrophe").forInsi();
    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);

    private final RunningTeleservice on = RunningTeleservice.of(Teleservice.ON);

    @AfterEach
    void stop() {
        on.close();
    }

    @Test
    void whatIsRegisteredIsFoundAndConsulted() throws Exception {
        OnPrescription registered = registered(LOU, DAY);
        assertThat(registered.number()).startsWith("SIM-ON-R");
        assertThat(registered.prescriber()).isEqualTo(Tokens.PERSON);
        assertThat(registered.status()).isEqualTo(OnStatus.A_DELIVRER);

        assertThat(answer(OnBody.Search.of(LOU)).prescriptions()).containsExactly(registered.summary());
        assertThat(answer(new OnBody.Consultation(registered.number(), LOU)).prescriptions())
                .containsExactly(registered);
    }

    @Test
    void eachGetsANumberOfItsOwnEvenAfterAReset() throws Exception {
        String first = registered(LOU, DAY).number();
        String second = registered(LOU, DAY).number();
        door("POST", "reset");

        assertThat(registered(LOU, DAY).number()).isNotIn(first, second);
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void aSearchKeepsToItsDatesAndStatuses() throws Exception {
        registered(CAMILLE, DAY);

        assertThat(answer(search(Optional.of(DAY), Optional.of(DAY))).prescriptions())
                .extracting(OnPrescription::on)
                .containsExactly(DAY);
        assertThat(answer(search(Optional.empty(), Optional.of(LocalDate.of(2026, 3, 31))))
                        .prescriptions())
                .extracting(OnPrescription::number)
                .containsExactly("SIM-ON-0005", "SIM-ON-0006");
        assertThat(answer(new OnBody.Search(CAMILLE, Optional.empty(), Optional.empty(), Set.of(OnStatus.DELIVREE)))
                        .prescriptions())
                .extracting(OnPrescription::number)
                .containsExactly("SIM-ON-0005");
        assertThat(answer(OnBody.Search.of(LOU)).prescriptions()).isEmpty();
    }

    @Test
    void theStateCountsWhatWasRegisteredAndAResetForgetsIt() throws Exception {
        registered(LOU, DAY);

        assertThat(door("GET", "state").text()).contains("\"prescriptions\":1");
        assertThat(door("POST", "reset").status()).isEqualTo(204);
        assertThat(door("GET", "state").text()).contains("\"prescriptions\":0");
        assertThat(answer(OnBody.Search.of(LOU)).prescriptions()).isEmpty();
        assertThat(answer(OnBody.Search.of(CAMILLE)).prescriptions()).hasSize(3);
    }

    @Test
    void doesNotTellAnothersPrescriptionFromNone() throws Exception {
        Response others = on.post(Samples.on(NOW, new OnBody.Consultation("SIM-ON-0002", CAMILLE)));
        assertRefused(on.hop(), 500, "S:SIM_PrescriptionInconnue/SIM_PrescriptionInconnue");
        Response none = on.post(Samples.on(NOW, new OnBody.Consultation("SIM-ON-9999", CAMILLE)));
        assertRefused(on.hop(), 500, "S:SIM_PrescriptionInconnue/SIM_PrescriptionInconnue");

        assertThat(others.body()).isEqualTo(none.body());
        assertThat(fault(none).code()).isEqualTo("Sender");
    }

    @Test
    void doesNotKnowAPatientUnderTheOidOfTheDmp() throws Exception {
        Response response = on.post(Samples.on(NOW, OnBody.Search.of(Samples.PATIENT)));

        assertThat(fault(response).siramCode()).contains("SIM_PatientInconnu");
        assertRefused(on.hop(), 500, "S:SIM_PatientInconnu/SIM_PatientInconnu");
    }

    @Test
    void saysWhatIsMalformedInItsOwnDialect() throws Exception {
        String request = text(Samples.on(NOW, new OnBody.Registration(LOU, DAY, List.of("L"))))
                .replace("2026-10-05", "05/10/2026");

        Response response = on.post(request.getBytes(StandardCharsets.UTF_8));

        assertThat(fault(response).siramCode()).contains("SIM_DemandeIllisible");
        assertThat(fault(response).siramText().orElseThrow()).contains("YYYY-MM-DD");
        assertRefused(on.hop(), 500, "S:SIM_DemandeIllisible/SIM_DemandeIllisible");
        assertThat(answer(OnBody.Search.of(LOU)).prescriptions()).isEmpty();
    }

    @Test
    void fullItSaysSoAndDropsNothing() {
        PrescriptionStore store = new PrescriptionStore(new MemoryState(Clock.systemUTC()), "prescriptions");
        OnBody.Registration one = new OnBody.Registration(LOU, DAY, List.of("L"));
        for (int i = 0; i < PrescriptionStore.MOST; i++) {
            assertThat(store.register(one, Tokens.PERSON)).isPresent();
        }

        HopNotes notes = HopNotes.open(Clock.systemUTC(), Stage.BUSINESS, "on", "POST /lps");
        BuiltInAnswers.Answer answer = new OnAnswers(store)
                .to(new Call(null, notes, Settings.Enforcement.STRICT), BusinessRequest.parse(Samples.on(NOW, one)))
                .orElseThrow();

        assertThat(answer).isInstanceOfSatisfying(BuiltInAnswers.Failed.class, failed -> {
            assertThat(failed.error().terse()).isEqualTo("S:SIM_PlacePrise/SIM_PlacePrise");
            assertThat(fault(failed.error().response()).siramText().orElseThrow())
                    .contains("500 prescriptions", "POST /__accroche/reset");
        });
        assertThat(store.find(OnBody.Search.of(LOU))).hasSize(PrescriptionStore.MOST);
    }

    @Test
    void aNumberHasTheDigitsOfTheWireInAJvmOfAnotherLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(new PrescriptionStore(new MemoryState(Clock.systemUTC()), "prescriptions")
                            .register(new OnBody.Registration(LOU, DAY, List.of("L")), Tokens.PERSON)
                            .orElseThrow()
                            .number())
                    .isEqualTo("SIM-ON-R0001");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void doesNotServeABodyThatTheActionDoesNotName() throws Exception {
        String request = text(Samples.on(NOW, new OnBody.Consultation("SIM-ON-0001", CAMILLE)))
                .replace("1.0:consulterPrescription<", "1.0:rechercherPrescription<");

        Response response = on.post(request.getBytes(StandardCharsets.UTF_8));

        assertThat(fault(response).siramCode()).contains("SIM_NonSimule");
        assertRefused(on.hop(), 500, "soap:SIM_NonSimule/SIM_NonSimule");
    }

    @Test
    void itsChecksAndTheirFaultsAreThoseOfATlsi() throws Exception {
        Response unsigned = on.post(Samples.on(
                NOW,
                Samples.LPS.withNumber(Optional.of(Samples.ON_NUMBER)),
                Optional.empty(),
                new OnBody.Registration(LOU, DAY, List.of("L"))));
        assertRefused(on.hop(), 500, "soap:siram_100/SIM_AssertionAbsente", "LPS-01");
        Response foreign = on.post(Samples.on(
                NOW,
                Samples.LPS.withNumber(Optional.of(Samples.INSI_NUMBER)),
                Optional.of(Samples.assertionPs(NOW, Tokens.PERSON)),
                OnBody.Search.of(LOU)));
        assertRefused(on.hop(), 500, "soap:siram_100/desir_550", "IDN-06");

        assertThat(List.of(unsigned, foreign)).allSatisfy(OnTest::assertFictional);
        assertThat(answer(OnBody.Search.of(LOU)).prescriptions()).isEmpty();
    }

    @Test
    void isFictionalInEachAnswerAndInItsPayload() throws Exception {
        Response served = on.post(Samples.on(NOW, OnBody.Search.of(CAMILLE)));
        Response refused = on.post(Samples.on(NOW, new OnBody.Consultation("SIM-ON-9999", CAMILLE)));

        assertThat(List.of(served, refused)).allSatisfy(OnTest::assertFictional);
        assertThat(served.text()).contains(" dialecte=\"fictif\"").contains("urn:simulateur:on:1.0");
        assertThat(refused.text()).contains("<!-- dialecte fictif -->");
    }

    @Test
    void journalsWhomItIsAboutWithoutSayingIt() throws Exception {
        on.post(Samples.on(NOW, new OnBody.Consultation("SIM-ON-0001", CAMILLE)));

        Hop hop = on.hop();
        assertServed(hop);
        assertThat(hop.value(Fact.BODY_PATIENT).orElseThrow())
                .endsWith("^^^&1.2.250.1.213.1.4.8&ISO^NH")
                .doesNotContain("2900199999001");
        assertThat(hop.toString()).doesNotContain("2900199999001").doesNotContain(Samples.ON_NUMBER);
    }

    private OnPrescription registered(Ins patient, LocalDate day) throws IOException {
        OnAnswer answer = answer(new OnBody.Registration(patient, day, List.of("MEDICAMENT FICTIF", "UN AUTRE")));
        assertThat(answer.operation()).isEqualTo(OnOperation.REGISTER);
        assertThat(answer.prescriptions()).hasSize(1);
        return answer.prescriptions().get(0);
    }

    private static OnBody.Search search(Optional<LocalDate> from, Optional<LocalDate> until) {
        return new OnBody.Search(CAMILLE, from, until, Set.of());
    }

    private OnAnswer answer(OnBody body) throws IOException {
        return OnAnswer.read(on.post(Samples.on(NOW, body)).body());
    }

    private static Fault fault(Response response) {
        return BusinessResponse.parse(response.body()).fault().orElseThrow();
    }

    private static void assertFictional(Response response) {
        assertThat(response.headers().first("X-Accroche-Dialect")).contains("fictional");
    }

    private static String text(byte[] soap) {
        return new String(soap, StandardCharsets.UTF_8);
    }

    private Response door(String method, String name) throws IOException {
        return on.send(
                Optional.empty(),
                new ClientRequest(method, on.uri().resolve("/__accroche/" + name), Headers.EMPTY, new byte[0]));
    }
}
