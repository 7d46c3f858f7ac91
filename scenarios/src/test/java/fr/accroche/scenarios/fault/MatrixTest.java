package fr.accroche.scenarios.fault;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.catalogue.Catalogue;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.compliance.verdict.RuleResult;
import fr.accroche.compliance.verdict.Verdict;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.cause.DiagnosesTable;
import fr.accroche.scenarios.lps.LpsDefect;
import fr.accroche.scenarios.replay.JudgedAgain;
import fr.accroche.scenarios.report.Run;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The master test: each fault breaks exactly the rules that it declares, found by the rules and by the guards. */
class MatrixTest {

    private static final List<Declaration> SHIPPED =
            Arrays.stream(ShippedDeclaration.values()).map(MatrixTest::read).toList();

    /**
     * Rules that no server can state alone: IDN-07 wants the session's client and several sessions, ARC-05, LPS-06 and LPS-07
     * both ends of the proxy, LPS-09 what logs keep and who else uses a number, for which no server refuses a call, LPS-11 what is taken, CND-09 whose
     * the other number is, where a téléservice's register has its clients' numbers only, and CRD-05 judges the authorization
     * server that would be its guard.
     */
    private static final Set<RuleId> WITHOUT_GUARD = Set.of(
            RuleId.of("IDN-07"),
            RuleId.of("ARC-05"),
            RuleId.of("LPS-06"),
            RuleId.of("LPS-07"),
            RuleId.of("LPS-09"),
            RuleId.of("LPS-11"),
            RuleId.of("CND-09"),
            RuleId.of("CRD-05"));

    private static FaultRuns runs;

    @BeforeAll
    static void startsThemAll() {
        runs = new FaultRuns();
        for (Fault fault : Faults.ALL) {
            Declaration declaration = declaration(fault);
            Operation operation = fault.fitting(declaration).get(0);
            runs.start(fault.id(), () -> TestFolders.rehearsal().faulty(declaration, fault, operation));
        }
    }

    @AfterAll
    static void stops() {
        runs.close();
    }

    /** The first of the shipped ones that it can be shown on. */
    private static Declaration declaration(Fault fault) {
        return SHIPPED.stream()
                .filter(shipped -> !fault.fitting(shipped).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static Declaration read(ShippedDeclaration shipped) {
        try {
            return DeclarationReader.read("accroche.yaml", shipped.yaml(), LocalDate.now(Clock.systemUTC()));
        } catch (DeclarationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aSoundChainBreaksNothing() throws IOException {
        Declaration first = SHIPPED.get(0);
        Run run = TestFolders.rehearsal().sound(first, first.operations());

        assertThat(run.verdict().outcome()).isEqualTo(Outcome.CONFORME);
        assertThat(run.verdict().rules())
                .extracting(RuleResult::status)
                .containsOnly(Status.PASS, Status.NOT_APPLICABLE);
        assertThat(run.verdict().exchanges()).hasSize(2);
        assertThat(breaches(run.verdict())).isEmpty();
        assertThat(run.causes()).isEmpty();
        JudgedAgain.requireSame(run, first);
        assertThat(run.identities())
                .allSatisfy(table -> assertThat(table.rows())
                        .allSatisfy(row -> assertThat(row.agrees())
                                .as(table.clientId() + " " + row.what())
                                .isTrue()));
    }

    static Stream<Fault> faults() {
        return Faults.ALL.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aFaultBreaksExactlyItsRules(Fault fault) throws Exception {
        Declaration declaration = declaration(fault);

        Run run = runs.await(fault.id());
        Verdict verdict = run.verdict();

        Set<RuleId> broken = verdict.rules().stream()
                .filter(result -> result.status().compareTo(Status.PASS) < 0)
                .map(result -> result.card().id())
                .collect(Collectors.toSet());
        assertThat(broken).as("rules broken by %s", fault.id()).isEqualTo(fault.breaks());
        assertThat(verdict.with(fault.status())).containsExactlyInAnyOrderElementsOf(fault.breaks());
        assertThat(breaches(verdict)).as("what the guards said").isEqualTo(guarded(fault));
        assertThat(verdict.rules())
                .filteredOn(result -> fault.breaks().contains(result.card().id()))
                .allSatisfy(MatrixTest::explainsItself);
        DiagnosesTable.requireSame(run, fault);
        JudgedAgain.requireSame(run, declaration);
    }

    private static void explainsItself(RuleResult result) {
        Finding telling = result.telling().orElseThrow();
        assertThat(telling.expected().value()).isNotBlank();
        assertThat(telling.expected().where()).isNotBlank();
        assertThat(telling.observed().where()).isNotBlank();
        assertThat(telling.expected().value()).isNotEqualTo(telling.observed().value());
    }

    private static Set<RuleId> guarded(Fault fault) {
        Set<RuleId> guarded = new HashSet<>(fault.breaks());
        guarded.removeAll(WITHOUT_GUARD);
        return guarded;
    }

    private static Set<RuleId> breaches(Verdict verdict) {
        return verdict.exchanges().stream()
                .flatMap(exchange -> exchange.hops().stream())
                .map(Hop::breaches)
                .flatMap(List::stream)
                .map(breach -> breach.rule())
                .collect(Collectors.toSet());
    }

    @Test
    void everyRuleIsBrokenByAFault() {
        Set<RuleId> broken =
                Faults.ALL.stream().flatMap(fault -> fault.breaks().stream()).collect(Collectors.toSet());

        assertThat(broken)
                .containsExactlyInAnyOrderElementsOf(
                        Catalogue.ALL.stream().map(rule -> rule.card().id()).toList());
    }

    @Test
    void everyDefectOfAnLpsIsProvedByAFault() {
        assertThat(ProvedDefects.of(LpsDefect.class)).containsExactlyInAnyOrder(LpsDefect.values());
    }
}
