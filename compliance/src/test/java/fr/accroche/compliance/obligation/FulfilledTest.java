package fr.accroche.compliance.obligation;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever obtains what was missing is never the worse for it. */
class FulfilledTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    static Stream<Arguments> declarations() {
        return Stream.concat(
                Stream.of(ShippedDeclaration.values()).map(shipped -> Arguments.of(shipped.id(), shipped.text())),
                DeclaredFaults.ALL.stream().map(fault -> Arguments.of(fault.toString(), fault.yaml())));
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
