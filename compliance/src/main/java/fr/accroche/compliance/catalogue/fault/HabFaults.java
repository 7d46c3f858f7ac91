package fr.accroche.compliance.catalogue.fault;

import static fr.accroche.compliance.catalogue.fault.DeclaredFaults.fails;
import static fr.accroche.compliance.catalogue.fault.DeclaredFaults.warns;
import static fr.accroche.compliance.declaration.ShippedDeclaration.AUTONOME_OPERE_PAR_OPERATEUR_LPS;
import static fr.accroche.compliance.declaration.ShippedDeclaration.AUTONOME_OPERE_PAR_SON_EDITEUR;
import static fr.accroche.compliance.declaration.ShippedDeclaration.NON_AUTONOME_DANS_LPS;
import static fr.accroche.compliance.declaration.ShippedDeclaration.PROXY_INTEGRE;
import static fr.accroche.compliance.declaration.ShippedDeclaration.PROXY_TIERS;

import fr.accroche.compliance.catalogue.fault.DeclaredFault.Edit;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** An habilitation of an éditeur or an opérateur, or an intrusion test, is missing, late or one too many. */
final class HabFaults {

    private static final String SECOND_PROXY = """
              proxy2:
                type: proxy
                editor: beta
                mode: passe-plat
                hosting: saas
                ui: false
                habilitations:
                  - { profile: ELP, candidature: EDC-PROXY-BETA-2, nru: NRU-SIMULE-0005, submittedOn: D-90, proofsOn: D-24, grantedOn: D-20 }
                intrusionTest: { on: D-190, report: PENTEST-SIMULE-0003 }
            """;
    private static final String SECOND_OPERATION = """
              - { clientId: alpha-2-edc-bas, lps: lps, operator: alpha, proxy: proxy2, proxyOperator: beta,
                  pmt: { validatedOn: D-33, declaredOn: D-31, configuredOn: D-28, firstAuthenticationOn: D-27, firstApi: INSi } }
            """;

    static final List<DeclaredFault> ALL = List.of(
            fails(
                    "HAB-01",
                    Text.of(
                            "le dossier ELP est déposé, l'habilitation n'est pas accordée",
                            "the ELP file is handed in, the habilitation is not granted"),
                    PROXY_INTEGRE,
                    new Edit(
                            "profile: ELP, candidature: EDC-EDITEUR, nru: NRU-SIMULE-0001, submittedOn: D-90, proofsOn: D-24, grantedOn: D-20",
                            "profile: ELP, candidature: EDC-EDITEUR, nru: NRU-SIMULE-0001, submittedOn: D-90, proofsOn: D-24")),
            fails(
                    "HAB-02",
                    Text.of("l'ELU et l'ELP sont deux candidatures", "the ELU and the ELP are two candidatures"),
                    PROXY_INTEGRE,
                    new Edit("profile: ELP, candidature: EDC-EDITEUR", "profile: ELP, candidature: EDC-PROXY")),
            fails(
                    "HAB-02",
                    Text.of("la candidature de l'ELP n'est pas nommée", "the candidature of the ELP is not named"),
                    PROXY_INTEGRE,
                    new Edit("profile: ELP, candidature: EDC-EDITEUR", "profile: ELP")),
            fails(
                    "HAB-03",
                    Text.of("l'ELP du proxy tiers est suspendue", "the third-party proxy's ELP is suspended"),
                    PROXY_TIERS,
                    new Edit("profile: ELP,", "profile: ELP, suspendedOn: D-2,")),
            warns(
                    "HAB-04",
                    Text.of(
                            "le financement est demandé avant que l'OSU soit accordée",
                            "the funding is asked for before the OSU is granted"),
                    PROXY_TIERS,
                    segur("fundingOn: D-10")),
            fails(
                    "HAB-05",
                    Text.of(
                            "un second proxy tiers, sans dossier ELU à son nom",
                            "a second third-party proxy, without an ELU file that names it"),
                    PROXY_TIERS,
                    new Edit("profile: ELU,", "profile: ELU, proxy: proxy,"),
                    new Edit("profile: OSP, component: proxy,", "profile: OSP,"),
                    new Edit("\noperations:", SECOND_PROXY + "\noperations:"),
                    new Edit("firstApi: INSi } }", "firstApi: INSi } }\n" + SECOND_OPERATION)),
            fails(
                    "HAB-06",
                    Text.of(
                            "la candidature opérateur précède l'habilitation d'éditeur",
                            "the operator's candidature precedes the editor's habilitation"),
                    PROXY_INTEGRE,
                    new Edit(
                            "profile: OSU, component: lps, candidature: EDC-OPERATEUR, nru: NRU-SIMULE-0002, submittedOn: D-18",
                            "profile: OSU, component: lps, candidature: EDC-OPERATEUR, nru: NRU-SIMULE-0002, submittedOn: D-60")),
            fails(
                    "HAB-06",
                    Text.of(
                            "éditeur et opérateur dans la même candidature",
                            "editor and operator in the same candidature"),
                    PROXY_INTEGRE,
                    new Edit("candidature: EDC-OPERATEUR,", "candidature: EDC-EDITEUR,")),
            fails(
                    "HAB-07",
                    Text.of(
                            "la solution est référencée avant que l'ELP soit accordée",
                            "the solution is référencée before the ELP is granted"),
                    PROXY_INTEGRE,
                    segur("referencedOn: D-25"),
                    new Edit(
                            "proofsOn: D-24, grantedOn: D-20 }\n    homologations",
                            "proofsOn: D-24, grantedOn: D-26 }\n    homologations")),
            fails(
                    "HAB-07",
                    Text.of(
                            "la date 2 est passée sans habilitation ni capture d'écran",
                            "date 2 went by without an habilitation nor a screenshot"),
                    PROXY_TIERS,
                    segur("date2: D-22")),
            warns(
                    "HAB-08",
                    Text.of("le dossier ELP n'a pas de NRU", "the ELP file has no NRU"),
                    PROXY_TIERS,
                    new Edit("nru: NRU-SIMULE-0003, ", "")),
            warns(
                    "HAB-09",
                    Text.of("un dossier ELU par téléservice", "one ELU file for each téléservice"),
                    PROXY_TIERS,
                    new Edit(
                            "    homologations: { DMP",
                            "      - { profile: ELU, candidature: EDC-EDITEUR-DMP, nru: NRU-SIMULE-0009, submittedOn: D-80 }\n    homologations: { DMP")),
            fails(
                    "HAB-10",
                    Text.of("le connecteur EAI a une ELU", "the EAI connector has an ELU"),
                    NON_AUTONOME_DANS_LPS,
                    new Edit(
                            "    cndaName: eai",
                            "    cndaName: eai\n    habilitations: [{ profile: ELU, grantedOn: D-20 }]")),
            warns(
                    "HAB-11",
                    Text.of(
                            "l'architecture change après le dépôt des preuves",
                            "the architecture changes after the proofs are deposited"),
                    PROXY_INTEGRE,
                    segur("architectureChangedOn: D-10")),
            fails(
                    "OPE-01",
                    Text.of(
                            "la clinique opère le LPS sans habilitation OSU",
                            "the clinic operates the LPS without an OSU habilitation"),
                    PROXY_INTEGRE,
                    new Edit(
                            "candidature: EDC-OPERATEUR-CLINIQUE",
                            "status: requested, candidature: EDC-OPERATEUR-CLINIQUE"),
                    new Edit(
                            "nru: NRU-SIMULE-0003, submittedOn: D-18, grantedOn: D-5",
                            "nru: NRU-SIMULE-0003, submittedOn: D-18")),
            fails(
                    "OPE-02",
                    Text.of(
                            "le carnet a son client_id, alors que l'opérateur du LPS l'opère",
                            "the add-on has its client_id, though the LPS's operator runs it"),
                    AUTONOME_OPERE_PAR_OPERATEUR_LPS,
                    new Edit("profile: OSU, component: lps,", "profile: OSU,"),
                    new Edit("firstApi: INSi } }", """
                            firstApi: INSi } }
                              - { clientId: carnet-edc-bas, lps: carnet, operator: alpha, proxy: proxy, proxyOperator: gamma,
                                  pmt: { validatedOn: D-33, declaredOn: D-31, configuredOn: D-28, firstAuthenticationOn: D-27, firstApi: DMP } }""")),
            fails(
                    "OPE-03",
                    Text.of(
                            "le LPS appelle le DMP, que le carnet d'un autre opérateur prend en charge",
                            "the LPS calls the DMP, which another operator's add-on takes over"),
                    AUTONOME_OPERE_PAR_SON_EDITEUR,
                    new Edit("\nwaivers:", """
                              - { clientId: alpha-edc-bas, lps: lps, operator: alpha, proxy: proxy, proxyOperator: gamma, teleservices: [DMP],
                                  pmt: { validatedOn: D-33, declaredOn: D-31, configuredOn: D-28, firstAuthenticationOn: D-27, firstApi: DMP } }

                            waivers:""")),
            fails(
                    "OPE-03",
                    Text.of(
                            "l'opérateur du LPS prend le client_id du carnet",
                            "the LPS's operator takes the add-on's client_id"),
                    AUTONOME_OPERE_PAR_SON_EDITEUR,
                    new Edit("lps: carnet, operator: gamma", "lps: carnet, operator: alpha")),
            fails(
                    "IDN-05",
                    Text.of(
                            "le lien entre le LPS et le proxy attend sa validation",
                            "the link between the LPS and the proxy awaits its validation"),
                    PROXY_TIERS,
                    new Edit("proxyOperator: beta,", "proxyOperator: beta, link: pending,")),
            fails(
                    "PEN-01",
                    Text.of("le proxy n'a pas eu de test d'intrusion", "the proxy had no intrusion test"),
                    PROXY_INTEGRE,
                    new Edit("    intrusionTest: { on: D-190, report: PENTEST-SIMULE-0002 }\n", "")),
            warns(
                    "PEN-02",
                    Text.of("le test d'intrusion du LPS n'a pas de rapport", "the LPS's intrusion test has no report"),
                    PROXY_INTEGRE,
                    new Edit(", report: PENTEST-SIMULE-0001", "")),
            warns(
                    "PEN-02",
                    Text.of("le test d'intrusion du LPS n'a pas de date", "the LPS's intrusion test has no date"),
                    PROXY_INTEGRE,
                    new Edit("on: D-200, ", "")));

    private HabFaults() {}

    /** A date of the solution's way through the Ségur guichet. */
    private static Edit segur(String date) {
        return new Edit("teleservices: [DMP, INSi, ON] }", "teleservices: [DMP, INSi, ON], segur: { " + date + " } }");
    }
}
