package fr.accroche.scenarios.cli;

import static fr.accroche.scenarios.cli.CheckedFolder.objects;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.report.JUnitReport;
import fr.accroche.scenarios.report.ReportSchema;
import fr.accroche.scenarios.text.Spoken;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code accroche test SCENARIO…}. */
class ScenarioCommandTest {

    private static final Path EXAMPLE = Path.of("..", "docs", "examples", "scenarios.yaml");

    /** One that comes to what it expects, and one that does not. */
    private static final String TWO = """
            version: 1
            scenarios:
              - { id: sound, title: Sound, tags: [a], architecture: proxy-tiers, expect: { outcome: conforming } }
              - id: other
                title: { fr: "autre OU", en: "another OU" }
                tags: [a, b]
                architecture: proxy-tiers
                faults: [certificate-ou-of-lps-operator]
                expect: { outcome: conforming, broken: [IDN-01] }
            """;

    @TempDir
    private Path directory;

    @BeforeAll
    static void keysAreThere() {
        TestFolders.open();
    }

    @BeforeEach
    void writes() throws IOException {
        Files.writeString(directory.resolve("two.yaml"), TWO);
    }

    private CommandLineRun test(String... words) {
        String[] all = new String[words.length + 3];
        all[0] = "test";
        System.arraycopy(words, 0, all, 1, words.length);
        all[words.length + 1] = "--work";
        all[words.length + 2] = TestFolders.PATH.toString();
        return CommandLineRun.in(directory, all);
    }

    private String written(String file) throws IOException {
        return Files.readString(directory.resolve(file));
    }

    @Test
    void theExampleOfThePageComesToWhatItExpects() throws IOException {
        Files.copy(EXAMPLE, directory.resolve("scenarios.yaml"));
        Files.write(directory.resolve("accroche.yaml"), ShippedDeclaration.PROXY_INTEGRE.yaml());
        String page = Files.readString(Path.of("..", "docs", "scenarios.md"));
        String shown = page.split("scenarios:\n")[1].split("```")[0];

        CommandLineRun run = test("scenarios.yaml");

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out())
                .containsSubsequence(
                        "✓ monday-morning",
                        "✓ two-sessions",
                        "✓ ordered-for-the-wrong-structure",
                        "not conforming — IDN-02 IDN-06",
                        "✓ psc-is-down",
                        "4 scenarios, all as expected");
        assertThat(run.err()).contains("4/4 ");
        assertThat(Files.readString(EXAMPLE)).contains(shown);
    }

    @Test
    void whatDiffersIsToldBothWaysWithItsReportAndPlayedAgain() throws IOException {
        CommandLineRun run = test("two.yaml", "-o", "text,junit:r.xml,sarif:r.sarif,json:r.json,html:r.html");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .containsSubsequence(
                        "  ✓ sound ",
                        "  ✗ other ",
                        "other — another OU [two.yaml:4]",
                        "expected  conforming — IDN-01",
                        "found  not conforming — IDN-02",
                        "✗ verdict: expected conforming, found not conforming",
                        "✗ IDN-01: expected failed, found passed",
                        "✗ IDN-02: failed, not expected",
                        "fault on purpose certificate-ou-of-lps-operator",
                        "2 scenarios: 1 as expected, 1 not");
        requireJson();
        requireJUnit();
        JsonObject sarif = objects(Json.parseObject(Files.readAllBytes(directory.resolve("r.sarif"))), "runs")
                .get(0);
        assertThat(objects(sarif, "results"))
                .hasSize(3)
                .allSatisfy(result ->
                        assertThat(result.compact()).contains("two.yaml", "\"startLine\":4", "other (another OU)"));
        assertThat(written("r.html"))
                .contains("<h2 id=\"verdict-h\">2 scenarios: 1 as expected, 1 not</h2>", "id=\"scenario-1-IDN-02\"")
                .doesNotContain("scenario-2");

        CommandLineRun again = test("--rerun-failed");

        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.out()).contains("1 scenario, not as expected").doesNotContain("✓ sound");
        Files.writeString(
                directory.resolve("two.yaml"),
                TWO.replace("outcome: conforming, broken: [IDN-01]", "outcome: non-conforming, broken: [IDN-02]"));
        assertThat(test("two.yaml", "--rerun-failed").out()).contains("1 scenario, as expected");
        assertThat(test("--rerun-failed").err()).contains("nothing to play again");
    }

    private void requireJson() throws IOException {
        byte[] json = Files.readAllBytes(directory.resolve("r.json"));
        new ReportSchema().require(new ObjectMapper().readTree(json));
        JsonObject report = Json.parseObject(json);
        assertThat(objects(report, "scenarios"))
                .extracting(each -> each.bool("asExpected").orElseThrow())
                .containsExactly(true, false);
        assertThat(objects(report, "scenarios"))
                .extracting(each -> each.object("run").isPresent())
                .containsExactly(false, true);
    }

    private void requireJUnit() throws IOException {
        JUnitReport report = JUnitReport.read(written("r.xml"));
        assertThat(report.suites()).containsExactly("accroche.scenarios.two");
        assertThat(report.tests("testcase")).hasSize(2);
        assertThat(report.count("failures")).isEqualTo(1);
        assertThat(written("r.xml")).contains("IDN-02: failed, not expected");
    }

    /** Its own proxy, where nobody listens: nothing is known of it, and of the others everything is. */
    @Test
    void oneThatCannotBePlayedTakesNothingFromTheOthers() throws IOException {
        Files.writeString(directory.resolve("two.yaml"), TWO + """
                  - id: mine
                    title: Mine
                    architecture: proxy-tiers
                    participants: { proxy: { mode: external, url: "https://127.0.0.1:1" } }
                    expect: { outcome: conforming }
                """.indent(0));

        CommandLineRun run = test("two.yaml", "-o", "text,json:r.json,junit:r.xml,sarif:r.sarif");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
        assertThat(run.out())
                .containsSubsequence(
                        "  ✓ sound ",
                        "  ✗ other ",
                        "  ✗ mine ",
                        "not played: your proxy, https://127.0.0.1:1",
                        "nobody answers there",
                        "to do: start the server",
                        "2 scenarios: 1 as expected, 1 not; not played: 1");
        byte[] json = Files.readAllBytes(directory.resolve("r.json"));
        new ReportSchema().require(new ObjectMapper().readTree(json));
        assertThat(objects(Json.parseObject(json), "notPlayed"))
                .singleElement()
                .satisfies(mine -> assertThat(mine.compact()).contains("\"id\":\"mine\"", "nobody answers there"));
        assertThat(JUnitReport.read(written("r.xml")).count("errors")).isEqualTo(1);
        assertThat(written("r.sarif")).contains("mine (Mine): not played: your proxy");
        CommandLineRun again = test("--rerun-failed", "--lang", "fr");
        assertThat(again.out()).contains("✗ other ", "pas joué : votre proxy").doesNotContain("✓ sound");
        Spoken.ENGLISH.noTextOfTheOther(run.out(), run.err(), written("r.json"), written("r.xml"), written("r.sarif"));
        Spoken.FRENCH.noTextOfTheOther(again.out(), again.err());
    }

    @Test
    void listsByTagAndFolder() throws IOException {
        Files.createDirectories(directory.resolve("more/deep"));
        Files.move(directory.resolve("two.yaml"), directory.resolve("more/deep/two.yaml"));
        Files.write(directory.resolve("more/accroche.yaml"), ShippedDeclaration.PROXY_INTEGRE.yaml());

        assertThat(test("more", "--list").out())
                .containsSubsequence("sound", "other")
                .contains("another OU");
        assertThat(test("more", "--list", "--tag", "b").out()).contains("other").doesNotContain("Sound");
        assertThat(test("more", "--list", "--skip-tag", "b").out())
                .contains("Sound")
                .doesNotContain("other");
        assertThat(test("--list", "--lang", "fr").out())
                .contains("certificate-expired", "single,certificates", "le certificat a expiré hier")
                .contains("sound-proxy-tiers");
        assertThat(test("--list", "--tag", "combined").out())
                .contains("every-link")
                .doesNotContain("single");
        assertThat(test("shipped/tls", "--list").out().lines()).hasSize(1);
        assertThat(test("tls-suite-refused", "--list").out().lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        two.yaml --architecture proxy-tiers  | 2 | a scenario says its declaration
        two.yaml --fault certificate-expired | 2 | a scenario says its declaration
        two.yaml --suite proxy               | 2 | a scenario says its declaration
        two.yaml --tag c                     | 2 | no scenario has these tags; there are: a, b
        two.yaml -o text:two.yaml            | 2 | -o: two.yaml is taken
        two.yaml --jobs 0                    | 2 | --jobs 0: from 1 to 64
        certificate-expird                   | 2 | certificate-expird: no file, no folder and no scenario
        absent.yaml                          | 3 | absent.yaml: no such file
        empty                                | 2 | empty: no .yaml file of scenarios
        wrong.yaml                           | 2 | wrong.yaml:3:47: scenarios[0].expect.outcome: 'fine' is not accepted
        unfit.yaml                           | 2 | unfit.yaml:3:1: scenarios[0].faults: metier-forwards: it takes a métier proxy
        apart.yaml                           | 2 | apart.yaml:3:1: scenarios[0].faults: these faults do not go together
        client.yaml                          | 2 | client.yaml:3:1: scenarios[0].clientIds: 'zeta' is not declared
        nowhere.yaml                         | 3 | no such file as accroche.yaml
        """)
    void saysWhatIsWrongBeforeAnythingStarts(String words, int exitCode, String said) throws IOException {
        Files.createDirectories(directory.resolve("empty"));
        write("wrong.yaml", "", "fine");
        write("unfit.yaml", "architecture: proxy-tiers, faults: [metier-forwards], ", "conforming");
        write(
                "apart.yaml",
                "architecture: proxy-tiers, faults: [no-certificate, certificate-key-too-short], ",
                "conforming");
        write("client.yaml", "architecture: proxy-tiers, clientIds: [zeta], ", "conforming");
        write("nowhere.yaml", "", "conforming");

        CommandLineRun run = test(words.split(" "));

        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
        assertThat(run.err()).contains(said).doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }

    private void write(String file, String more, String outcome) throws IOException {
        Files.writeString(
                directory.resolve(file),
                "version: 1\nscenarios:\n  - { id: one, title: One, " + more + "expect: { outcome: " + outcome
                        + " } }\n");
    }
}
