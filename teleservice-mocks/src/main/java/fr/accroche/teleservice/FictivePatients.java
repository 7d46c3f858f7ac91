package fr.accroche.teleservice;

import fr.accroche.messages.Ins;
import fr.accroche.messages.OnStatus;
import fr.accroche.teleservice.FictivePatient.DmpState;
import fr.accroche.teleservice.FictivePatient.Former;
import fr.accroche.teleservice.FictivePatient.Prescribed;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The fictive patients. Sex, year, month, département and commune of a matricule say what the traits say; the order number is
 * ours.
 */
final class FictivePatients {

    private FictivePatients() {}

    static List<FictivePatient> all() {
        return Stream.of(oldest(), ofUnusualIns(), ofUnusualTraits())
                .flatMap(List::stream)
                .toList();
    }

    private static List<FictivePatient> oldest() {
        return List.of(
                patient("demo", "290019999900113", "DEMO", "CAMILLE", "F", "1990-01-01")
                        .with(
                                prescribed("SIM-ON-0001", OnStatus.A_DELIVRER, "2026-09-01"),
                                prescribed("SIM-ON-0005", OnStatus.DELIVREE, "2026-03-02"),
                                prescribed("SIM-ON-0006", OnStatus.ANNULEE, "2026-03-01"))
                        .plain(),
                patient("prenoms", "185079999900215", "FICTIF", "JEAN-PAUL MARIE", "M", "1985-07-14")
                        .with(prescribed("SIM-ON-0002", OnStatus.A_DELIVRER, "2026-09-02"))
                        .but(PatientDeviance.SEVERAL_GIVEN_NAMES),
                patient("apostrophe", "212039999900382", "D'ESSAI", "LOU", "F", "2012-03-29")
                        .but(PatientDeviance.APOSTROPHE),
                patient("sans-dmp", "147069999900416", "EXEMPLE", "RAYMOND", "M", "1947-06-02")
                        .with(prescribed("SIM-ON-0004", OnStatus.A_DELIVRER, "2026-09-04"))
                        .with(DmpState.NONE)
                        .but(PatientDeviance.WITHOUT_DMP),
                patient("dmp-ferme", "239109999901127", "FERMEE", "SIMONE", "F", "1939-10-12")
                        .with(prescribed("SIM-ON-0011", OnStatus.DELIVREE, "2026-09-05"))
                        .with(DmpState.CLOSED)
                        .but(PatientDeviance.DMP_CLOSED));
    }

    private static List<FictivePatient> ofUnusualIns() {
        return List.of(
                patient("homonyme-1", "175059999900582", "HOMONYME", "ALEX", "M", "1975-05-20")
                        .with(prescribed("SIM-ON-0007", OnStatus.A_DELIVRER, "2026-09-06"))
                        .but(PatientDeviance.NAMESAKE),
                patient("homonyme-2", "175059999900681", "HOMONYME", "ALEX", "M", "1975-05-20")
                        .with(prescribed("SIM-ON-0008", OnStatus.A_DELIVRER, "2026-09-07"))
                        .but(PatientDeviance.NAMESAKE),
                patient("ins-ancien", "268119999900781", "RECTIFIEE", "ANNE", "F", "1968-11-03")
                        .known(
                                former("168119999900833", "2019-02-01", "2024-05-31"),
                                former("268129999900995", "2016-01-01", "2019-01-31"))
                        .with(prescribed("SIM-ON-0009", OnStatus.A_DELIVRER, "2026-09-08"))
                        .but(PatientDeviance.FORMER_INS),
                patient("nia", "120029999901008", "PROVISOIRE", "NOE", "M", "2020-02-29")
                        .provisional()
                        .with(prescribed("SIM-ON-0010", OnStatus.A_DELIVRER, "2026-09-09"))
                        .but(PatientDeviance.PROVISIONAL));
    }

    private static List<FictivePatient> ofUnusualTraits() {
        return List.of(
                patient("traits-union", "201049999901246", "MODELE--TYPE", "MARIE-LOU", "F", "2001-04-18")
                        .but(PatientDeviance.HYPHENS),
                patient("date-lunaire", "260209999901329", "SANSMOIS", "AMINATA", "F", "1960-00-00")
                        .with(prescribed("SIM-ON-0013", OnStatus.A_DELIVRER, "2026-09-10"))
                        .but(PatientDeviance.LUNAR_BIRTH_DATE),
                patient("corse-2a", "271062A99900180", "INSULAIRE", "PASCALE", "F", "1971-06-30")
                        .with(prescribed("SIM-ON-0014", OnStatus.A_DELIVRER, "2026-09-11"))
                        .but(PatientDeviance.CORSICAN_KEY),
                patient("corse-2b", "182092B99900154", "INSULAIRE", "ANGE", "M", "1982-09-09")
                        .but(PatientDeviance.CORSICAN_KEY),
                patient("panne-insi", "194129999901430", "INCIDENT", "GAEL", "M", "1994-12-24")
                        .with(prescribed("SIM-ON-0016", OnStatus.A_DELIVRER, "2026-09-12"))
                        .but(PatientDeviance.INSI_FAULT));
    }

    static FictivePatient unknown() {
        return patient("inconnu", "188089999901565", "INCONNU", "SACHA", "M", "1988-08-08")
                .with(DmpState.NONE)
                .but(PatientDeviance.UNKNOWN);
    }

    private static PatientDraft patient(
            String alias, String matricule, String name, String givenNames, String sex, String born) {
        return new PatientDraft(alias, matricule, name, givenNames, sex, born);
    }

    private static Former former(String matricule, String from, String until) {
        return new Former(new Ins(matricule, Ins.NIR), LocalDate.parse(from), LocalDate.parse(until));
    }

    private static Prescribed prescribed(String number, OnStatus status, String on) {
        return new Prescribed(number, status, LocalDate.parse(on));
    }
}
