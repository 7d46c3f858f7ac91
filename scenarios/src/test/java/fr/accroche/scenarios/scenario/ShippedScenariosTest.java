package fr.accroche.scenarios.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Settings.Enforcement;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.scenarios.cause.DiagnosesTable;
import fr.accroche.scenarios.fault.Fault;
import fr.accroche.scenarios.fault.Faults;
import fr.accroche.scenarios.replay.JudgedAgain;
import fr.accroche.scenarios.report.scenario.ScenarioWords;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios that come with accroche; those of one fault are played by {@code MatrixTest}, from the same faults. */
class ShippedScenariosTest {

    private static final String SINGLE = "single";
    private static final List<Scenario> ALL = ShippedStage.scenarios();

    private static Map<String, ScenarioResult> results;

    @BeforeAll
    static void playsThem() throws IOException {
        results = ShippedStage.play(others().toList()).results().stream()
                .collect(Collectors.toMap(result -> result.scenario().id(), Function.identity()));
    }

    static Stream<Scenario> others() {
        return ALL.stream().filter(scenario -> !scenario.tags().contains(SINGLE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ids")
    void comesToWhatItExpects(String id) throws IOException {
        ScenarioResult result = results.get(id);

        assertThat(ScenarioWords.differences(result))
                .extracting(difference -> difference.in(Language.EN))
                .as(id)
                .isEmpty();
        assertThat(result.asExpected()).isTrue();
        if (!result.run().declaration().lines().sha256().isEmpty()) {
            JudgedAgain.requireSame(result.run(), result.scenario().declaration());
        }
        if (!result.scenario().faults().isEmpty()) {
            DiagnosesTable.requireOneCauseOf(result.run(), result.scenario().faults());
        }
    }

    static Stream<String> ids() {
        return others().map(Scenario::id);
    }

    @Test
    void eachFaultIsPlayedAloneAndExpectsWhatItDeclares() {
        Map<Fault, Scenario> single = ALL.stream()
                .filter(scenario -> scenario.tags().contains(SINGLE))
                .collect(Collectors.toMap(scenario -> scenario.faults().get(0), Function.identity()));

        assertThat(single.keySet()).containsExactlyInAnyOrderElementsOf(Faults.ALL);
        single.forEach((fault, scenario) -> {
            boolean warns = fault.status() == Status.WARNING;
            assertThat(scenario.id()).isEqualTo(fault.id());
            assertThat(scenario.title()).isEqualTo(fault.title());
            assertThat(scenario.faults()).hasSize(1);
            assertThat(scenario.onDemand()).isEmpty();
            assertThat(scenario.expectation().broken()).isEqualTo(warns ? Set.of() : fault.breaks());
            assertThat(scenario.expectation().warned()).isEqualTo(warns ? fault.breaks() : Set.of());
            assertThat(scenario.expectation().outcome()).isEqualTo(warns ? Outcome.CONFORME : Outcome.NON_CONFORME);
        });
    }

    @Test
    void severalFaultsExpectAllThatEachBreaksAndNothingElse() {
        List<Scenario> combined =
                ALL.stream().filter(scenario -> scenario.faults().size() > 1).toList();

        assertThat(combined).hasSizeGreaterThanOrEqualTo(15).allSatisfy(scenario -> {
            assertThat(scenario.tags()).contains("combined");
            assertThat(scenario.declaration().settings().enforcement()).isEqualTo(Enforcement.EXPLAIN);
            assertThat(Stream.of(
                                    scenario.expectation().broken(),
                                    scenario.expectation().warned())
                            .flatMap(Set::stream))
                    .as(scenario.id())
                    .containsExactlyInAnyOrderElementsOf(scenario.faults().stream()
                            .flatMap(fault -> fault.breaks().stream())
                            .collect(Collectors.toSet()));
        });
    }

    @Test
    void everyArchitectureIsPlayedSoundAndNoTwoScenariosHaveOneId() {
        assertThat(ALL).hasSizeGreaterThanOrEqualTo(80).extracting(Scenario::id).doesNotHaveDuplicates();
        assertThat(ALL.stream()
                        .filter(scenario -> scenario.tags().contains("architecture"))
                        .map(scenario -> scenario.written().architecture().orElseThrow()))
                .containsExactlyInAnyOrder(ShippedDeclaration.values());
    }
}
