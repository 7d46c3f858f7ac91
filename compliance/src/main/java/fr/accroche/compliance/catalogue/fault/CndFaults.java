package fr.accroche.compliance.catalogue.fault;

import static fr.accroche.compliance.catalogue.fault.DeclaredFaults.fails;
import static fr.accroche.compliance.declaration.ShippedDeclaration.AUTONOME_OPERE_PAR_OPERATEUR_LPS;
import static fr.accroche.compliance.declaration.ShippedDeclaration.NON_AUTONOME_DANS_LPS;
import static fr.accroche.compliance.declaration.ShippedDeclaration.NON_AUTONOME_DANS_PROXY;
import static fr.accroche.compliance.declaration.ShippedDeclaration.PROXY_INTEGRE;
import static fr.accroche.compliance.declaration.ShippedDeclaration.PROXY_PARTAGE;

import fr.accroche.compliance.catalogue.fault.DeclaredFault.Edit;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** A homologation or certification is missing, or is not the one that counts. */
final class CndFaults {

    static final List<DeclaredFault> ALL = List.of(
            fails(
                    "CND-01",
                    Text.of("le LPS n'est pas certifié pour l'INSi", "the LPS is not certified for INSi"),
                    PROXY_INTEGRE,
                    new Edit("INSi: INSI-SIMULE-0001, ", "")),
            fails(
                    "CND-02",
                    Text.of("le proxy a un numéro d'homologation", "the proxy has a homologation number"),
                    PROXY_INTEGRE,
                    new Edit("    ui: false", "    ui: false\n    homologations: { DMP: DMP-SIMULE-0009 }")),
            fails(
                    "CND-03",
                    Text.of("le numéro du DMP sert aussi à l'INSi", "the DMP's number stands for INSi too"),
                    PROXY_INTEGRE,
                    new Edit("INSi: INSI-SIMULE-0001", "INSi: DMP-SIMULE-0001")),
            new DeclaredFault(
                    Text.of("la solution utilise la MSSanté", "the solution uses MSSanté"),
                    RuleId.of("CND-03"),
                    Status.REVIEW,
                    PROXY_INTEGRE,
                    List.of(new Edit("[DMP, INSi, ON] }", "[DMP, INSi, ON, MSSanté] }"))),
            fails(
                    "CND-04",
                    Text.of("le nom commercial n'a pas de NIL", "the commercial name has no NIL"),
                    PROXY_INTEGRE,
                    new Edit(", nil: NIL-SIMULE-0001", "")),
            fails(
                    "CND-04",
                    Text.of(
                            "un second nom commercial n'a rien au CNDA",
                            "a second commercial name has nothing at the CNDA"),
                    PROXY_INTEGRE,
                    new Edit(
                            "nil: NIL-SIMULE-0001 }]",
                            "nil: NIL-SIMULE-0001 }, { name: Alpha Officine, nil: NIL-SIMULE-0002 }]")),
            fails(
                    "CND-04",
                    Text.of(
                            "deux noms commerciaux ont un seul NIL et les mêmes numéros",
                            "two commercial names have one NIL and the same numbers"),
                    PROXY_INTEGRE,
                    new Edit(
                            "nil: NIL-SIMULE-0001 }]",
                            "nil: NIL-SIMULE-0001 }, { name: Alpha Officine, nil: NIL-SIMULE-0001, homologations: { DMP: DMP-SIMULE-0001, INSi: INSI-SIMULE-0001, ON: ON-SIMULE-0001 } }]")),
            fails(
                    "CND-05",
                    Text.of(
                            "le LPS compte sur l'homologation de son connecteur EAI",
                            "the LPS relies on the homologation of its EAI connector"),
                    NON_AUTONOME_DANS_LPS,
                    new Edit("DMP: DMP-SIMULE-0001, ", "")),
            fails(
                    "CND-06",
                    Text.of(
                            "l'interfaçage du LPS et du carnet n'est pas homologué",
                            "the interfacing of the LPS and the add-on is not homologated"),
                    AUTONOME_OPERE_PAR_OPERATEUR_LPS,
                    new Edit("number: INTERFACE-SIMULE-0001", "requestedOn: D-10")),
            fails(
                    "CND-07",
                    Text.of(
                            "l'examen seul, sans composant déjà autorisé pour l'INSi",
                            "the examination alone, without a component authorised already for INSi"),
                    PROXY_INTEGRE,
                    new Edit("INSi: INSI-SIMULE-0001", "INSi: { number: INSI-SIMULE-0001, procedure: examen }")),
            examinedWithAnEngine(Teleservice.INSI, Status.FAIL),
            examinedWithAnEngine(Teleservice.ON, Status.REVIEW),
            fails(
                    "CND-08",
                    Text.of(
                            "l'EAI du proxy tiers n'est pas déclaré au CNDA",
                            "the third-party proxy's EAI is not declared to the CNDA"),
                    NON_AUTONOME_DANS_PROXY,
                    new Edit("    cnda: [eai-dans-proxy]", "    cnda: []")),
            fails(
                    "CND-09",
                    Text.of(
                            "le LPS envoie le numéro de son connecteur EAI",
                            "the LPS sends the number of its EAI connector"),
                    NON_AUTONOME_DANS_LPS,
                    new Edit("DMP: DMP-SIMULE-0001", "DMP: DMP-SIMULE-0003")),
            fails(
                    "CND-09",
                    Text.of(
                            "le LPS envoie le numéro de son interfaçage",
                            "the LPS sends the number of its interfacing"),
                    AUTONOME_OPERE_PAR_OPERATEUR_LPS,
                    new Edit("DMP: DMP-SIMULE-0001", "DMP: INTERFACE-SIMULE-0001")),
            fails(
                    "CND-10",
                    Text.of(
                            "deux LPS derrière un proxy partagé, un seul dossier ELU",
                            "two LPSs behind a shared proxy, one ELU file"),
                    PROXY_PARTAGE,
                    new Edit(
                            "candidature: EDC-EDITEUR-2, nru: NRU-SIMULE-0003",
                            "candidature: EDC-EDITEUR, nru: NRU-SIMULE-0001")),
            fails(
                    "CND-10",
                    Text.of(
                            "deux LPS derrière un proxy partagé, un seul numéro",
                            "two LPSs behind a shared proxy, one number"),
                    PROXY_PARTAGE,
                    new Edit("DMP: DMP-SIMULE-0002", "DMP: DMP-SIMULE-0001")));

    private CndFaults() {}

    /** The connector becomes an engine of the CNDA's, for another service, and the LPS skips the tests of that one. */
    private static DeclaredFault examinedWithAnEngine(Teleservice service, Status status) {
        String name = service.label();
        String own = name + ": " + service.name() + "-SIMULE-0001";
        return new DeclaredFault(
                Text.of(
                                "l'examen seul, avec un moteur à IHM masquée pour {0}",
                                "the examination alone, with an engine with hidden screens for {0}")
                        .with(name),
                RuleId.of("CND-07"),
                status,
                NON_AUTONOME_DANS_LPS,
                List.of(
                        new Edit("functions: [DMP]", "functions: [" + name + "]"),
                        new Edit("cndaName: eai", "cndaName: moteur-ihm-masquee"),
                        new Edit(
                                "{ DMP: DMP-SIMULE-0003 }",
                                "{ " + name + ": { number: MOTEUR-SIMULE-0003, mode: masque } }"),
                        new Edit(own, own.replace(": ", ": { number: ") + ", procedure: examen }")));
    }
}
