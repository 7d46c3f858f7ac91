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
            proxy(
                    "vihf-with-proxy-number",
                    Text.of(
                            "le proxy écrit son propre numéro à la place de celui du LPS",
                            "the proxy writes its own number in place of the LPS's"),
                    ProxyDefect.WRITES_ITS_OWN_NUMBER,
                    "IDN-06",
                    "LPS-04",
                    "LPS-06",
                    "LPS-07"),
            proxy(
                    "proxy-rewrites-body",
                    Text.of(
                            "le proxy passe-plat remet la requête en forme",
                            "the passe-plat proxy reformats the request"),
                    ProxyDefect.REWRITES_BODY,
                    "LPS-06"),
            lps(
                    "vihf-tampered",
                    Text.of("le VIHF est modifié après sa signature", "the VIHF is changed after it was signed"),
                    LpsDefect.CHANGES_THE_VIHF_AFTER_SIGNING,
                    "LPS-04"),
            lps(
                    "vihf-signed-with-client-certificate",
                    Text.of(
                            "le VIHF est signé avec le certificat d'authentification au lieu du cachet",
                            "the VIHF is signed with the authentication certificate instead of the seal"),
                    LpsDefect.SIGNS_WITH_THE_CLIENT_CERTIFICATE,
                    "LPS-04"),
            lps(
                    "assertion-too-old",
                    Text.of("l'assertion date de deux heures", "the assertion is two hours old"),
                    LpsDefect.SENDS_AN_OLD_ASSERTION,
                    "LPS-04"),
            lps(
                    "assertion-missing",
                    Text.of("la requête ne porte aucune assertion", "the request carries no assertion"),
                    LpsDefect.OMITS_THE_ASSERTION,
                    "LPS-01"),
            lps(
                    "vihf-version-differs",
                    Text.of("LPS_Version n'est pas la version déclarée", "LPS_Version is not the declared version"),
                    LpsDefect.SAYS_ANOTHER_VERSION,
                    "LPS-02"),
            lps(
                    "number-of-another-lps",
                    Text.of("le LPS envoie le numéro d'un autre logiciel", "the LPS sends another software's number"),
                    LpsDefect.USES_THE_NUMBER_OF_ANOTHER_LPS,
                    "IDN-06"),
            lps(
                    "idam-missing",
                    Text.of("IDAM manque dans ContexteLPS", "IDAM is missing from ContexteLPS"),
                    LpsDefect.OMITS_THE_IDAM,
                    "LPS-03"),
            lps(
                    "person-differs",
                    Text.of(
                            "l'assertion nomme un autre professionnel que celui qui s'est connecté",
                            "the assertion names another professional than the one who logged in"),
                    LpsDefect.NAMES_ANOTHER_PERSON,
                    "LPS-05"));

    private MessageFaults() {}

    private static Fault proxy(String id, Text title, ProxyDefect defect, String... rules) {
        return new Fault(
                id,
                title,
                rules(rules),
                Status.FAIL,
                (declaration, operation) -> true,
                (plan, operation) -> plan.with(defect));
    }

    private static Fault lps(String id, Text title, LpsDefect defect, String... rules) {
        return new Fault(
                id,
                title,
                rules(rules),
                Status.FAIL,
                (declaration, operation) -> true,
                (plan, operation) -> plan.with(defect));
    }
}
