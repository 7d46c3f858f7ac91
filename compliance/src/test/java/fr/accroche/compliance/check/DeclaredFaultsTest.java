package fr.accroche.compliance.check;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.catalogue.DeclaredRules;
import fr.accroche.compliance.catalogue.fault.DeclaredFault;
import fr.accroche.compliance.catalogue.fault.DeclaredFaults;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.verdict.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Each faulty declaration breaks exactly its rule, and each rule is broken by one. */
class DeclaredFaultsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    static final List<DeclaredFault> FAULTS = DeclaredFaults.ALL;

    private static Check check(String yaml) throws DeclarationException {
        Declaration declaration = DeclarationReader.read("accroche.yaml", yaml.getBytes(StandardCharsets.UTF_8), TODAY);
        return Check.of(declaration, TODAY);
    }

    @ParameterizedTest
    @EnumSource(ShippedDeclaration.class)
    void eachShippedArchitectureIsAccepted(ShippedDeclaration shipped) throws DeclarationException {
        Check check = check(shipped.text());

        assertThat(check.rules())
                .allSatisfy(result -> assertThat(result.status())
                        .as("%s %s", result.card().id(), result.telling())
                        .isIn(Status.PASS, Status.NOT_APPLICABLE, Status.WAIVED));
        assertThat(check.outcome()).isEqualTo(Outcome.CONFORME);
        assertThat(check.recognition().architecture()).isPresent();
        assertThat(check.waivers()).allSatisfy(use -> assertThat(use.state()).isEqualTo(WaiverUse.State.APPLIED));
    }

    @ParameterizedTest
    @FieldSource("FAULTS")
    void aFaultBreaksExactlyItsRule(DeclaredFault fault) throws DeclarationException {
        Map<RuleId, Status> before = broken(check(fault.base().text()));

        Check check = check(fault.yaml());
        Map<RuleId, Status> after = broken(check);

        assertThat(after.get(fault.breaks())).isEqualTo(fault.status());
        after.keySet().removeAll(before.keySet());
        assertThat(after.keySet()).isSubsetOf(fault.breaks());
        assertThat(check.rules())
                .filteredOn(result -> result.card().id().equals(fault.breaks()))
                .flatExtracting(CheckResult::telling)
                .filteredOn(finding -> finding.status() == fault.status())
                .isNotEmpty()
                .allSatisfy(finding -> explainsItself(check, finding));
    }

    private static void explainsItself(Check check, DeclaredFinding finding) {
        assertThat(finding.expected().fr()).isNotBlank();
        assertThat(finding.observed().fr())
                .isNotBlank()
                .isNotEqualTo(finding.expected().fr());
        assertThat(check.dossier().where(finding.path())).matches("accroche\\.yaml:\\d+");
    }

    private static Map<RuleId, Status> broken(Check check) {
        return check.rules().stream()
                .filter(result -> result.status().compareTo(Status.PASS) < 0)
                .collect(Collectors.toMap(result -> result.card().id(), CheckResult::status));
    }

    @Test
    void everyRuleIsBrokenByAFault() {
        Set<RuleId> broken =
                DeclaredFaults.ALL.stream().map(DeclaredFault::breaks).collect(Collectors.toSet());

        assertThat(broken)
                .containsExactlyInAnyOrderElementsOf(
                        DeclaredRules.ALL.stream().map(rule -> rule.card().id()).toList());
    }
}
