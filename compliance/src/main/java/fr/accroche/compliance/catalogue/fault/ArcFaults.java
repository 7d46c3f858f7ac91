package fr.accroche.compliance.catalogue.fault;

import static fr.accroche.compliance.catalogue.fault.DeclaredFaults.fails;
import static fr.accroche.compliance.catalogue.fault.DeclaredFaults.warns;
import static fr.accroche.compliance.declaration.ShippedDeclaration.AUTONOME_OPERE_PAR_OPERATEUR_LPS;
import static fr.accroche.compliance.declaration.ShippedDeclaration.NON_AUTONOME_DANS_LPS;
import static fr.accroche.compliance.declaration.ShippedDeclaration.PROXY_INTEGRE;
import static fr.accroche.compliance.declaration.ShippedDeclaration.PROXY_PARTAGE;
import static fr.accroche.compliance.declaration.ShippedDeclaration.PROXY_TIERS;

import fr.accroche.compliance.catalogue.fault.DeclaredFault.Edit;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.stream.Stream;

/** The solution is not made of what it must be made of. */
final class ArcFaults {

    private static final List<DeclaredFault> OF_SOLUTIONS = List.of(
            fails(
                    "ARC-01",
                    Text.of("une solution a deux composants principaux", "a solution has two composants principaux"),
                    PROXY_PARTAGE,
                    new Edit("principal: officine, ", "")),
            fails(
                    "ARC-01",
                    Text.of(
                            "un composant principal n'est d'aucune solution",
                            "a composant principal is of none of the solutions"),
                    PROXY_PARTAGE,
                    new Edit("principal: officine", "principal: cabinet")),
            fails(
                    "ARC-01",
                    Text.of(
                            "le mandataire n'édite pas le composant principal",
                            "the mandataire does not edit the composant principal"),
                    PROXY_TIERS,
                    new Edit("mandataire: alpha", "mandataire: beta")),
            fails(
                    "ARC-02",
                    Text.of("un LPS ne passe par aucun proxy", "an LPS comes through no proxy"),
                    PROXY_PARTAGE,
                    new Edit(
                            "  - { clientId: alpha-officine-edc-bas, lps: officine, operator: alpha, proxy: proxy, proxyOperator: alpha,\n"
                                    + "      pmt: { validatedOn: D-33, declaredOn: D-31, configuredOn: D-28, firstAuthenticationOn: D-27, firstApi: INSi } }\n",
                            ""),
                    new Edit("EDC-EDITEUR-PROXY, nru: NRU-SIMULE-0005", "EDC-EDITEUR, nru: NRU-SIMULE-0001")));

    private static final List<DeclaredFault> OF_PROXIES = List.of(
            fails(
                    "ARC-03",
                    Text.of("le proxy a des écrans", "the proxy has screens"),
                    PROXY_INTEGRE,
                    new Edit("ui: false", "ui: true")),
            fails(
                    "ARC-04",
                    Text.of("le proxy est installé chez l'utilisateur", "the proxy is installed on premises"),
                    PROXY_INTEGRE,
                    new Edit("hosting: saas ", "hosting: on-premises ")),
            fails(
                    "ARC-05",
                    Text.of("le proxy n'est ni passe-plat ni métier", "the proxy is neither passe-plat nor métier"),
                    PROXY_INTEGRE,
                    new Edit("    mode: passe-plat          # passe-plat | metier\n", "")),
            warns(
                    "ARC-09",
                    Text.of("un second proxy, que rien n'utilise", "a second proxy, that nothing uses"),
                    PROXY_TIERS,
                    new Edit(
                            "\noperations: ",
                            "  secours:\n"
                                    + "    type: proxy\n"
                                    + "    editor: beta\n"
                                    + "    mode: passe-plat\n"
                                    + "    habilitations:\n"
                                    + "      - { profile: ELP, candidature: EDC-SECOURS-BETA, nru: NRU-SIMULE-0009, submittedOn: D-90, proofsOn: D-24, grantedOn: D-20 }\n"
                                    + "    intrusionTest: { on: D-190, report: PENTEST-SIMULE-0009 }\n"
                                    + "\noperations: ")),
            warns(
                    "ARC-11",
                    Text.of(
                            "rien n'est dit de l'arrêt du proxy partagé",
                            "nothing is said of the shared proxy being down"),
                    PROXY_PARTAGE,
                    new Edit(
                            "    whenDown: les LPS continuent sans les téléservices et rejouent à la reprise", "   ")));

    private static final List<DeclaredFault> OF_ADD_ONS = List.of(
            fails(
                    "ARC-06",
                    Text.of("un composant autonome n'a pas d'écran", "an autonome add-on has no screen"),
                    AUTONOME_OPERE_PAR_OPERATEUR_LPS,
                    new Edit("ui: true", "ui: false")),
            fails(
                    "ARC-06",
                    Text.of("le mandataire édite le composant additionnel", "the mandataire edits the add-on"),
                    NON_AUTONOME_DANS_LPS,
                    new Edit("editor: gamma", "editor: alpha")),
            fails(
                    "ARC-07",
                    Text.of("le connecteur EAI n'est intégré nulle part", "the EAI connector is integrated nowhere"),
                    NON_AUTONOME_DANS_LPS,
                    new Edit("    integratedIn: lps\n", "")),
            warns(
                    "ARC-08",
                    Text.of(
                            "un composant autonome avec le proxy de l'éditeur du LPS",
                            "an autonome add-on with the proxy of the LPS's editor"),
                    AUTONOME_OPERE_PAR_OPERATEUR_LPS,
                    new Edit("type: proxy\n    editor: gamma", "type: proxy\n    editor: alpha"),
                    new Edit("EDC-PROXY-GAMMA, nru: NRU-SIMULE-0003", "EDC-EDITEUR, nru: NRU-SIMULE-0001")),
            warns(
                    "ARC-09",
                    Text.of("un composant autonome que rien n'appelle", "an autonome add-on that nothing calls"),
                    AUTONOME_OPERE_PAR_OPERATEUR_LPS,
                    new Edit("      - { lps: lps, lpsOperator: alpha, operator: alpha }\n", ""),
                    new Edit("    instances:  ", "    instances: []  "),
                    new Edit("    interfacings:  ", "    interfacings: []  "),
                    new Edit("      - { with: carnet, teleservice: DMP, number: INTERFACE-SIMULE-0001 }\n", "")),
            warns(
                    "ARC-10",
                    Text.of(
                            "un connecteur EAI pour le DMP, appelé moteur à IHM masquée",
                            "an EAI connector for the DMP, called a moteur à IHM masquée"),
                    NON_AUTONOME_DANS_LPS,
                    new Edit("cndaName: eai", "cndaName: moteur-ihm-masquee")));

    static final List<DeclaredFault> ALL = Stream.of(OF_SOLUTIONS, OF_PROXIES, OF_ADD_ONS)
            .flatMap(List::stream)
            .toList();

    private ArcFaults() {}
}
