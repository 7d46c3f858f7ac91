package fr.accroche.scenarios.chain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.compliance.verdict.RuleResult;
import fr.accroche.scenarios.Rehearsal;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.report.Run;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.admin.FaultAct;
import fr.accroche.wire.admin.FaultOrder;
import fr.accroche.wire.admin.MovableClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Faults on demand and the clock, in whole sessions. */
class FaultsOnDemandTest {

    private final MovableClock clock = TestFolders.clock();
    private final Declaration declaration = declaration();

    @Test
    void pscDownTwiceIsNoBreachAndTheNextSessionIsSound() throws Exception {
        ChainPlan plan = ChainPlan.sound(declaration)
                .withFault(
                        Participant.PSC,
                        FaultOrder.next("ciba", new FaultAct.Status(503)).times(2));
        Operation operation = declaration.operations().get(0);

        Run run = rehearsal().planned(plan, List.of(operation, operation, operation));

        assertThat(run.verdict().rules())
                .extracting(RuleResult::status)
                .doesNotContain(Status.FAIL, Status.WARNING, Status.ERROR);
        assertThat(run.verdict().outcome()).isEqualTo(Outcome.INDETERMINE);
        assertThat(onDemand(run)).containsExactly("ciba status:503", "ciba status:503");
        assertThat(hops(run))
                .filteredOn(hop -> hop.stage() == Stage.PROXY_CONNECT)
                .extracting(Hop::succeeded)
                .containsExactlyInAnyOrder(false, false, true);
        assertThat(hops(run)).anyMatch(hop -> hop.stage() == Stage.BUSINESS && hop.succeeded());
    }

    @Test
    void rotatedKeysInTheMiddleOfASessionBreakNothing() throws Exception {
        ChainPlan plan = ChainPlan.sound(declaration)
                .withFault(Participant.PSC, FaultOrder.next("introspection", new FaultAct.Deed("rotate-keys")))
                .withFault(Participant.API_PSC, FaultOrder.next("introspection", new FaultAct.Deed("rotate-keys")));

        Run run = rehearsal().planned(plan, declaration.operations());

        assertThat(run.verdict().outcome()).isEqualTo(Outcome.CONFORME);
        assertThat(onDemand(run)).containsExactly("introspection rotate-keys", "introspection rotate-keys");
    }

    @Test
    void aTeleserviceThatRefusesOnDemandLeavesTheVerdictOpen() throws Exception {
        ChainPlan plan = ChainPlan.sound(declaration)
                .withFault(Participant.DMP, FaultOrder.next("business", new FaultAct.Refuse()));

        Run run = rehearsal().planned(plan, List.of(declaration.operations().get(0)));

        assertThat(run.verdict().outcome()).isEqualTo(Outcome.INDETERMINE);
        assertThat(run.verdict().with(Status.FAIL)).isEmpty();
    }

    @Test
    void sessionsOnAStoppedClockWaitForNothing() throws Exception {
        clock.freeze();
        Instant begun = clock.instant();

        Run run = rehearsal().planned(ChainPlan.sound(declaration), declaration.operations());

        assertThat(run.verdict().outcome()).isEqualTo(Outcome.CONFORME);
        assertThat(clock.reading().frozen()).isTrue();
        assertThat(Duration.between(begun, clock.instant()))
                .isEqualTo(Duration.ofSeconds(declaration.operations().size()));
    }

    private Rehearsal rehearsal() {
        return new Rehearsal(TestFolders.open(clock), Ports.FREE, Stubs.NONE, clock, new SecureRandom());
    }

    private static List<Hop> hops(Run run) {
        return run.verdict().exchanges().stream()
                .flatMap(exchange -> exchange.hops().stream())
                .toList();
    }

    private static List<String> onDemand(Run run) {
        return hops(run).stream()
                .flatMap(hop -> hop.value(Fact.FAULT_ON_DEMAND).stream())
                .toList();
    }

    private static Declaration declaration() {
        try {
            return DeclarationReader.read(
                    "accroche.yaml", ShippedDeclaration.PROXY_INTEGRE.yaml(), LocalDate.now(TestFolders.clock()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
