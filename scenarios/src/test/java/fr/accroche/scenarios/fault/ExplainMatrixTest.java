package fr.accroche.scenarios.fault;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Settings.Enforcement;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.verdict.Verdict;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.cause.DiagnosesTable;
import fr.accroche.scenarios.report.Run;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where refusals are withheld, a fault breaks what it breaks where they are not: what the call that went on shows is what there was,
 * and nothing that going on made up. Of several faults at once, each is seen.
 */
class ExplainMatrixTest {

    private static final List<Declaration> SHIPPED = Arrays.stream(ShippedDeclaration.values())
            .map(ExplainMatrixTest::read)
            .toList();

    private static Declaration read(ShippedDeclaration shipped) {
        try {
            Declaration declared =
                    DeclarationReader.read("accroche.yaml", shipped.yaml(), LocalDate.now(Clock.systemUTC()));
            return declared.withSettings(declared.settings().with(Enforcement.EXPLAIN));
        } catch (DeclarationException e) {
            throw new AssertionError(e);
        }
    }

    private static FaultRuns runs;

    @BeforeAll
    static void startsThemAll() {
        runs = new FaultRuns();
        Faults.ALL.forEach(fault -> runs.start(fault.id(), () -> run(List.of(fault))));
        combinations().forEach(ids -> runs.start(String.join("+", ids), () -> run(named(ids))));
    }

    @AfterAll
    static void stops() {
        runs.close();
    }

    static Stream<Fault> faults() {
        return Faults.ALL.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aFaultBreaksExactlyItsRules(Fault fault) throws Exception {
        Run run = runs.await(fault.id());
        Verdict verdict = run.verdict();

        assertThat(broken(verdict))
                .as("rules broken by %s: %s", fault.id(), found(verdict))
                .isEqualTo(fault.breaks());
        assertThat(verdict.with(fault.status())).containsExactlyInAnyOrderElementsOf(fault.breaks());
        if (!NOT_PASSED.contains(fault.id())) {
            goesOnToTheEnd(verdict);
        }
        DiagnosesTable.requireSame(run, fault);
    }

    static Stream<List<String>> combinations() {
        return Stream.of(
                List.of("certificate-ou-of-lps-operator", "vihf-version-differs", "assertion-too-old"),
                List.of(
                        "certificate-expired",
                        "exchange-without-subject-token-type",
                        "vihf-signed-with-client-certificate"),
                List.of("binding-message-in-words", "psc-token-expired", "number-of-another-lps"),
                List.of("psc-token-sent-to-api", "link-not-validated", "vihf-sector-missing"),
                List.of("certificate-cn-of-another-lps", "security-level-too-low", "person-differs"),
                List.of("lps-with-another-secret", "credential-call-incomplete", "idam-missing"),
                List.of("token-of-another-client", "proxy-rewrites-body"),
                List.of("certificate-revoked", "certificate-ou-of-lps-operator", "pmt-expired"),
                List.of("metier-person-differs", "metier-with-proxy-number", "certificate-serv-ssl-as-client"),
                List.of("session-outlives-api-token", "token-bound-to-another-certificate", "assertion-missing"));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void severalFaultsBreakTheRulesOfEach(List<String> ids) throws Exception {
        List<Fault> faults = named(ids);

        Run run = runs.await(String.join("+", ids));
        Verdict verdict = run.verdict();

        assertThat(broken(verdict))
                .isEqualTo(faults.stream()
                        .flatMap(fault -> fault.breaks().stream())
                        .collect(Collectors.toSet()));
        DiagnosesTable.requireOneCauseOf(run, faults);
        goesOnToTheEnd(verdict);
    }

    private static List<Fault> named(List<String> ids) {
        return ids.stream().map(id -> Faults.named(id).orElseThrow()).toList();
    }

    /** Without a connection, a client, a person, a form to read or anything to bind a token to, there is nothing to go on with. */
    private static final Set<String> NOT_PASSED = Set.of(
            "tls-suite-refused",
            "no-certificate",
            "ciba-person-unknown",
            "client-id-in-capitals",
            "client-id-missing",
            "exchange-in-json",
            "id-token-exchanged",
            "refresh-token-redeemed-twice");

    private static void goesOnToTheEnd(Verdict verdict) {
        List<Hop> hops = verdict.exchanges().stream()
                .flatMap(exchange -> exchange.hops().stream())
                .toList();
        assertThat(hops)
                .filteredOn(hop -> hop.stage() == Stage.BUSINESS)
                .extracting(Hop::server)
                .contains("dmp", "insi", "on", "conformite");
        assertThat(hops)
                .filteredOn(hop -> hop.stage() == Stage.PROXY_CONNECT || hop.stage() == Stage.EXCHANGE)
                .allMatch(Hop::succeeded);
        assertThat(hops)
                .filteredOn(hop -> hop.fact(Fact.REFUSAL_WITHHELD).isPresent())
                .allSatisfy(hop -> assertThat(hop.breaches()).isNotEmpty());
    }

    private static Run run(List<Fault> faults) throws IOException {
        Declaration declaration = SHIPPED.stream()
                .filter(shipped -> !fitting(shipped, faults).isEmpty())
                .findFirst()
                .orElseThrow();
        return TestFolders.rehearsal()
                .faulty(declaration, faults, fitting(declaration, faults).get(0));
    }

    private static List<Operation> fitting(Declaration declaration, List<Fault> faults) {
        return declaration.operations().stream()
                .filter(operation -> faults.stream()
                        .allMatch(fault -> fault.fitting(declaration).contains(operation)))
                .toList();
    }

    private static List<Finding> found(Verdict verdict) {
        return verdict.rules().stream()
                .flatMap(result -> result.findings().stream())
                .filter(finding -> finding.status().compareTo(Status.PASS) < 0)
                .toList();
    }

    private static Set<RuleId> broken(Verdict verdict) {
        return verdict.rules().stream()
                .filter(result -> result.status().compareTo(Status.PASS) < 0)
                .map(result -> result.card().id())
                .collect(Collectors.toSet());
    }
}
