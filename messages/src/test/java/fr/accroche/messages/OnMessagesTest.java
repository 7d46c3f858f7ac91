package fr.accroche.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OnMessagesTest {

    static final OnPrescription PRESCRIPTION = new OnPrescription(
            "SIM-ON-0001",
            Fictive.PATIENT,
            LocalDate.of(2026, 9, 1),
            OnStatus.A_DELIVRER,
            "899900000011",
            List.of("MEDICAMENT <FICTIF> & UN", "MEDICAMENT FICTIF DEUX"));

    private static final LocalDate DAY = PRESCRIPTION.on();

    static Stream<OnBody> bodies() {
        return Stream.of(
                registration(),
                OnBody.Search.of(Fictive.PATIENT),
                new OnBody.Search(
                        Fictive.PATIENT,
                        Optional.of(DAY),
                        Optional.of(DAY),
                        Set.of(OnStatus.A_DELIVRER, OnStatus.ANNULEE)),
                new OnBody.Consultation("SIM-ON-0001", Fictive.PATIENT));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void readsTheRequestThatItBuilds(OnBody body) {
        String soap = text(body);

        BusinessRequest request = read(soap);

        assertThat(OnOperation.of(request)).contains(body.operation());
        assertThat(request.on()).contains(body);
        assertThat(request.patient()).contains(Fictive.PATIENT);
        assertThat(soap).contains(" dialecte=\"fictif\"").contains("urn:simulateur:on:1.0");
    }

    @ParameterizedTest
    @EnumSource(OnOperation.class)
    void readsTheAnswerThatItBuilds(OnOperation operation) {
        byte[] soap = new OnResponse(operation, List.of(PRESCRIPTION, PRESCRIPTION.summary())).toBytes();

        assertThat(OnAnswer.read(soap))
                .isEqualTo(new OnAnswer(operation, "00", List.of(PRESCRIPTION, PRESCRIPTION.summary())));
        assertThat(BusinessResponse.parse(soap).outcome()).contains("00");
        assertThat(new String(soap, StandardCharsets.UTF_8)).contains(" dialecte=\"fictif\"");
    }

    @Test
    void anActionThatIsNotTheBodysIsNoOperation() {
        String soap = text(registration()).replace("1.0:enregistrerPrescription<", "1.0:rechercherPrescription<");

        BusinessRequest request = read(soap);

        assertThat(OnOperation.of(request)).isEmpty();
        assertThat(request.on()).isPresent();
    }

    @Test
    void noOtherServiceIsAskedInThisDialect() {
        assertThat(read(Fictive.signedDmp()).on()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-09-01                      | 2026-13-01      | <Date> is no date YYYY-MM-DD",
                "2026-09-01                      | +12026-09-01    | <Date> is no date YYYY-MM-DD",
                "2026-09-01                      | -0026-09-01     | <Date> is no date YYYY-MM-DD",
                "2026-09-01                      | 2026-09-01Z     | <Date> is no date YYYY-MM-DD",
                "2026-09-01                      | ''              | Date has 0 characters, expected 1 to 200",
                "<on:Date>2026-09-01</on:Date>   | ''              | <Date> is missing",
                "<on:Date>                       | <on:Date>1</on:Date><on:Date> | <Date> is there 2 times in <enregistrerPrescription>, expected once",
                "on:Ligne                        | on:Autre        | <Ligne> is there 0 times, expected 1 to 20",
                "' ins='                         | ' autre='       | ins has 0 characters, expected 1 to 200",
                "on:Patient                      | on:Autre        | <Patient> is missing",
                "UNE LIGNE                       | <on:a/>         | <Ligne> must hold text only",
            })
    void saysWhatIsMalformedInABody(String there, String instead, String reason) {
        String soap = text(registration()).replace(there, instead);

        BusinessRequest request = read(soap);

        assertThat(request.on()).contains(new OnBody.Malformed(OnOperation.REGISTER, reason));
        assertThat(request.patient()).isEmpty();
    }

    @Test
    void boundsWhatItReads() {
        OnBody.Registration many = new OnBody.Registration(
                Fictive.PATIENT, DAY, Stream.generate(() -> "L").limit(21).toList());
        OnBody.Registration wide = new OnBody.Registration(Fictive.PATIENT, DAY, List.of("L".repeat(201)));

        assertThat(read(text(many)).on())
                .contains(new OnBody.Malformed(OnOperation.REGISTER, "<Ligne> is there 21 times, expected 1 to 20"));
        assertThat(read(text(wide)).on())
                .contains(new OnBody.Malformed(OnOperation.REGISTER, "Ligne has 201 characters, expected 1 to 200"));
    }

    @Test
    void aSearchGoesForwardAndAsksForKnownStatuses() {
        OnBody backward = new OnBody.Search(
                Fictive.PATIENT, Optional.of(DAY.plusDays(1)), Optional.of(DAY), Set.of(OnStatus.DELIVREE));

        assertThat(read(text(backward)).on())
                .contains(new OnBody.Malformed(OnOperation.SEARCH, "<DateDebut> is after <DateFin>"));
        assertThat(read(text(backward).replace("DELIVREE", "PERDUE").replace("02", "01"))
                        .on())
                .contains(new OnBody.Malformed(
                        OnOperation.SEARCH, "<Statut> is none of [A_DELIVRER, DELIVREE, ANNULEE]"));
    }

    @Test
    void aSearchFindsByPatientDatesAndStatus() {
        assertThat(OnBody.Search.of(Fictive.PATIENT).finds(PRESCRIPTION)).isTrue();
        assertThat(search(DAY, DAY, OnStatus.A_DELIVRER).finds(PRESCRIPTION)).isTrue();
        assertThat(search(DAY.plusDays(1), DAY.plusDays(2), OnStatus.A_DELIVRER).finds(PRESCRIPTION))
                .isFalse();
        assertThat(search(DAY.minusDays(2), DAY.minusDays(1), OnStatus.A_DELIVRER)
                        .finds(PRESCRIPTION))
                .isFalse();
        assertThat(search(DAY, DAY, OnStatus.DELIVREE).finds(PRESCRIPTION)).isFalse();
        assertThat(OnBody.Search.of(new Ins(Fictive.PATIENT.value(), Ins.NIA)).finds(PRESCRIPTION))
                .isFalse();
    }

    @Test
    void aRefusalHasTheFormOfInsisOwnFaults() {
        BusinessResponse.Fault refused = BusinessResponse.parse(new OnFault("SIM_Exemple", "Refusé.").toBytes())
                .fault()
                .orElseThrow();
        BusinessResponse.Fault insi = BusinessResponse.parse(
                        InsiFault.technical(InsiFault.OF_TRAITS, "fatal").toBytes())
                .fault()
                .orElseThrow();

        assertThat(refused.code()).isEqualTo("Sender");
        assertThat(refused.subcode()).contains("SIM_Exemple");
        assertThat(refused.siramCode()).contains("SIM_Exemple");
        assertThat(refused.reason()).isEqualTo("Refusé.");
        assertThat(insi.siramCode()).contains("insi_102");
        assertThat(new String(new OnFault("SIM_Exemple", "R").toBytes(), StandardCharsets.UTF_8))
                .contains("<env:Body xmlns:S=", "<S:Fault", "xml:lang=\"en\"", "<!-- dialecte fictif -->")
                .doesNotContain("messageID");
    }

    @Test
    void aMalformedBodyIsNeverWritten() {
        OnRequest request = request(new OnBody.Malformed(OnOperation.SEARCH, "x"));

        assertThatThrownBy(request::toBytes).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsWhatAPatientTakesOutOfLogs() {
        assertThat(PRESCRIPTION.toString()
                        + registration()
                        + request(registration()).body())
                .doesNotContain("MEDICAMENT", "UNE LIGNE", Fictive.PATIENT.value());
    }

    private static OnBody.Registration registration() {
        return new OnBody.Registration(Fictive.PATIENT, DAY, List.of("UNE LIGNE"));
    }

    private static OnBody.Search search(LocalDate from, LocalDate until, OnStatus status) {
        return new OnBody.Search(Fictive.PATIENT, Optional.of(from), Optional.of(until), Set.of(status));
    }

    private static OnRequest request(OnBody body) {
        return new OnRequest(
                "uuid:2",
                Fictive.contexteLps(Fictive.tlsiLps()),
                Fictive.contexteBam(),
                Optional.of(Fictive.assertionPs().toAssertion()),
                body);
    }

    private static String text(OnBody body) {
        return new String(request(body).toBytes(), StandardCharsets.UTF_8);
    }

    private static BusinessRequest read(String soap) {
        return BusinessRequest.parse(soap.getBytes(StandardCharsets.UTF_8));
    }
}
