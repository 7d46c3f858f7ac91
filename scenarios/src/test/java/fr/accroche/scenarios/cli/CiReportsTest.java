package fr.accroche.scenarios.cli;

import static fr.accroche.scenarios.cli.CheckedFolder.objects;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.accroche.compliance.catalogue.Catalogue;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.report.JUnitReport;
import fr.accroche.scenarios.report.ReportSchema;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** The reports of {@code accroche test} that CI servers and programs read. */
class CiReportsTest {

    private static final String OUTPUTS = "junit:r.xml,sarif:r.sarif,json:r.json,text:r.txt";
    private static final String OU_OF_LPS_OPERATOR = "certificate-ou-of-lps-operator";

    @TempDir
    private Path directory;

    @BeforeAll
    static void keysAreThere() {
        TestFolders.open();
    }

    private CommandLineRun test(String... more) {
        return CommandLineRun.in(
                directory,
                Stream.concat(Stream.of("test", "-o", OUTPUTS), Stream.of(more)).toArray(String[]::new));
    }

    private JUnitReport junit() throws IOException {
        return JUnitReport.read(Files.readString(directory.resolve("r.xml")));
    }

    private JsonObject sarif() throws IOException {
        JsonObject log = Json.parseObject(Files.readAllBytes(directory.resolve("r.sarif")));
        assertThat(log.text("version")).contains("2.1.0");
        assertThat(log.text("$schema").orElse("")).contains("sarif-2.1.0");
        List<JsonObject> runs = objects(log, "runs");
        assertThat(runs).hasSize(1);
        return runs.get(0);
    }

    private static List<JsonObject> rules(JsonObject sarif) {
        return objects(sarif.object("tool").orElseThrow().object("driver").orElseThrow(), "rules");
    }

    private void requireSchema() throws IOException {
        new ReportSchema().require(new ObjectMapper().readTree(Files.readAllBytes(directory.resolve("r.json"))));
    }

    @Test
    void aSoundRunFailsNoTestOfAnySession() throws IOException {
        CommandLineRun run = test();

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        JUnitReport report = junit();
        assertThat(report.suites())
                .containsExactlyInAnyOrder("accroche.alpha-edc-bas", "accroche.alpha-clinique-edc-bas");
        assertThat(report.tests("testcase")).hasSize(2 * Catalogue.ALL.size());
        assertThat(report.count("failures") + report.count("errors")).isZero();
        assertThat(report.tests("skipped")).isNotEmpty().hasSizeLessThan(Catalogue.ALL.size());
        assertThat(objects(sarif(), "results")).isEmpty();
        assertThat(rules(sarif())).hasSameSizeAs(Catalogue.ALL);
        requireSchema();
    }

    @Test
    void aBrokenRuleFailsInTheSessionThatBrokeItAndSaysEverything() throws IOException {
        CommandLineRun run = test("--fault", OU_OF_LPS_OPERATOR, "--lang", "fr");

        assertThat(run.exitCode()).isEqualTo(1);
        List<Element> failed = junit().tests("failure");
        assertThat(failed).singleElement().satisfies(test -> {
            assertThat(test.getAttribute("name")).startsWith("IDN-02 ");
            assertThat(test.getAttribute("classname"))
                    .startsWith("accroche.alpha-")
                    .endsWith("-edc-bas.IDN");
            assertThat(JUnitReport.inside(test, "failure").getAttribute("message"))
                    .isEqualTo("OU : 1990000002 observé, 300000000010009 attendu — IDN-02 — opérateur du proxy");
            assertThat(JUnitReport.inside(test, "failure").getTextContent())
                    .contains(
                            "attendu : 300000000010009 [",
                            "proxy-integre.yaml:",
                            "observé : 1990000002 [TLS/certificate[")
                    .contains("\nDiagnostic : OU", "\ncause probable : ", "\nvrai service : 403 access_denied")
                    .contains("\nsource : ", "\nfidélité : ", "\nremède : ", "\npar : ");
        });
        requireSchema();
    }

    @Test
    void sarifPutsABreachOnTheLineThatSaysWhatWasExpected() throws IOException {
        new CheckedFolder(directory).declare(ShippedDeclaration.PROXY_INTEGRE, "ÉDITEUR ALPHA SIMULÉ", "ÉDITEUR ALPHA");

        CommandLineRun run = test("--fault", OU_OF_LPS_OPERATOR, "--lang", "en");

        assertThat(run.exitCode()).isEqualTo(1);
        JsonObject sarif = sarif();
        assertThat(objects(sarif, "results")).singleElement().satisfies(result -> {
            long index = result.integer("ruleIndex").orElseThrow();
            assertThat(rules(sarif).get((int) index).text("id"))
                    .contains("IDN-02")
                    .isEqualTo(result.text("ruleId"));
            assertThat(result.text("level")).contains("error");
            assertThat(result.object("message").orElseThrow().text("text").orElse(""))
                    .contains("Expected: 300000000010009", "observed: 1990000002", " By: ");
            assertThat(line(result)).contains("300000000010009");
            assertThat(objects(objects(result, "locations").get(0), "logicalLocations"))
                    .extracting(place -> place.text("fullyQualifiedName").orElse(""))
                    .hasSizeGreaterThan(1)
                    .allMatch(name -> name.matches("alpha-[a-z-]+/[a-z-]+/[A-Z_]+"));
            assertThat(result.object("properties")
                            .orElseThrow()
                            .object("fidelity")
                            .orElseThrow()
                            .text("word"))
                    .contains("EXACT");
        });
        assertThat(rules(sarif))
                .allSatisfy(rule -> assertThat(rule.members())
                        .containsKeys("id", "shortDescription", "fullDescription", "help", "defaultConfiguration"));
        requireSchema();
    }

    /** What the declaration has on the line that a result points to. */
    private String line(JsonObject result) throws IOException {
        JsonObject place =
                objects(result, "locations").get(0).object("physicalLocation").orElseThrow();
        String uri = place.object("artifactLocation").orElseThrow().text("uri").orElseThrow();
        assertThat(uri).isEqualTo("accroche.yaml");
        long line = place.object("region").orElseThrow().integer("startLine").orElseThrow();
        return Files.readAllLines(directory.resolve(uri)).get((int) line - 1);
    }

    @Test
    void aResultIsKnownAgainInTheNextRun() throws IOException {
        test("--fault", OU_OF_LPS_OPERATOR);
        List<String> first = fingerprints();
        test("--fault", OU_OF_LPS_OPERATOR, "--lang", "fr");

        assertThat(fingerprints()).isEqualTo(first).isNotEmpty().doesNotHaveDuplicates();
    }

    private List<String> fingerprints() throws IOException {
        return objects(sarif(), "results").stream()
                .map(result -> result.object("partialFingerprints")
                        .flatMap(prints -> prints.text("accroche/v1"))
                        .orElseThrow())
                .sorted()
                .toList();
    }

    @Test
    void everyArchitectureIsInEachReportUnderItsName() throws IOException {
        CommandLineRun run = test("--architecture", "all");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(junit().suites())
                .hasSize(9)
                .contains(
                        "accroche.proxy-partage.alpha-cabinet-edc-bas", "accroche.proxy-partage.alpha-officine-edc-bas")
                .doesNotHaveDuplicates();
        assertThat(rules(sarif())).hasSameSizeAs(Catalogue.ALL);
        requireSchema();
    }

    @Test
    void aSuiteFitsTheSameSchemas() throws IOException {
        CommandLineRun run = CommandLineRun.in(
                directory,
                "test --suite proxy --case connect-opens-a-session,traces-are-not-for-everyone -o junit:r.xml,json:r.json"
                        .split(" "));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(junit().suites()).containsExactly("accroche.proxy");
        requireSchema();
    }

    @Test
    void aChainThatWasNotGoneThroughIsSkippedNotPassed() throws IOException {
        new CheckedFolder(directory)
                .declare(ShippedDeclaration.PROXY_INTEGRE, "version: 1", "version: 1\nsettings: { cibaInterval: 10m }");

        CommandLineRun run = test("--client-id", "alpha-edc-bas");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(junit().tests("failure")).isEmpty();
        assertThat(junit().tests("skipped"))
                .extracting(test -> JUnitReport.inside(test, "skipped").getAttribute("message"))
                .contains("not reached");
        requireSchema();
    }

    @Test
    void aWarningPassesWithItsText() throws IOException {
        CommandLineRun run = test("--fault", "number-in-url", "--lang", "en");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(junit().count("failures")).isZero();
        assertThat(junit().tests("system-out")).isNotEmpty().allSatisfy(test -> {
            assertThat(test.getAttribute("name")).startsWith("LPS-09 ");
            assertThat(JUnitReport.inside(test, "system-out").getTextContent())
                    .startsWith("warning — ")
                    .contains("\nexpected: ", "\nobserved: ", "\nremedy: ");
        });
        assertThat(objects(sarif(), "results"))
                .isNotEmpty()
                .allMatch(result -> result.text("level").orElse("").equals("warning"));
        requireSchema();
    }

    @ParameterizedTest
    @CsvSource({"certificate-ou-of-lps-operator, IDN-02", "number-in-url, LPS-09"})
    void noSecretReachesAnyReport(String fault, String rule) {
        test("--fault", fault);

        String all = Stream.of("r.xml", "r.sarif", "r.json", "r.txt")
                .map(name -> read(directory.resolve(name)))
                .peek(report -> assertThat(report).contains(rule))
                .collect(Collectors.joining());
        assertThat(all).doesNotContain("eyJ", "PRIVATE KEY", "DMP-SIMULE-0001", "INSI-SIMULE-0001", "290019999900113");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
