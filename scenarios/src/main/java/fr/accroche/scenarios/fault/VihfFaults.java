package fr.accroche.scenarios.fault;

import static fr.accroche.scenarios.fault.Faults.rules;

import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.lps.LpsDefect;
import java.util.List;

/** The LPS writes a VIHF that is genuine, and out of shape. */
final class VihfFaults {

    static final List<Fault> ALL = List.of(
            fault(
                    "vihf-sector-missing",
                    Text.of("Secteur_Activite manque dans le VIHF", "Secteur_Activite is missing from the VIHF"),
                    LpsDefect.OMITS_THE_SECTOR,
                    Need.DMP.and(Need.PASSE_PLAT)),
            fault(
                    "vihf-of-ror",
                    Text.of(
                            "le VIHF est en version 2.0, que le ROR prend et non le DMP",
                            "the VIHF is of version 2.0, which the ROR takes and the DMP does not"),
                    LpsDefect.WRITES_THE_VIHF_OF_ROR,
                    Need.DMP.and(Need.PASSE_PLAT)),
            fault(
                    "vihf-authentication-context",
                    Text.of(
                            "le VIHF donne l'acr de PSC à la place d'une classe d'authentification de SAML",
                            "the VIHF gives PSC's acr in place of an authentication class of SAML"),
                    LpsDefect.SAYS_NO_AUTHENTICATION_CONTEXT,
                    Need.DMP.and(Need.PASSE_PLAT)),
            fault(
                    "vihf-speciality-missing",
                    Text.of(
                            "le VIHF d'un médecin ne dit pas sa spécialité",
                            "a physician's VIHF does not say the speciality"),
                    LpsDefect.OMITS_THE_SPECIALITY,
                    Need.DMP),
            fault(
                    "vihf-ins-key-wrong",
                    Text.of("la clé de l'INS du patient est fausse", "the key of the patient's INS is wrong"),
                    LpsDefect.MISTYPES_THE_INS,
                    Need.DMP),
            fault(
                    "vihf-ins-oid-of-insi",
                    Text.of(
                            "le LPS recopie dans le VIHF l'OID rendu par INSi, que le DMP de test ne prend pas",
                            "the LPS copies into the VIHF the OID that INSi gave, which the test DMP does not take"),
                    LpsDefect.KEEPS_THE_OID_OF_INSI,
                    Need.DMP.and(Need.TEST_ENVIRONMENT)),
            fault(
                    "vihf-patient-differs",
                    Text.of(
                            "le VIHF nomme un autre patient que la requête",
                            "the VIHF names another patient than the request"),
                    LpsDefect.ASKS_ABOUT_ANOTHER_PATIENT,
                    Need.DMP.and(Need.PASSE_PLAT)));

    private VihfFaults() {}

    private static Fault fault(String id, Text title, LpsDefect defect, Need needs) {
        return new Fault(id, title, rules("LPS-08"), Status.FAIL, needs, (plan, operation) -> plan.with(defect));
    }
}
