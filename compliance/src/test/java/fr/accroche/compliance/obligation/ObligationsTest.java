package fr.accroche.compliance.obligation;

import static fr.accroche.compliance.declaration.Teleservice.DMP;
import static fr.accroche.compliance.declaration.Teleservice.ON;
import static fr.accroche.compliance.obligation.LeastDeclaration.ALONE;
import static fr.accroche.compliance.obligation.LeastDeclaration.APART;
import static fr.accroche.compliance.obligation.LeastDeclaration.BOTH;
import static fr.accroche.compliance.obligation.LeastDeclaration.BOTH_IN_PART;
import static fr.accroche.compliance.obligation.LeastDeclaration.BY_A_HOST;
import static fr.accroche.compliance.obligation.LeastDeclaration.BY_A_STRUCTURE;
import static fr.accroche.compliance.obligation.LeastDeclaration.EAI_IN_LPS;
import static fr.accroche.compliance.obligation.LeastDeclaration.EAI_IN_PROXY;
import static fr.accroche.compliance.obligation.LeastDeclaration.HALF;
import static fr.accroche.compliance.obligation.LeastDeclaration.IDLE;
import static fr.accroche.compliance.obligation.LeastDeclaration.STRUCTURE_RUNS_BOTH;
import static fr.accroche.compliance.obligation.LeastDeclaration.THIRD_PARTY;
import static fr.accroche.compliance.obligation.Obligation.Kind.ELP;
import static fr.accroche.compliance.obligation.Obligation.Kind.ELU;
import static fr.accroche.compliance.obligation.Obligation.Kind.HOMOLOGATION;
import static fr.accroche.compliance.obligation.Obligation.Kind.INTERFACING;
import static fr.accroche.compliance.obligation.Obligation.Kind.INTRUSION_TEST;
import static fr.accroche.compliance.obligation.Obligation.Kind.OSP;
import static fr.accroche.compliance.obligation.Obligation.Kind.OSU;
import static fr.accroche.compliance.obligation.Obligation.State.MISSING;
import static fr.accroche.compliance.obligation.Obligation.State.NOT_ASKED;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.obligation.Obligation.Kind;
import fr.accroche.compliance.obligation.Obligation.State;
import fr.accroche.compliance.rule.Citation;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each line of the tables, applied to the least declaration that it is about, in which nothing is obtained yet. */
class ObligationsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /**
     * What a line comes to.
     *
     * @param line the line
     * @param yaml the declaration
     * @param obligation the obligation in it
     */
    record Case(String line, String yaml, Expected obligation) {}

    /** An obligation, without what the declaration says of it. */
    record Expected(
            Kind kind,
            String actor,
            String component,
            Optional<Teleservice> service,
            State state,
            String rule,
            Citation basis,
            Optional<Ambiguity> doubt) {

        static Expected of(Obligation one) {
            return new Expected(
                    one.kind(),
                    one.actor(),
                    one.component(),
                    one.service(),
                    one.state(),
                    one.rule().value(),
                    one.basis(),
                    one.doubt());
        }

        Expected on(Teleservice other) {
            return new Expected(kind, actor, component, Optional.of(other), state, rule, basis, doubt);
        }

        Expected because(Ambiguity other) {
            return new Expected(kind, actor, component, service, State.REVIEW, rule, basis, Optional.of(other));
        }

        boolean sameThing(Expected other) {
            return kind == other.kind
                    && actor.equals(other.actor)
                    && component.equals(other.component)
                    && service.equals(other.service);
        }
    }

    static final List<Case> CASES = List.of(
            line("S1", ALONE, asked(ELU, "alpha", "lps", "HAB-01", elu(HabilitationRow.S1))),
            line("S1", ALONE, asked(ELP, "alpha", "proxy", "HAB-01", elp(HabilitationRow.S1))),
            line("S1", THIRD_PARTY, asked(ELP, "beta", "proxy", "HAB-03", elp(HabilitationRow.S1))),
            line("S1", HALF, asked(ELU, "alpha", "lps", "HAB-01", elu(HabilitationRow.S1))),
            line("S2", EAI_IN_LPS, no(ELU, "gamma", "eai", "HAB-01", elu(HabilitationRow.S2))),
            line("S3", EAI_IN_LPS, asked(ELU, "alpha", "lps", "HAB-01", elu(HabilitationRow.S3))),
            line("S3", EAI_IN_LPS, asked(ELP, "alpha", "proxy", "HAB-01", elp(HabilitationRow.S3))),
            line("S4", EAI_IN_PROXY, asked(ELP, "beta", "proxy", "HAB-03", elp(HabilitationRow.S4))),
            line("S5", APART, asked(ELU, "gamma", "carnet", "HAB-01", elu(HabilitationRow.S5))),
            line("S5", APART, asked(ELP, "gamma", "proxy", "HAB-03", elp(HabilitationRow.S5))),
            line(
                    "S6",
                    BOTH,
                    asked(ELU, "alpha", "lps", "HAB-01", elu(HabilitationRow.S6))
                            .because(Ambiguity.AUTONOME_PRINCIPAL_HABILITATION)),
            line("S6", BOTH, asked(ELP, "gamma", "proxy", "HAB-03", elp(HabilitationRow.S6))),
            line(
                    "S7",
                    APART,
                    asked(ELU, "alpha", "lps", "HAB-01", elu(HabilitationRow.S7))
                            .because(Ambiguity.AUTONOME_PRINCIPAL_HABILITATION)),
            line(
                    "S7",
                    STRUCTURE_RUNS_BOTH,
                    asked(ELU, "alpha", "lps", "HAB-01", elu(HabilitationRow.S7))
                            .because(Ambiguity.EDITOR_OR_OPERATOR)),
            line("C1", ALONE, asked("alpha", "lps", "CND-01", HomologationRow.C1)),
            line("C1", EAI_IN_PROXY, asked("alpha", "lps", "CND-05", HomologationRow.C1)),
            line("C1", HALF, asked("alpha", "lps", "CND-01", HomologationRow.C1)),
            line("C2", EAI_IN_LPS, asked("gamma", "eai", "CND-01", HomologationRow.C2)),
            line(
                    "C2",
                    EAI_IN_PROXY,
                    asked("gamma", "eai", "CND-01", HomologationRow.C2).because(Ambiguity.EAI_IN_PROXY)),
            line("C3", EAI_IN_LPS, asked("alpha", "lps", "CND-05", HomologationRow.C3)),
            line("C4", EAI_IN_PROXY, no(HOMOLOGATION, "beta", "proxy", "CND-01", file(HomologationRow.C4))),
            line("proxy", ALONE, no(HOMOLOGATION, "alpha", "proxy", "CND-01", Slides.NO_PROXY_AT_CNDA)),
            line("C5", APART, asked("gamma", "carnet", "CND-01", HomologationRow.C5)),
            line("C6", BOTH, asked("alpha", "lps", "CND-05", HomologationRow.C6)),
            line(
                    "C7",
                    APART,
                    asked("alpha", "lps", "CND-05", HomologationRow.C7)
                            .because(Ambiguity.AUTONOME_PRINCIPAL_HOMOLOGATION)),
            line(
                    "C7",
                    APART,
                    asked("alpha", "lps", "CND-05", HomologationRow.C7).on(ON).because(Ambiguity.ON_IN_C7)),
            line(
                    "C7",
                    STRUCTURE_RUNS_BOTH,
                    asked("alpha", "lps", "CND-05", HomologationRow.C7).because(Ambiguity.EDITOR_OR_OPERATOR)),
            line(
                    "interfacing",
                    BOTH,
                    asked(INTERFACING, "alpha", "lps", "CND-06", Slides.SAME_OPERATOR)
                            .on(DMP)),
            line(
                    "interfacing",
                    APART,
                    asked(INTERFACING, "alpha", "lps", "CND-06", Slides.SAME_OPERATOR)
                            .on(DMP)
                            .because(Ambiguity.AUTONOME_PRINCIPAL_HOMOLOGATION)),
            line("P1", ALONE, tested("alpha", "lps", IntrusionRow.P1.citing(IntrusionRow.P1.byLpsEditor()))),
            line("P2", EAI_IN_LPS, no(INTRUSION_TEST, "gamma", "eai", "PEN-01", IntrusionRow.P2.citing("NON"))),
            line("P3", EAI_IN_LPS, tested("alpha", "lps", IntrusionRow.P3.citing(IntrusionRow.P3.byLpsEditor()))),
            line("P4", ALONE, tested("alpha", "proxy", IntrusionRow.P4.citing(IntrusionRow.P4.byProxyEditor()))),
            line("P4", EAI_IN_PROXY, tested("beta", "proxy", IntrusionRow.P4.citing(IntrusionRow.P4.byProxyEditor()))),
            line("P5", EAI_IN_PROXY, tested("alpha", "lps", IntrusionRow.P5.citing(IntrusionRow.P5.byLpsEditor()))),
            line("P6", APART, tested("gamma", "carnet", IntrusionRow.P6.citing(IntrusionRow.P6.byLpsEditor()))),
            line("P7", APART, tested("alpha", "lps", IntrusionRow.P7.citing(IntrusionRow.P7.byLpsEditor()))),
            line("O1", ALONE, asked(OSU, "alpha", "lps", "OPE-01", operator(OperatorRow.O1))),
            line("O1", APART, asked(OSU, "gamma", "carnet", "OPE-01", operator(OperatorRow.O1))),
            line("O2", BY_A_STRUCTURE, asked(OSU, "clinique", "lps", "OPE-01", operator(OperatorRow.O2))),
            line("O3", ALONE, asked(OSP, "alpha", "proxy", "OPE-01", operator(OperatorRow.O3))),
            line("O3", THIRD_PARTY, asked(OSP, "beta", "proxy", "HAB-03", operator(OperatorRow.O3))),
            line("O4", BY_A_STRUCTURE, asked(OSP, "clinique", "proxy", "OPE-01", operator(OperatorRow.O4))),
            line(
                    "O5",
                    BOTH,
                    asked(OSU, "alpha", "lps", "OPE-01", operator(OperatorRow.O5))
                            .because(Ambiguity.AUTONOME_PRINCIPAL_HABILITATION)),
            line(
                    "O5",
                    STRUCTURE_RUNS_BOTH,
                    asked(OSU, "clinique", "lps", "OPE-01", operator(OperatorRow.O5))
                            .because(Ambiguity.AUTONOME_PRINCIPAL_HABILITATION)),
            line("O5", BOTH_IN_PART, asked(OSU, "alpha", "lps", "OPE-01", operator(OperatorRow.O5))),
            line(
                    "O6",
                    APART,
                    asked(OSU, "alpha", "lps", "OPE-01", operator(OperatorRow.O6))
                            .because(Ambiguity.AUTONOME_PRINCIPAL_HABILITATION)),
            line(
                    "O6",
                    IDLE,
                    asked(OSU, "alpha", "lps", "OPE-01", operator(OperatorRow.O6))
                            .because(Ambiguity.AUTONOME_PRINCIPAL_HABILITATION)),
            line(
                    "no line",
                    BY_A_HOST,
                    asked(OSU, "hebergeur", "lps", "OPE-01", operator(OperatorRow.O1))
                            .because(Ambiguity.OPERATOR_ELSEWHERE)),
            line(
                    "no line",
                    BY_A_HOST,
                    asked(OSP, "hebergeur", "proxy", "OPE-01", operator(OperatorRow.O3))
                            .because(Ambiguity.OPERATOR_ELSEWHERE)));

    @ParameterizedTest
    @FieldSource("CASES")
    void theLineIsApplied(Case one) throws DeclarationException {
        assertThat(Obligations.of(dossier(one.yaml)).stream().map(Expected::of).filter(one.obligation::sameThing))
                .as(one.line)
                .containsExactly(one.obligation);
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void whatTheLineAsksForCanBeHeld(Case one) throws DeclarationException {
        Dossier dossier = dossier(one.yaml);
        Obligation obligation = Obligations.of(dossier).stream()
                .filter(other -> Expected.of(other).sameThing(one.obligation))
                .findFirst()
                .orElseThrow();
        if (obligation.state() == NOT_ASKED) {
            return;
        }

        Dossier held = new Dossier(new Fulfilled(dossier.declaration(), obligation, TODAY).held(), TODAY);

        assertThat(Obligations.of(held))
                .filteredOn(other -> Expected.of(other).sameThing(one.obligation))
                .extracting(Obligation::state)
                .containsExactly(State.HELD);
    }

    @Test
    void everyLineOfTheTablesIsApplied() {
        Set<String> applied = CASES.stream().map(Case::line).collect(Collectors.toSet());

        assertThat(applied)
                .containsAll(Stream.<Enum<?>[]>of(
                                HabilitationRow.values(),
                                HomologationRow.values(),
                                IntrusionRow.values(),
                                OperatorRow.values())
                        .flatMap(Arrays::stream)
                        .map(Enum::name)
                        .toList());
    }

    private static Dossier dossier(String yaml) throws DeclarationException {
        return new Dossier(
                DeclarationReader.read("accroche.yaml", yaml.getBytes(StandardCharsets.UTF_8), TODAY), TODAY);
    }

    private static Case line(String line, String yaml, Expected obligation) {
        return new Case(line, yaml, obligation);
    }

    private static Expected asked(Kind kind, String actor, String component, String rule, Citation basis) {
        return new Expected(kind, actor, component, Optional.empty(), MISSING, rule, basis, Optional.empty());
    }

    private static Expected asked(String actor, String component, String rule, HomologationRow row) {
        return asked(HOMOLOGATION, actor, component, rule, file(row)).on(DMP);
    }

    private static Expected tested(String actor, String component, Citation basis) {
        return asked(INTRUSION_TEST, actor, component, "PEN-01", basis);
    }

    private static Expected no(Kind kind, String actor, String component, String rule, Citation basis) {
        return new Expected(kind, actor, component, Optional.empty(), NOT_ASKED, rule, basis, Optional.empty());
    }

    private static Citation elu(HabilitationRow row) {
        return row.citing(row.elu());
    }

    private static Citation elp(HabilitationRow row) {
        return row.citing(row.elp());
    }

    private static Citation file(HomologationRow row) {
        return row.citing(row.file());
    }

    private static Citation operator(OperatorRow row) {
        return row.citing(row.habilitation());
    }
}
