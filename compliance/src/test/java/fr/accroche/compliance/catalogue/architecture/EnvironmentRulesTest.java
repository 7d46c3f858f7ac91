package fr.accroche.compliance.catalogue.architecture;

import static fr.accroche.compliance.declaration.ShippedDeclaration.AUTONOME_OPERE_PAR_OPERATEUR_LPS;
import static fr.accroche.compliance.declaration.ShippedDeclaration.PROXY_TIERS;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.catalogue.edcpsc.OneEnvironment;
import fr.accroche.compliance.catalogue.fault.DeclaredFault.Edit;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.rule.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One environment at a time, and nothing simulated in the real one. */
class EnvironmentRulesTest {

    private static final Edit PRODUCTION = new Edit("environment: test ", "environment: production ");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private static Edit clientId(String value) {
        return new Edit("clientId: alpha-edc-bas", "clientId: " + value);
    }

    @ParameterizedTest
    @CsvSource({
        "alpha-edc-bas, PASS",
        "ALPHA-EDC-BAS, PASS",
        "alpha-prod, FAIL",
        "alpha_production_2, FAIL",
        "alpha-prod-edc-bas, PASS"
    })
    void aClientIdOfTheTestEnvironments(String value, Status status) throws DeclarationException {
        assertThat(Edited.judgedBy(new OneEnvironment()).statuses(PROXY_TIERS, clientId(value)))
                .containsExactly(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alpha", "produits-alpha", "alpha-edc-bas-2"})
    void aFormThatSaysNothingIsNotJudgedInTest(String value) throws DeclarationException {
        assertThat(Edited.judgedBy(new OneEnvironment()).findings(PROXY_TIERS, clientId(value)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"alpha-edc-bas, FAIL", "alpha-BAS, FAIL", "alpha-prod, PASS", "alpha, PASS"})
    void noClientIdOfTheSandboxInProduction(String value, Status status) throws DeclarationException {
        assertThat(Edited.judgedBy(new OneEnvironment()).statuses(PROXY_TIERS, PRODUCTION, clientId(value)))
                .containsExactly(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"DMP-SIMULE-0001", "SIMULE", "CLINIQUE SIMULÉE", "Éditeur simulé", "NRU_SIMULES", "SIMULE\u0301"
            })
    void ourMarkIsSeen(String value) {
        assertThat(MarkedPlaces.bearsMark(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIMULEX SANTÉ", "Dissimulé", "Simulation", "DMP-0001"})
    void whatOnlyResemblesItIsNot(String value) {
        assertThat(MarkedPlaces.bearsMark(value)).isFalse();
    }

    @Test
    void everyMarkedValueIsFoundWhereItStands() throws DeclarationException {
        Edit number = new Edit("firstApi: INSi", "firstApi: INSi, testNumber: T-SIMULE-1");
        Edit secret = new Edit("proxyOperator: gamma,", "proxyOperator: gamma, secret: secret-simule-1,");
        Dossier dossier =
                new Dossier(Edited.read(DAY, AUTONOME_OPERE_PAR_OPERATEUR_LPS, PRODUCTION, number, secret), DAY);

        List<DeclaredFinding> findings = new NothingSimulatedInProduction().check(dossier);

        assertThat(findings).extracting(DeclaredFinding::status).containsOnly(Status.FAIL);
        assertThat(findings).extracting(DeclaredFinding::path).doesNotHaveDuplicates();
        assertThat(findings.toString()).doesNotContain("0001", "T-SIMULE-1", "secret-simule-1");
        Set<Integer> told = new TreeSet<>();
        findings.forEach(finding ->
                told.add(dossier.declaration().lines().line(finding.path()).orElseThrow()));
        Set<Integer> marked = new TreeSet<>(linesWithAMark());
        marked.add(dossier.declaration().lines().line("operations[0].pmt").orElseThrow());
        marked.add(dossier.declaration().lines().line("operations[0]").orElseThrow());
        assertThat(told).isEqualTo(marked);
    }

    private static List<Integer> linesWithAMark() {
        List<String> lines = AUTONOME_OPERE_PAR_OPERATEUR_LPS.text().lines().toList();
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains("SIMUL"))
                .map(i -> i + 1)
                .boxed()
                .toList();
    }

    @Test
    void nothingIsJudgedInTest() throws DeclarationException {
        assertThat(Edited.judgedBy(new NothingSimulatedInProduction()).findings(PROXY_TIERS))
                .isEmpty();
    }

    @Test
    void aDeclarationWithoutMarksIsRealEnough() throws DeclarationException {
        Edit plain = new Edit("SIMULE", "REEL");
        Edit names = new Edit("SIMULÉ", "RÉEL");

        assertThat(Edited.judgedBy(new NothingSimulatedInProduction()).statuses(PROXY_TIERS, PRODUCTION, names, plain))
                .containsExactly(Status.PASS);
    }
}
