package fr.accroche.compliance.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.catalogue.architecture.TableRule;
import fr.accroche.compliance.catalogue.fault.DeclaredFaults;
import fr.accroche.compliance.check.Check;
import fr.accroche.compliance.check.CheckResult;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.obligation.Obligation.State;
import fr.accroche.compliance.rule.Status;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever obtains what was missing is never the worse for it. */
class FulfilledTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    static Stream<Arguments> declarations() {
        return Stream.of(
                        leastDeclarations(),
                        Stream.of(ShippedDeclaration.values())
                                .map(shipped -> Arguments.of(shipped.id(), shipped.text())),
                        DeclaredFaults.ALL.stream().map(fault -> Arguments.of(fault.toString(), fault.yaml())))
                .flatMap(Function.identity());
    }

    static Stream<Arguments> leastDeclarations() {
        return ObligationsTest.CASES.stream()
                .map(ObligationsTest.Case::yaml)
                .distinct()
                .map(yaml -> Arguments.of("the least", yaml));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("declarations")
    void anObligationHeldBreaksNothing(String name, String yaml) throws DeclarationException {
        Declaration declaration = DeclarationReader.read("accroche.yaml", yaml.getBytes(StandardCharsets.UTF_8), TODAY);
        Check before = Check.of(declaration, TODAY);

        before.obligations().stream()
                .filter(one -> one.state() == State.MISSING || one.state() == State.REVIEW)
                .forEach(one -> {
                    Check after = Check.of(new Fulfilled(declaration, one, TODAY).held(), TODAY);

                    assertThat(failing(after)).as(one.toString()).isSubsetOf(failing(before));
                    assertThat(after.obligations())
                            .filteredOn(other -> other.kind() == one.kind()
                                    && other.component().equals(one.component())
                                    && other.actor().equals(one.actor())
                                    && other.service().equals(one.service()))
                            .extracting(Obligation::state)
                            .containsOnly(State.HELD);
                });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("leastDeclarations")
    void whoObtainsEverythingOneByOneLacksNothing(String name, String yaml) throws DeclarationException {
        Declaration declaration = DeclarationReader.read("accroche.yaml", yaml.getBytes(StandardCharsets.UTF_8), TODAY);
        Optional<Obligation> next = lacking(declaration);
        for (int left = 30; next.isPresent() && left > 0; left--) {
            declaration = new Fulfilled(declaration, next.get(), TODAY).held();
            next = lacking(declaration);
        }

        assertThat(next).isEmpty();
        assertThat(failing(Check.of(declaration, TODAY)))
                .noneMatch(failure -> TableRule.ALL.stream()
                        .anyMatch(rule -> failure.startsWith(rule.card().id().value())));
    }

    private static Optional<Obligation> lacking(Declaration declaration) {
        return Obligations.of(new Dossier(declaration, TODAY)).stream()
                .filter(one -> one.state() == State.MISSING || one.state() == State.REVIEW)
                .findFirst();
    }

    /** The rules that fail, and where. */
    private static Set<String> failing(Check check) {
        return check.rules().stream()
                .map(CheckResult::findings)
                .flatMap(findings -> findings.stream()
                        .filter(finding -> finding.status() == Status.FAIL)
                        .map(finding -> finding.rule() + " " + finding.path()))
                .collect(Collectors.toSet());
    }
}
