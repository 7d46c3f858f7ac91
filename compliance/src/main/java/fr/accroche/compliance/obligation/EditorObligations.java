package fr.accroche.compliance.obligation;

import static fr.accroche.compliance.obligation.HabilitationRow.S1;
import static fr.accroche.compliance.obligation.HabilitationRow.S2;
import static fr.accroche.compliance.obligation.HabilitationRow.S3;
import static fr.accroche.compliance.obligation.HabilitationRow.S4;
import static fr.accroche.compliance.obligation.HabilitationRow.S5;
import static fr.accroche.compliance.obligation.HabilitationRow.S6;
import static fr.accroche.compliance.obligation.HabilitationRow.S7;

import fr.accroche.compliance.declaration.Component;
import fr.accroche.compliance.declaration.ComposantPrincipal;
import fr.accroche.compliance.declaration.LogicielUtilisateur;
import fr.accroche.compliance.declaration.Profil;
import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.obligation.Dossier.Interfaced;
import fr.accroche.compliance.obligation.Obligation.Kind;
import fr.accroche.compliance.obligation.Obligation.State;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.RuleId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The éditeurs' habilitations, by the habilitation table.
 *
 * @param dossier what is judged
 */
record EditorObligations(Dossier dossier) {

    private static final RuleId MATRIX = RuleId.of("HAB-01");
    private static final RuleId THIRD_PARTY_PROXY = RuleId.of("HAB-03");

    List<Obligation> all() {
        List<Obligation> all = new ArrayList<>();
        dossier.principals().forEach(lps -> all.add(elu(lps)));
        dossier.autonomes().forEach(addOn -> all.add(needed(Kind.ELU, addOn, MATRIX, S5.citing(S5.elu()))));
        dossier.proxies().forEach(proxy -> all.add(elp(proxy)));
        dossier.nonAutonomes().forEach(addOn -> all.add(notAsked(Kind.ELU, addOn, S2.citing(S2.elu()))));
        return all;
    }

    private Obligation elu(ComposantPrincipal lps) {
        List<Interfaced> addOns = dossier.autonomesOf(lps).toList();
        if (addOns.isEmpty() || callsOnItsOwn(lps)) {
            HabilitationRow row = dossier.integratedIn(lps).isEmpty() ? S1 : S3;
            return needed(Kind.ELU, lps, MATRIX, row.citing(row.elu()));
        }
        // The tables say yes or no; the architecture's own slide says case by case.
        if (addOns.stream().anyMatch(Interfaced::operatedByLpsEditor)) {
            return caseByCase(lps, S6, Ambiguity.AUTONOME_PRINCIPAL_HABILITATION);
        }
        return addOns.stream().allMatch(Interfaced::operatedByItsEditor)
                ? caseByCase(lps, S7, Ambiguity.AUTONOME_PRINCIPAL_HABILITATION)
                : caseByCase(lps, S7, Ambiguity.EDITOR_OR_OPERATOR);
    }

    /** Whether it calls a service without an autonome add-on: then it is an LPS like any other for that one. */
    private boolean callsOnItsOwn(ComposantPrincipal lps) {
        return dossier.solutionsOf(lps).stream()
                .flatMap(solution -> solution.teleservices().stream())
                .anyMatch(service -> dossier.callsItself(lps, service));
    }

    private Obligation elp(ProxyEsante proxy) {
        RuleId rule = dossier.isThirdParty(proxy) ? THIRD_PARTY_PROXY : MATRIX;
        HabilitationRow row = row(proxy);
        return needed(Kind.ELP, proxy, rule, row.citing(row.elp()));
    }

    /** The line of the software that comes through the proxy; every one but S2 and S7, which have no proxy, answers yes. */
    private HabilitationRow row(ProxyEsante proxy) {
        if (!dossier.integratedIn(proxy).isEmpty()) {
            return S4;
        }
        List<LogicielUtilisateur> through = dossier.operationsThrough(proxy).stream()
                .map(dossier.declaration()::lps)
                .toList();
        List<ComposantPrincipal> principals =
                dossier.principals().stream().filter(through::contains).toList();
        if (principals.isEmpty()) {
            return through.isEmpty() ? S1 : S5;
        }
        if (principals.stream().anyMatch(lps -> !dossier.integratedIn(lps).isEmpty())) {
            return S3;
        }
        boolean withAddOn = principals.stream().flatMap(dossier::autonomesOf).anyMatch(Interfaced::operatedByLpsEditor);
        return withAddOn ? S6 : S1;
    }

    private Obligation needed(Kind kind, Component component, RuleId rule, Citation basis) {
        Found found = found(kind, component);
        return obligation(kind, component, rule, basis, found.held() ? State.HELD : State.MISSING, Optional.empty());
    }

    private Obligation caseByCase(LogicielUtilisateur lps, HabilitationRow row, Ambiguity doubt) {
        boolean held = found(Kind.ELU, lps).held();
        return obligation(
                Kind.ELU,
                lps,
                MATRIX,
                row.citing(row.elu()),
                held ? State.HELD : State.REVIEW,
                held ? Optional.empty() : Optional.of(doubt));
    }

    private Obligation notAsked(Kind kind, Component component, Citation basis) {
        return obligation(kind, component, MATRIX, basis, State.NOT_ASKED, Optional.empty());
    }

    private Obligation obligation(
            Kind kind, Component component, RuleId rule, Citation basis, State state, Optional<Ambiguity> doubt) {
        Found found = found(kind, component);
        String list = component.path() + ".habilitations";
        return new Obligation(
                kind,
                component.editor(),
                component.id(),
                Optional.empty(),
                rule,
                basis,
                state,
                found.words(),
                found.index().map(index -> list + "[" + index + "]").orElse(list),
                doubt);
    }

    private Found found(Kind kind, Component component) {
        return Found.among(component.habilitations(), Profil.valueOf(kind.name()), Optional.empty(), dossier.day());
    }
}
