package fr.accroche.scenarios.chain;

import fr.accroche.compliance.declaration.ComposantAdditionnel.NonAutonome;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.InsiChoices;
import fr.accroche.compliance.declaration.LogicielUtilisateur;
import fr.accroche.compliance.declaration.NumeroHomologation;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ProxyEsante.Mode;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.proxy.metier.MetierLps;
import fr.accroche.scenarios.lps.DeclaredVihf;
import fr.accroche.scenarios.lps.LpsProfile;
import java.util.HashMap;
import java.util.Map;

/** What a métier proxy holds of the LPS that it builds for, by what is declared. */
final class MetierAccess {

    private final ChainPlan plan;
    private final Certificates certificates;

    MetierAccess(ChainPlan plan, Certificates certificates) {
        this.plan = plan;
        this.certificates = certificates;
    }

    /** Those of the client_ids whose proxy is métier. */
    Map<String, MetierLps> lps() {
        Map<String, MetierLps> built = new HashMap<>();
        for (Operation operation : plan.declared().operations()) {
            if (plan.mode(operation) == Mode.METIER) {
                built.put(operation.clientId().value(), lps(operation));
            }
        }
        return built;
    }

    private MetierLps lps(Operation operation) {
        Declaration declared = plan.declared();
        LogicielUtilisateur software = declared.lps(operation);
        Map<String, String> numbers = new HashMap<>();
        for (Teleservice service : Teleservice.HOMOLOGATED) {
            software.number(service).ifPresent(number -> numbers.put(service.route(), number.value()));
        }
        return new MetierLps(
                software.name(),
                software.version(),
                LpsProfile.INSTANCE,
                numbers,
                declared.settings().teleservices().insi().authentication() == InsiChoices.Authentication.MTLS,
                certificates.seal(operation),
                DeclaredVihf.form(plan.settings()),
                eai(declared, operation));
    }

    /** The add-ons in the proxy: one in the LPS is the LPS's own affair. */
    private static Map<String, MetierLps.Eai> eai(Declaration declared, Operation operation) {
        Map<String, MetierLps.Eai> eai = new HashMap<>();
        for (NonAutonome addOn : declared.integratedIn(declared.proxy(operation))) {
            for (Teleservice service : addOn.functions()) {
                eai.put(
                        service.route(),
                        new MetierLps.Eai(
                                addOn.id(), addOn.product().number(service).map(NumeroHomologation::value)));
            }
        }
        return eai;
    }
}
