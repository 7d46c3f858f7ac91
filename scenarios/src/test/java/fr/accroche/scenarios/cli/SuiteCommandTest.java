package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.suite.ProxyCases;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

class SuiteCommandTest {

    @TempDir
    private Path directory;

    @BeforeAll
    static void keysAreThere() {
        TestFolders.open();
    }

    @Test
    void casesByNameAreReportedAsTextJsonJunitAndHtml() throws Exception {
        CommandLineRun run = CommandLineRun.in(
                directory,
                "test",
                "--suite",
                "proxy",
                "--case",
                "connect-opens-a-session,traces-are-not-for-everyone",
                "--lang",
                "fr",
                "-o",
                "text,json:suite.json,junit:suite.xml,html:suite.html");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("✓ connect-opens-a-session", "! traces-are-not-for-everyone", "remède", "2 cas : ")
                .contains("Verdict  conforme", "1 avertissement, 1 conforme")
                .doesNotContain("\u001b");
        assertThat(statuses(directory.resolve("suite.json"))).containsExactly("PASS", "WARNING");
        Element suites = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(directory.resolve("suite.xml").toFile())
                .getDocumentElement();
        assertThat(suites.getAttribute("tests")).isEqualTo("2");
        assertThat(suites.getAttribute("failures")).isEqualTo("0");
        assertThat(suites.getElementsByTagName("testcase").getLength()).isEqualTo(2);
        assertThat(suites.getElementsByTagName("system-out").item(0).getTextContent())
                .contains("GET /traces", "fidélité : ");
        assertThat(Files.readString(directory.resolve("suite.html")))
                .contains("<html lang=\"fr\">", "<main>", "<nav aria-label=\"Sommaire\">", "✓ conforme", "2 cas : ")
                .containsSubsequence(
                        "<article id=\"traces-are-not-for-everyone\" class=\"warning\"",
                        "<dt>attendu</dt>",
                        "<dt>observé</dt>",
                        "<dd>GET /traces → alpha-edc-bas",
                        "<dt>remède</dt>",
                        "<td class=\"good\">✓ conforme</td><th scope=\"row\">connect-opens-a-session</th>",
                        "<a href=\"#traces-are-not-for-everyone\">")
                .doesNotContain("<script", "http-equiv=\"refresh", "src=");
    }

    private static List<String> statuses(Path report) throws IOException {
        JsonObject json = Json.parseObject(Files.readAllBytes(report));
        assertThat(json.text("verdict")).contains("CONFORME");
        return json.array("cases").orElseThrow().objects().stream()
                .map(each -> each.text("status").orElseThrow())
                .toList();
    }

    @Test
    void everyCaseIsListedAndExplainedInBothLanguages() {
        CommandLineRun listed = CommandLineRun.in(directory, "test", "--list-cases");

        assertThat(listed.exitCode()).isZero();
        assertThat(listed.out().lines()).hasSize(ProxyCases.ALL.size());
        ProxyCases.ALL.forEach(each -> assertThat(listed.out()).contains(each.id() + " "));
        assertThat(CommandLineRun.in(directory, "explain", "replay-calls-nobody")
                        .out())
                .startsWith("replay-calls-nobody  ")
                .containsSubsequence("level", "done", "expected", "why", "source", "fidelity", "remedy", "by");
        assertThat(CommandLineRun.in(directory, "explain", "replay-calls-nobody", "--lang", "fr")
                        .out())
                .containsSubsequence("niveau", "fait", "attendu", "pourquoi", "source", "fidélité", "remède", "par");
    }

    @ParameterizedTest
    @CsvSource({
        "--suite proxies, there is: proxy",
        "--suite proxy --case nothing, --list-cases",
        "--case replay-calls-nobody, --suite proxy",
        "--suite proxy --patience 61, from 1 to 60",
        "--suite proxy --fault certificate-ou-of-lps-operator, --suite does not go with",
        "--suite proxy --architecture all, --suite does not go with",
        "--suite proxy --enforcement explain, do not go together",
        "--enforcement lenient, explain",
        "--suite proxy -o sarif, 'text, json, junit, html'",
        "-o pdf, 'text, json, sarif, junit'"
    })
    void whatIsAskedForWronglyIsRefusedBeforeAnythingStarts(String arguments, String words) {
        String[] all = ("test --lang en " + arguments).split(" ");

        CommandLineRun run = CommandLineRun.in(directory, all);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(words);
    }

    @Test
    void aCaseThatIsNoneIsToldWhereCasesAreListed() {
        CommandLineRun run = CommandLineRun.in(directory, "explain", "replay");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("'accroche test --list-cases' the cases");
    }

    @Test
    void itsHelpIsInBothLanguages() {
        assertThat(CommandLineRun.in(directory, "test", "--help", "--lang", "fr")
                        .out())
                .contains("--suite", "quelque soixante-dix cas", "--list-cases");
        assertThat(CommandLineRun.in(directory, "test", "--help").out()).contains("some seventy named cases");
    }
}
