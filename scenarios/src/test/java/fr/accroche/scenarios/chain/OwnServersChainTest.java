package fr.accroche.scenarios.chain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.compliance.verdict.Verdict;
import fr.accroche.scenarios.Rehearsal;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.doctor.Examined;
import fr.accroche.scenarios.doctor.OwnFiles;
import fr.accroche.scenarios.probe.Patience;
import fr.accroche.scenarios.probe.ServerCheck;
import fr.accroche.scenarios.report.Run;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.admin.MovableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sound sessions through a chain some of whose servers are the vendor's: those of a second chain. */
class OwnServersChainTest {

    private final MovableClock clock = TestFolders.clock();

    private Rehearsal rehearsal(WorkFolder folder) {
        return new Rehearsal(folder, Ports.FREE, Stubs.NONE, clock, new SecureRandom());
    }

    private static Set<String> ids(Verdict verdict, Status status) {
        return verdict.with(status).stream().map(RuleId::value).collect(Collectors.toSet());
    }

    private static Set<Stage> stages(List<Hop> hops) {
        return hops.stream().map(Hop::stage).collect(Collectors.toSet());
    }

    private static List<Hop> hops(Run run) {
        return run.verdict().exchanges().stream()
                .flatMap(exchange -> exchange.hops().stream())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            psc                                  | PSC_CIBA PSC_TOKEN PSC_INTROSPECTION | TOK-05 TOK-06
            credentialApi                        | CREDENTIAL                 | CRD-01 CRD-02 CRD-03 CRD-04 CRD-06 IDN-05
            psc authorizationServer              | PSC_CIBA EXCHANGE CREDENTIAL | CRD-01 CRD-02 CRD-03 CRD-04 CRD-06 IDN-03 IDN-04 IDN-05 TOK-01 TOK-02 TOK-05 TOK-06
            psc authorizationServer teleservices | PSC_CIBA EXCHANGE BUSINESS | IDN-01 IDN-02 LPS-01 LPS-06 TOK-03
            psc authorizationServer credentialApi teleservices | PSC_CIBA EXCHANGE CREDENTIAL BUSINESS | MTL-01 CRD-02 LPS-09
            """)
    void aSoundSessionIsSoundAndSaysWhatNobodyHereSaw(String who, String stages, String untestable) throws Exception {
        WorkFolder folder = TestFolders.open(clock);
        try (Theirs theirs = Theirs.start(folder, clock)) {
            Declaration declaration = Theirs.declared(theirs.declare(List.of(who.split(" ")), ""));

            Run run = rehearsal(folder).sound(declaration, declaration.operations());

            Verdict verdict = run.verdict();
            assertThat(ids(verdict, Status.FAIL)).isEmpty();
            assertThat(ids(verdict, Status.ERROR)).isEmpty();
            assertThat(ids(verdict, Status.WARNING)).isEmpty();
            assertThat(verdict.outcome()).isEqualTo(Outcome.CONFORME);
            assertThat(ids(verdict, Status.NOT_TESTABLE)).contains(untestable.split(" "));
            Set<Stage> played = Stream.of(stages.split(" ")).map(Stage::valueOf).collect(Collectors.toSet());
            assertThat(stages(theirs.journal().hops())).containsAll(played);
            assertThat(stages(hops(run))).doesNotContainAnyElementsOf(played);
            assertThat(new ServerCheck(declaration, folder, OwnMaterial.NONE, clock, Patience.USUAL)
                            .examined(declaration.operations().get(0)))
                    .isNotEmpty()
                    .allSatisfy(point -> assertThat(point.level())
                            .as(point.toString())
                            .isIn(Examined.Level.OK, Examined.Level.WARNING));
        }
    }

    @Test
    void aServerOfAnotherAuthorityIsMetByTheFilesThatAreDeclaredForIt(@TempDir Path directory) throws Exception {
        WorkFolder elsewhere = Theirs.elsewhere(clock);
        try (Theirs theirs = Theirs.start(elsewhere, clock)) {
            Files.writeString(directory.resolve("password.txt"), WorkFolder.PASSWORD + "\n");
            String files = ", trust: '%s', certificate: '%s', passwordFile: password.txt"
                    .formatted(
                            theirs.chain().trust().pem(),
                            elsewhere.files(AuthorizationLink.CLIENT).p12());
            Declaration declaration = Theirs.declared(theirs.declare(List.of("credentialApi"), files));
            WorkFolder folder = TestFolders.open(clock);
            List<Examined> unusable = new ArrayList<>();
            OwnMaterial own = new OwnFiles(declaration, directory).read(declaration.operations(), unusable);

            Run run = rehearsal(folder).with(own).sound(declaration, declaration.operations());

            assertThat(unusable).noneMatch(point -> point.level() == Examined.Level.FAIL);
            assertThat(run.verdict().outcome()).isEqualTo(Outcome.CONFORME);
            assertThat(stages(theirs.journal().hops())).contains(Stage.CREDENTIAL);
            assertThat(new ServerCheck(declaration, folder, own, clock, Patience.USUAL)
                            .examined(declaration.operations().get(0)))
                    .allMatch(point -> point.level() != Examined.Level.FAIL);
        }
    }

    @Test
    void aCertificateOfAnAuthorityThatNobodyKnowsIsFoundAtBothEnds() throws Exception {
        WorkFolder elsewhere = Theirs.elsewhere(clock);
        WorkFolder folder = TestFolders.open(clock);
        try (Theirs theirs = Theirs.start(elsewhere, clock)) {
            // Given: their certificate before our servers
            Declaration ours = Theirs.declared();
            Operation operation = ours.operations().get(0);
            OwnMaterial brought = new OwnMaterial(
                    Map.of(
                            operation.clientId().value(),
                            new OwnMaterial.Brought(theirs.chain().clientCertificate(operation), "certs/mine.p12")),
                    Map.of(),
                    Map.of());

            // When
            Run run = rehearsal(folder).with(brought).sound(ours, List.of(operation));

            // Then
            Finding found = run.verdict()
                    .rule(RuleId.of("MTL-01"))
                    .orElseThrow()
                    .telling()
                    .orElseThrow();
            assertThat(found.status()).isEqualTo(Status.FAIL);
            assertThat(found.observed().where()).startsWith("certs/mine.p12 TLS/certificate[");

            // And: our certificate before their servers
            String files = ", trust: '" + theirs.chain().trust().pem() + "'";
            Declaration declaration =
                    Theirs.declared(theirs.declare(List.of("psc", "authorizationServer", "credentialApi"), files));
            OwnMaterial own = new OwnFiles(declaration, Path.of("")).read(declaration.operations(), new ArrayList<>());
            assertThat(new ServerCheck(declaration, folder, own, clock, Patience.USUAL).examined(operation))
                    .filteredOn(point -> point.level() == Examined.Level.FAIL)
                    .hasSizeGreaterThanOrEqualTo(3)
                    .allSatisfy(point -> assertThat(point.said().en()).contains("known by its certificate"));
        }
    }
}
