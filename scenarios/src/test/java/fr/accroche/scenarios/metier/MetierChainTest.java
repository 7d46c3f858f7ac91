package fr.accroche.scenarios.metier;

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
import fr.accroche.compliance.verdict.Verdict;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.fault.Fault;
import fr.accroche.scenarios.fault.FaultRuns;
import fr.accroche.scenarios.fault.Faults;
import fr.accroche.scenarios.report.Run;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A whole chain whose proxy is métier, as `accroche test` runs it. */
class MetierChainTest {

    private static FaultRuns runs;

    @BeforeAll
    static void startsThemAll() throws Exception {
        Declaration declaration = declaration();
        Operation operation = declaration.operations().get(0);
        runs = new FaultRuns();
        faults().forEach(fault ->
                runs.start(fault.id(), () -> TestFolders.rehearsal().faulty(declaration, fault, operation)));
    }

    @AfterAll
    static void stops() {
        runs.close();
    }

    private static Declaration declaration() throws Exception {
        return DeclarationReader.read(
                "accroche.yaml", ShippedDeclaration.NON_AUTONOME_DANS_PROXY.yaml(), LocalDate.now(Clock.systemUTC()));
    }

    @Test
    void aSoundMetierChainBreaksNothing() throws Exception {
        Declaration declaration = declaration();

        Run run = TestFolders.rehearsal().sound(declaration, declaration.operations());
        Verdict verdict = run.verdict();

        assertThat(run.identities())
                .isNotEmpty()
                .allSatisfy(table -> assertThat(table.rows())
                        .allSatisfy(row -> assertThat(row.agrees())
                                .as(row.what().toString())
                                .isTrue()));
        assertThat(verdict.rules()).extracting(RuleResult::status).containsOnly(Status.PASS, Status.NOT_APPLICABLE);
        assertThat(verdict.outcome()).isEqualTo(Outcome.CONFORME);
        assertThat(hops(verdict, Stage.LPS_SEND))
                .extracting(hop -> hop.value(Fact.BODY_TYPE).orElse(""))
                .containsOnly("application/json");
        assertThat(hops(verdict, Stage.BUSINESS))
                .extracting(hop -> hop.value(Fact.TELESERVICE).orElse(""))
                .containsExactlyInAnyOrder("DMP", "DMP", "DMP", "INSi", "ON", "CONFORMITE");
        assertThat(hops(verdict, Stage.PROXY_SEND))
                .extracting(hop -> hop.value(Fact.TELESERVICE).orElse("") + " "
                        + hop.value(Fact.BUILT_BY).orElse("-"))
                .containsExactlyInAnyOrder(
                        "DMP eai", "DMP eai", "DMP eai", "INSi proxy-esante", "ON proxy-esante", "CONFORMITE -");
    }

    static Stream<Fault> faults() throws Exception {
        Declaration declaration = declaration();
        return Faults.ALL.stream().filter(fault -> !fault.fitting(declaration).isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aFaultBreaksTheSameRulesWhereTheProxyBuilds(Fault fault) throws Exception {
        Verdict verdict = runs.await(fault.id()).verdict();

        assertThat(verdict.rules().stream()
                        .filter(result -> result.status().compareTo(Status.PASS) < 0)
                        .map(result -> result.card().id()))
                .containsExactlyInAnyOrderElementsOf(fault.breaks());
    }

    @Test
    void aSharedMetierProxyBuildsForEachInItsOwnName() throws Exception {
        Declaration shared = sharedMetier();

        Verdict verdict =
                TestFolders.rehearsal().sound(shared, shared.operations()).verdict();

        assertThat(verdict.outcome()).isEqualTo(Outcome.CONFORME);
        assertThat(hops(verdict, Stage.BUSINESS))
                .filteredOn(hop -> hop.value(Fact.LPS_NAME).isPresent())
                .extracting(hop -> hop.value(Fact.BEARER_CLIENT).orElse("") + " "
                        + hop.value(Fact.LPS_NAME).orElse(""))
                .containsOnly("alpha-cabinet-edc-bas Alpha Cabinet", "alpha-officine-edc-bas Alpha Officine");
    }

    @Test
    void theCertificateOfAnotherOfItsClientsIsFound() throws Exception {
        Declaration shared = sharedMetier();
        Fault fault = Faults.named("certificate-of-another-client").orElseThrow();

        Verdict verdict = TestFolders.rehearsal()
                .faulty(shared, fault, fault.fitting(shared).get(0))
                .verdict();

        assertThat(verdict.with(Status.FAIL)).containsExactlyInAnyOrderElementsOf(fault.breaks());
    }

    private static Declaration sharedMetier() throws Exception {
        String yaml = ShippedDeclaration.PROXY_PARTAGE.text().replace("mode: passe-plat", "mode: metier");
        return DeclarationReader.read(
                "accroche.yaml", yaml.getBytes(StandardCharsets.UTF_8), LocalDate.now(Clock.systemUTC()));
    }

    private static List<Hop> hops(Verdict verdict, Stage stage) {
        return verdict.exchanges().stream()
                .flatMap(exchange -> exchange.hops().stream())
                .filter(hop -> hop.stage() == stage)
                .toList();
    }
}
