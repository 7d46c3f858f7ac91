package fr.accroche.compliance.obligation;

import static fr.accroche.compliance.obligation.OperatorRow.O1;
import static fr.accroche.compliance.obligation.OperatorRow.O2;
import static fr.accroche.compliance.obligation.OperatorRow.O3;
import static fr.accroche.compliance.obligation.OperatorRow.O4;
import static fr.accroche.compliance.obligation.OperatorRow.O5;
import static fr.accroche.compliance.obligation.OperatorRow.O6;

import fr.accroche.compliance.declaration.Actor;
import fr.accroche.compliance.declaration.Component;
import fr.accroche.compliance.declaration.ComposantPrincipal;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Profil;
import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.obligation.Dossier.Interfaced;
import fr.accroche.compliance.obligation.Obligation.Kind;
import fr.accroche.compliance.obligation.Obligation.State;
import fr.accroche.compliance.rule.RuleId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The opérateurs' habilitations, by the operator table.
 *
 * @param dossier what is judged
 */
record OperatorObligations(Dossier dossier) {

    private static final RuleId TABLE = RuleId.of("OPE-01");
    private static final RuleId THIRD_PARTY_PROXY = RuleId.of("HAB-03");

    /** Who operates what. */
    private record Run(String operator, String component) {}

    List<Obligation> all() {
        Set<Run> software = new LinkedHashSet<>();
        Set<Run> proxies = new LinkedHashSet<>();
        for (Operation operation : dossier.declaration().operations()) {
            if (!callsNothing(operation)) {
                software.add(new Run(operation.operator(), operation.lps()));
            }
            proxies.add(new Run(operation.proxyOperator(), operation.proxy()));
        }
        List<Obligation> all = new ArrayList<>();
        software.forEach(run -> all.add(osu(run)));
        proxies.forEach(run -> all.add(osp(run)));
        dossier.principals().forEach(lps -> all.addAll(outside(lps, software)));
        return all;
    }

    /** Whether add-ons of other operators call, under their own client_ids, all that this one is for. */
    private boolean callsNothing(Operation operation) {
        return operation.teleservices().isEmpty()
                && dossier.declaration().lps(operation) instanceof ComposantPrincipal lps
                && takeAll(
                        lps,
                        call -> !call.instance().sameOperator()
                                && call.instance().lpsOperator().equals(operation.operator()));
    }

    /** Whether these add-ons take over all that the LPS's solution uses. */
    private boolean takeAll(ComposantPrincipal lps, Predicate<Interfaced> those) {
        Set<Teleservice> taken = dossier.autonomesOf(lps)
                .filter(those)
                .flatMap(call -> call.addOn().functions().stream())
                .collect(Collectors.toSet());
        return !taken.isEmpty()
                && dossier.solutionsOf(lps).stream().allMatch(solution -> taken.containsAll(solution.teleservices()));
    }

    private Obligation osu(Run run) {
        Component software = dossier.declaration().components().get(run.component);
        Predicate<Interfaced> itsOwn = call ->
                call.instance().sameOperator() && call.instance().operator().equals(run.operator);
        if (software instanceof ComposantPrincipal lps
                && dossier.autonomesOf(lps).anyMatch(itsOwn)) {
            // The table says yes; the architecture's own slide says case by case, where nothing else asks for it.
            Optional<Ambiguity> doubt =
                    takeAll(lps, itsOwn) ? Optional.of(Ambiguity.AUTONOME_PRINCIPAL_HABILITATION) : Optional.empty();
            return needed(Kind.OSU, run, TABLE, O5, doubt);
        }
        return needed(Kind.OSU, run, TABLE, row(run, software, O1, O2), O1);
    }

    private Obligation osp(Run run) {
        ProxyEsante proxy = (ProxyEsante) dossier.declaration().components().get(run.component);
        Optional<OperatorRow> row = row(run, proxy, O3, O4);
        boolean supplier = dossier.isThirdParty(proxy) && proxy.editor().equals(run.operator);
        return needed(Kind.OSP, run, supplier ? THIRD_PARTY_PROXY : TABLE, row, O3);
    }

    /** The table knows the éditeur and a health structure; an opérateur that is neither has no row. */
    private Optional<OperatorRow> row(Run run, Component component, OperatorRow editor, OperatorRow structure) {
        if (component.editor().equals(run.operator)) {
            return Optional.of(editor);
        }
        Actor.Kind kind = dossier.declaration().actors().get(run.operator).kind();
        return kind == Actor.Kind.STRUCTURE_DE_SANTE ? Optional.of(structure) : Optional.empty();
    }

    /** The operators of an LPS that has no client_id of theirs, because they do not operate the add-on that it calls. */
    private List<Obligation> outside(ComposantPrincipal lps, Set<Run> registered) {
        return dossier.autonomesOf(lps)
                .filter(addOn -> !addOn.instance().sameOperator())
                .map(addOn -> new Run(addOn.instance().lpsOperator(), lps.id()))
                .distinct()
                .filter(run -> !registered.contains(run))
                .map(run -> needed(Kind.OSU, run, TABLE, O6, Optional.of(Ambiguity.AUTONOME_PRINCIPAL_HABILITATION)))
                .toList();
    }

    /** By its row; an operator unknown to the table is doubtful, and has the row that is nearest. */
    private Obligation needed(Kind kind, Run run, RuleId rule, Optional<OperatorRow> row, OperatorRow nearest) {
        Optional<Ambiguity> doubt = row.isPresent() ? Optional.empty() : Optional.of(Ambiguity.OPERATOR_ELSEWHERE);
        return needed(kind, run, rule, row.orElse(nearest), doubt);
    }

    private Obligation needed(Kind kind, Run run, RuleId rule, OperatorRow row, Optional<Ambiguity> ifMissing) {
        boolean held = found(kind, run).held();
        Optional<Ambiguity> doubt = held ? Optional.empty() : ifMissing;
        State state = held ? State.HELD : doubt.isPresent() ? State.REVIEW : State.MISSING;
        return obligation(kind, run, rule, row, state, doubt);
    }

    private Obligation obligation(
            Kind kind, Run run, RuleId rule, OperatorRow row, State state, Optional<Ambiguity> doubt) {
        Found found = found(kind, run);
        String actor = "actors." + run.operator;
        return new Obligation(
                kind,
                run.operator,
                run.component,
                Optional.empty(),
                rule,
                row.citing(row.habilitation()),
                state,
                found.words(),
                found.index()
                        .map(index -> actor + ".habilitations[" + index + "]")
                        .orElse(actor),
                doubt);
    }

    private Found found(Kind kind, Run run) {
        Actor actor = dossier.declaration().actors().get(run.operator);
        return Found.among(
                actor.habilitations(), Profil.valueOf(kind.name()), Optional.of(run.component), dossier.day());
    }
}
