package fr.accroche.scenarios.fault;

import static fr.accroche.scenarios.fault.Faults.rules;

import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import fr.accroche.proxy.ProxyDefect;
import fr.accroche.scenarios.chain.ProxyModeDefect;
import fr.accroche.scenarios.lps.LpsDefect;
import java.util.List;

/** The proxy is not of the mode that is declared, or builds in another's name. */
final class MetierFaults {

    static final List<Fault> ALL = List.of(
            fault(
                    "metier-forwards",
                    Text.of(
                            "le proxy déclaré métier transmet la requête que le LPS a construite",
                            "the proxy declared métier forwards the request that the LPS built"),
                    ProxyModeDefect.FORWARDS_IN_METIER,
                    Need.METIER,
                    "ARC-05",
                    "LPS-06"),
            fault(
                    "passe-plat-builds",
                    Text.of(
                            "le proxy déclaré passe-plat construit la requête lui-même",
                            "the proxy declared passe-plat builds the request itself"),
                    ProxyModeDefect.BUILDS_IN_PASSE_PLAT,
                    Need.PASSE_PLAT,
                    "ARC-05",
                    "LPS-06"),
            fault(
                    "metier-with-proxy-number",
                    Text.of(
                            "le proxy métier met son propre numéro dans la requête qu'il construit",
                            "the métier proxy puts its own number in the request that it builds"),
                    ProxyDefect.WRITES_ITS_OWN_NUMBER,
                    Need.METIER,
                    "IDN-06",
                    "LPS-07"),
            fault(
                    "metier-with-eai-number",
                    Text.of(
                            "le proxy métier met dans la requête le numéro de l'EAI qu'il intègre",
                            "the métier proxy puts in the request the number of the EAI that it integrates"),
                    ProxyDefect.SENDS_THE_NUMBER_OF_ITS_EAI,
                    Need.METIER.and(Need.DMP).and(Need.NUMBERED_EAI_IN_PROXY),
                    "CND-09",
                    "IDN-06",
                    "LPS-07"),
            fault(
                    "metier-person-differs",
                    Text.of(
                            "le LPS demande au proxy métier d'agir pour un autre professionnel que celui de la session",
                            "the LPS asks the métier proxy to act for another professional than the session's"),
                    LpsDefect.NAMES_ANOTHER_PERSON,
                    Need.METIER,
                    "LPS-05"));

    private MetierFaults() {}

    private static Fault fault(String id, Text title, Enum<?> defect, Need needs, String... rules) {
        return new Fault(id, title, rules(rules), Status.FAIL, needs, (plan, operation) -> plan.with(defect));
    }
}
