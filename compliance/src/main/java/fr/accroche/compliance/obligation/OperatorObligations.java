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
import fr.accroche.compliance.obligation.Obligation.Kind;
import fr.accroche.compliance.obligation.Obligation.State;
import fr.accroche.compliance.rule.RuleId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        if (!operation.teleservices().isEmpty()
                || !(dossier.declaration().lps(operation) instanceof ComposantPrincipal lps)) {
            return false;
        }
        Set<Teleservice> elsewhere = dossier.autonomesOf(lps)
                .filter(addOn -> !addOn.instance().sameOperator())
                .filter(addOn -> addOn.instance().lpsOperator().equals(operation.operator()))
                .flatMap(addOn -> addOn.addOn().functions().stream())
                .collect(Collectors.toSet());
        return !elsewhere.isEmpty()
                && dossier.solutionsOf(lps).stream()
                        .allMatch(solution -> elsewhere.containsAll(solution.teleservices()));
    }

    private Obligation osu(Run run) {
        Component software = dossier.declaration().components().get(run.component);
        boolean both = software instanceof ComposantPrincipal lps
                && dossier.autonomesOf(lps)
                        .anyMatch(addOn -> addOn.instance().sameOperator()
                                && addOn.instance().operator().equals(run.operator));
        Optional<OperatorRow> row = both ? Optional.of(O5) : row(run, software, O1, O2);
        return needed(Kind.OSU, run, TABLE, row.orElse(O1), row.isEmpty());
    }

    private Obligation osp(Run run) {
        ProxyEsante proxy = (ProxyEsante) dossier.declaration().components().get(run.component);
        Optional<OperatorRow> row = row(run, proxy, O3, O4);
        boolean supplier = dossier.isThirdParty(proxy) && proxy.editor().equals(run.operator);
        return needed(Kind.OSP, run, supplier ? THIRD_PARTY_PROXY : TABLE, row.orElse(O3), row.isEmpty());
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
                .map(run -> {
                    boolean held = found(Kind.OSU, run).held();
                    return obligation(
                            Kind.OSU,
                            run,
                            TABLE,
                            O6,
                            held ? State.HELD : State.REVIEW,
                            held ? Optional.empty() : Optional.of(Ambiguity.AUTONOME_PRINCIPAL_HABILITATION));
                })
                .toList();
    }

    private Obligation needed(Kind kind, Run run, RuleId rule, OperatorRow row, boolean unknownToTheTable) {
        boolean held = found(kind, run).held();
        boolean doubtful = unknownToTheTable && !held;
        return obligation(
                kind,
                run,
                rule,
                row,
                held ? State.HELD : doubtful ? State.REVIEW : State.MISSING,
                doubtful ? Optional.of(Ambiguity.OPERATOR_ELSEWHERE) : Optional.empty());
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
