package fr.accroche.compliance.catalogue.fault;

import static fr.accroche.compliance.catalogue.fault.DeclaredFaults.fails;
import static fr.accroche.compliance.declaration.ShippedDeclaration.PROXY_INTEGRE;
import static fr.accroche.compliance.declaration.ShippedDeclaration.PROXY_TIERS;

import fr.accroche.compliance.catalogue.fault.DeclaredFault.Edit;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** An habilitation of an éditeur or an opérateur, or an intrusion test, is missing, late or one too many. */
final class HabFaults {

    static final List<DeclaredFault> ALL = List.of(
            fails(
                    "HAB-01",
                    Text.of(
                            "le dossier ELP est déposé, l'habilitation n'est pas accordée",
                            "the ELP file is handed in, the habilitation is not granted"),
                    PROXY_INTEGRE,
                    new Edit(
                            "profile: ELP, candidature: EDC-EDITEUR, nru: NRU-SIMULE-0001, submittedOn: D-90, proofsOn: D-30, grantedOn: D-20",
                            "profile: ELP, candidature: EDC-EDITEUR, nru: NRU-SIMULE-0001, submittedOn: D-90, proofsOn: D-30")),
            fails(
                    "HAB-03",
                    Text.of("l'ELP du proxy tiers est suspendue", "the third-party proxy's ELP is suspended"),
                    PROXY_TIERS,
                    new Edit("profile: ELP,", "profile: ELP, suspendedOn: D-2,")),
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
                    "PEN-01",
                    Text.of("le proxy n'a pas eu de test d'intrusion", "the proxy had no intrusion test"),
                    PROXY_INTEGRE,
                    new Edit("    intrusionTest: { on: D-190, report: PENTEST-SIMULE-0002 }\n", "")));

    private HabFaults() {}
}
