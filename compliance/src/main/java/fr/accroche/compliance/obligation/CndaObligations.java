package fr.accroche.compliance.obligation;

import static fr.accroche.compliance.obligation.HomologationRow.C1;
import static fr.accroche.compliance.obligation.HomologationRow.C2;
import static fr.accroche.compliance.obligation.HomologationRow.C3;
import static fr.accroche.compliance.obligation.HomologationRow.C4;
import static fr.accroche.compliance.obligation.HomologationRow.C5;
import static fr.accroche.compliance.obligation.HomologationRow.C6;
import static fr.accroche.compliance.obligation.HomologationRow.C7;

import fr.accroche.compliance.declaration.Component;
import fr.accroche.compliance.declaration.ComposantAdditionnel;
import fr.accroche.compliance.declaration.ComposantAdditionnel.Autonome;
import fr.accroche.compliance.declaration.ComposantAdditionnel.NonAutonome;
import fr.accroche.compliance.declaration.ComposantPrincipal;
import fr.accroche.compliance.declaration.ComposantPrincipal.Interfacing;
import fr.accroche.compliance.declaration.Homologation;
import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.obligation.Dossier.Interfaced;
import fr.accroche.compliance.obligation.Obligation.Kind;
import fr.accroche.compliance.obligation.Obligation.State;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.RuleId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The homologations and certifications, by the homologation table and the answer "dans quels cas dois-je faire une demande
 * d'homologation au CNDA".
 *
 * @param dossier what is judged
 */
record CndaObligations(Dossier dossier) {

    private static final RuleId TABLE = RuleId.of("CND-01");
    private static final RuleId DESPITE_AN_ADD_ON = RuleId.of("CND-05");
    private static final RuleId INTERFACING = RuleId.of("CND-06");

    List<Obligation> all() {
        List<Obligation> all = new ArrayList<>();
        for (ComposantPrincipal lps : dossier.principals()) {
            dossier.servicesOf(lps).forEach(service -> all.add(principal(lps, service)));
            dossier.autonomesOf(lps)
                    .map(Interfaced::addOn)
                    .filter(addOn -> addOn.functions().contains(Teleservice.DMP))
                    .distinct()
                    .forEach(addOn -> all.add(interfacing(lps, addOn)));
        }
        dossier.autonomes().forEach(addOn -> functions(addOn).forEach(service -> all.add(addOn(addOn, service, C5))));
        dossier.nonAutonomes()
                .forEach(addOn -> functions(addOn).forEach(service -> all.add(addOn(addOn, service, C2))));
        dossier.proxies().forEach(proxy -> all.add(proxy(proxy)));
        return all;
    }

    private static List<Teleservice> functions(ComposantAdditionnel addOn) {
        return addOn.functions().stream()
                .filter(Teleservice.HOMOLOGATED::contains)
                .toList();
    }

    private Obligation principal(ComposantPrincipal lps, Teleservice service) {
        boolean inLps = takesOver(dossier.integratedIn(lps), service);
        boolean inProxy =
                dossier.proxiesOf(lps).stream().anyMatch(proxy -> takesOver(dossier.integratedIn(proxy), service));
        if (dossier.callsItself(lps, service)) {
            RuleId rule = inLps || inProxy ? DESPITE_AN_ADD_ON : TABLE;
            return needed(lps, service, rule, inLps ? C3 : C1, Optional.empty());
        }
        List<Interfaced> autonomes = dossier.autonomesOf(lps)
                .filter(addOn -> addOn.addOn().functions().contains(service))
                .toList();
        if (autonomes.stream().anyMatch(Interfaced::operatedByLpsEditor)) {
            return needed(lps, service, DESPITE_AN_ADD_ON, C6, Optional.empty());
        }
        Ambiguity doubt = autonomes.stream().anyMatch(addOn -> addOn.instance().sameOperator())
                ? Ambiguity.EDITOR_OR_OPERATOR
                : service == Teleservice.ON ? Ambiguity.ON_IN_C7 : Ambiguity.AUTONOME_PRINCIPAL_HOMOLOGATION;
        return needed(lps, service, DESPITE_AN_ADD_ON, C7, Optional.of(doubt));
    }

    private static boolean takesOver(List<NonAutonome> addOns, Teleservice service) {
        return addOns.stream().anyMatch(addOn -> addOn.functions().contains(service));
    }

    private Obligation addOn(ComposantAdditionnel addOn, Teleservice service, HomologationRow row) {
        boolean inProxy = addOn instanceof NonAutonome integrated
                && integrated
                        .integratedIn()
                        .map(dossier.declaration().components()::get)
                        .filter(ProxyEsante.class::isInstance)
                        .isPresent();
        return obligation(
                addOn,
                service,
                TABLE,
                row.citing(row.file()),
                addOn.product().homologations(),
                inProxy ? Optional.of(Ambiguity.EAI_IN_PROXY) : Optional.empty());
    }

    private Obligation needed(
            ComposantPrincipal lps, Teleservice service, RuleId rule, HomologationRow row, Optional<Ambiguity> doubt) {
        return obligation(lps, service, rule, row.citing(row.file()), lps.homologations(), doubt);
    }

    private Obligation obligation(
            Component component,
            Teleservice service,
            RuleId rule,
            Citation basis,
            Map<Teleservice, Homologation> homologations,
            Optional<Ambiguity> ifMissing) {
        Found found = Found.of(Optional.ofNullable(homologations.get(service)), dossier.day());
        Optional<Ambiguity> doubt = found.held() ? Optional.empty() : ifMissing;
        return new Obligation(
                Kind.HOMOLOGATION,
                component.editor(),
                component.id(),
                Optional.of(service),
                rule,
                basis,
                state(found, doubt),
                found.words(),
                component.path() + ".homologations." + service.label(),
                doubt);
    }

    private static State state(Found found, Optional<Ambiguity> doubt) {
        return found.held() ? State.HELD : doubt.isPresent() ? State.REVIEW : State.MISSING;
    }

    /**
     * Asked for the DMP, once, where an operator of the LPS runs a dedicated instance of the add-on. Elsewhere one answer
     * leaves it out, and the architecture's own slide does not.
     */
    private Obligation interfacing(ComposantPrincipal lps, Autonome addOn) {
        Optional<Homologation> held = lps.interfacings().stream()
                .filter(one -> one.with().equals(addOn.id()) && one.service() == Teleservice.DMP)
                .map(Interfacing::homologation)
                .findFirst();
        Found found = Found.of(held, dossier.day());
        boolean asked = dossier.autonomesOf(lps)
                .anyMatch(call -> call.addOn().equals(addOn) && call.instance().sameOperator());
        Optional<Ambiguity> doubt =
                asked || found.held() ? Optional.empty() : Optional.of(Ambiguity.AUTONOME_PRINCIPAL_HOMOLOGATION);
        return new Obligation(
                Kind.INTERFACING,
                lps.editor(),
                lps.id(),
                Optional.of(Teleservice.DMP),
                INTERFACING,
                Slides.SAME_OPERATOR,
                state(found, doubt),
                found.words(),
                lps.path() + ".interfacings",
                doubt);
    }

    private Obligation proxy(ProxyEsante proxy) {
        return new Obligation(
                Kind.HOMOLOGATION,
                proxy.editor(),
                proxy.id(),
                Optional.empty(),
                TABLE,
                dossier.integratedIn(proxy).isEmpty() ? Slides.NO_PROXY_AT_CNDA : C4.citing(C4.file()),
                State.NOT_ASKED,
                Found.NOTHING,
                proxy.path(),
                Optional.empty());
    }
}
