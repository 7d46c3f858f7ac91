package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.catalogue.RuleBook;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionCommandTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"en, rules, system", "fr, règles, système"})
    void saysTheFourVersions(String language, String rules, String system) {
        CommandLineRun run = CommandLineRun.in(directory, "version", "--lang", language);

        assertThat(run.exitCode()).isEqualTo(ExitCode.CONFORME);
        assertThat(run.out().lines().map(line -> line.split(" +")[0]))
                .containsExactly("accroche", rules, "Java", system);
        assertThat(run.out())
                .contains("accroche dev")
                .contains(RuleBook.VERSION + " (" + RuleBook.CARDS.size() + " " + rules + ")")
                .contains(Runtime.version().toString())
                .contains(System.getProperty("os.name"));
    }

    @Test
    void saysThemToPrograms() {
        CommandLineRun run = CommandLineRun.in(directory, "version", "-o", "json");

        JsonObject json = Json.parseObject(run.out().getBytes(StandardCharsets.UTF_8));
        assertThat(json.members()).containsOnlyKeys("accroche", "ruleBook", "rules", "java", "os");
        assertThat(json.text("ruleBook")).hasValue(RuleBook.VERSION);
    }

    @Test
    void hasNoOtherReport() {
        assertThat(CommandLineRun.in(directory, "version", "-o", "sarif").exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    /** Each door through which a report goes out names the rules that judged. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text  | accroche dev, rules %s — ",
                "json  | \"ruleBook\": \"%s\"",
                "sarif | \"ruleBook\": \"%s\"",
                "html  | accroche dev, rules %s — "
            })
    void everyReportOfCheckNamesTheRules(String type, String words) {
        CommandLineRun run = CommandLineRun.in(directory, "check", "--architecture", "proxy-integre", "-o", type);

        assertThat(run.out()).contains(words.formatted(RuleBook.VERSION));
    }

    @Test
    void everyReportOfTestNamesTheRules() {
        Map<String, String> words = Map.of(
                "text", "accroche dev, rules %s — ",
                "json", "\"ruleBook\": \"%s\"",
                "junit", "<property name=\"ruleBook\" value=\"%s\"",
                "sarif", "\"ruleBook\": \"%s\"",
                "html", "<footer>\n<p>accroche dev, rules %s — ");
        Path recorded = directory.resolve("run.json");
        CommandLineRun.in(directory, "test", "--architecture", "proxy-integre", "-o", "json:" + recorded);

        words.forEach((type, said) -> assertThat(CommandLineRun.in(directory, "replay", "run.json", "-o", type)
                        .out())
                .as(type)
                .contains(said.formatted(RuleBook.VERSION)));
        assertThat(CommandLineRun.in(directory, "report", "pmt", "run.json", "-o", "html")
                        .out())
                .contains("accroche dev, rules " + RuleBook.VERSION);
    }

    @Test
    void replaySaysThatOtherRulesJudged() throws IOException {
        Path recorded = directory.resolve("run.json");
        CommandLineRun.in(directory, "test", "--architecture", "proxy-integre", "-o", "json:" + recorded);
        Files.writeString(recorded, Files.readString(recorded).replace(RuleBook.VERSION, "0123456789ab"));

        assertThat(CommandLineRun.in(directory, "replay", "run.json").err())
                .contains("judged by the rules 0123456789ab, and is here by the rules " + RuleBook.VERSION);
    }
}
