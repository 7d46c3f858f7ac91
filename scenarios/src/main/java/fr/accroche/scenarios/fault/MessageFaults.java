package fr.accroche.scenarios.fault;

import static fr.accroche.scenarios.fault.Faults.rules;

import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import fr.accroche.proxy.ProxyDefect;
import fr.accroche.scenarios.lps.LpsDefect;
import java.util.List;

/** The business request is wrong, or the proxy makes it so. */
final class MessageFaults {

    static final List<Fault> ALL = List.of(
            fault(
                    "vihf-with-proxy-number",
                    Text.of(
                            "le proxy écrit son propre numéro à la place de celui du LPS",
                            "the proxy writes its own number in place of the LPS's"),
                    ProxyDefect.WRITES_ITS_OWN_NUMBER,
                    Need.DMP.and(Need.PASSE_PLAT),
                    "IDN-06",
                    "LPS-04",
                    "LPS-06",
                    "LPS-07"),
            fault(
                    "proxy-rewrites-body",
                    Text.of(
                            "le proxy passe-plat remet la requête en forme",
                            "the passe-plat proxy reformats the request"),
                    ProxyDefect.REWRITES_BODY,
                    Need.PASSE_PLAT,
                    "LPS-06"),
            fault(
                    "vihf-tampered",
                    Text.of("le VIHF est modifié après sa signature", "the VIHF is changed after it was signed"),
                    LpsDefect.CHANGES_THE_VIHF_AFTER_SIGNING,
                    Need.DMP.and(Need.PASSE_PLAT),
                    "LPS-04"),
            fault(
                    "vihf-signed-with-client-certificate",
                    Text.of(
                            "le VIHF est signé avec le certificat d'authentification au lieu du cachet",
                            "the VIHF is signed with the authentication certificate instead of the seal"),
                    LpsDefect.SIGNS_WITH_THE_CLIENT_CERTIFICATE,
                    Need.DMP.and(Need.PASSE_PLAT),
                    "LPS-04"),
            fault(
                    "assertion-too-old",
                    Text.of("l'assertion date de deux heures", "the assertion is two hours old"),
                    LpsDefect.SENDS_AN_OLD_ASSERTION,
                    Need.PASSE_PLAT,
                    "LPS-04"),
            fault(
                    "assertion-missing",
                    Text.of("la requête ne porte aucune assertion", "the request carries no assertion"),
                    LpsDefect.OMITS_THE_ASSERTION,
                    Need.PASSE_PLAT,
                    "LPS-01"),
            fault(
                    "vihf-version-differs",
                    Text.of("LPS_Version n'est pas la version déclarée", "LPS_Version is not the declared version"),
                    LpsDefect.SAYS_ANOTHER_VERSION,
                    Need.DMP.and(Need.PASSE_PLAT),
                    "LPS-02"),
            fault(
                    "number-of-another-lps",
                    Text.of("le LPS envoie le numéro d'un autre logiciel", "the LPS sends another software's number"),
                    LpsDefect.USES_THE_NUMBER_OF_ANOTHER_LPS,
                    Need.PASSE_PLAT,
                    "IDN-06"),
            fault(
                    "number-of-the-eai",
                    Text.of(
                            "le LPS envoie le numéro de son composant non autonome (EAI) à la place du sien",
                            "the LPS sends the number of its non autonome add-on (EAI) in place of its own"),
                    LpsDefect.USES_THE_NUMBER_OF_ITS_EAI,
                    Need.NUMBERED_NON_AUTONOME.and(Need.PASSE_PLAT),
                    "IDN-06",
                    "CND-09"),
            fault(
                    "idam-missing",
                    Text.of("IDAM manque dans ContexteLPS", "IDAM is missing from ContexteLPS"),
                    LpsDefect.OMITS_THE_IDAM,
                    Need.INSI_OR_ON.and(Need.PASSE_PLAT),
                    "LPS-03"),
            fault(
                    "assertion-ps-name-qualifier-wrong",
                    Text.of(
                            "l'Assertion PS dit que la personne vient d'une carte, en mode PSC",
                            "the Assertion PS says that a card named the person, in PSC mode"),
                    LpsDefect.NAMES_THE_PERSON_AS_OF_A_CARD,
                    Need.INSI_OR_ON.and(Need.PASSE_PLAT),
                    "LPS-10"),
            fault(
                    "contexte-bam-version-wrong",
                    Text.of(
                            "ContexteBAM est d'une autre version que celle en vigueur",
                            "ContexteBAM is of another version than the one in force"),
                    LpsDefect.WRITES_AN_OLD_CONTEXTE_BAM,
                    Need.INSI_OR_ON.and(Need.PASSE_PLAT),
                    "LPS-10"),
            fault(
                    "person-differs",
                    Text.of(
                            "l'assertion nomme un autre professionnel que celui qui s'est connecté",
                            "the assertion names another professional than the one who logged in"),
                    LpsDefect.NAMES_ANOTHER_PERSON,
                    Need.PASSE_PLAT,
                    "LPS-05"),
            new Fault(
                    "speciality-named-as-before",
                    Text.of(
                            "l'Assertion PS nomme la spécialité comme en mode CPS",
                            "the Assertion PS names the speciality as in CPS mode"),
                    rules("LPS-11"),
                    Status.WARNING,
                    Need.INSI_OR_ON.and(Need.PASSE_PLAT),
                    (plan, operation) -> plan.with(LpsDefect.NAMES_THE_SPECIALITY_AS_BEFORE)),
            new Fault(
                    "number-in-url",
                    Text.of(
                            "le LPS met son numéro dans l'URL de ses requêtes",
                            "the LPS puts its number in the URL of its requests"),
                    rules("LPS-09"),
                    Status.WARNING,
                    Need.NOTHING,
                    (plan, operation) -> plan.with(LpsDefect.PUTS_ITS_NUMBER_IN_THE_URL)));

    private MessageFaults() {}

    private static Fault fault(String id, Text title, Enum<?> defect, Need needs, String... rules) {
        return new Fault(id, title, rules(rules), Status.FAIL, needs, (plan, operation) -> plan.with(defect));
    }
}
