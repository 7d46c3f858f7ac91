package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.scenarios.Programs;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonNull;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayCommandTest {

    @TempDir
    private Path directory;

    /** MatrixTest does so with every fault. The last two change what is declared, too. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "certificate-of-unknown-authority",
                "lps-with-another-secret",
                "credential-asked-in-medico-social"
            })
    void aFaultyRunIsJudgedTheSameAgain(String fault) throws IOException {
        CommandLineRun test = CommandLineRun.in(directory, "test", "--fault", fault, "-o", "json:run.json");
        assertThat(test.exitCode()).as(test.err()).isIn(0, 1);

        CommandLineRun replay = CommandLineRun.in(directory, "replay", "run.json", "-o", "json");

        assertThat(replay.exitCode()).as(replay.err()).isEqualTo(test.exitCode());
        assertThat(judged(replay.out())).isEqualTo(judged(Files.readString(directory.resolve("run.json"))));
        assertThat(replay.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy-integre", "proxy-tiers"})
    void aSoundRunIsConformingAgainWhateverItsArchitecture(String architecture) throws IOException {
        CommandLineRun test =
                CommandLineRun.in(directory, "test", "--architecture", architecture, "-o", "json:run.json");
        assertThat(test.exitCode()).as(test.err()).isZero();

        CommandLineRun replay = CommandLineRun.in(directory, "replay", "run.json", "-o", "json");

        assertThat(replay.exitCode()).as(replay.err()).isZero();
        assertThat(judged(replay.out())).isEqualTo(judged(Files.readString(directory.resolve("run.json"))));
    }

    /** Each JVM has other seeds for its hash tables. */
    @Test
    void theSameFileGivesTheSameBytesInAnyPlace() throws IOException, InterruptedException {
        CommandLineRun.in(directory, "test", "--fault", "certificate-ou-of-lps-operator", "-o", "json:run.json");

        String here = inJvm("fr", "Europe/Paris");
        assertThat(here).contains("replayed from run.json", "IDN-", "\"verdict\": \"NON_CONFORME\"");
        assertThat(inJvm("tr", "Asia/Kathmandu")).isEqualTo(here);
        assertThat(inJvm("ar", "Pacific/Apia")).isEqualTo(here);
    }

    private String inJvm(String language, String zone) throws IOException, InterruptedException {
        String printed = Programs.run(
                        directory,
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=" + language,
                        "-Duser.timezone=" + zone,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName(),
                        "replay",
                        "run.json",
                        "--lang",
                        "en",
                        "-o",
                        "text,json:again.json")
                .printed();
        return printed + Files.readString(directory.resolve("again.json"));
    }

    @Test
    void theTextSaysWhatWasReplayedAndWhenItWasRecorded() throws IOException {
        CommandLineRun.in(directory, "test", "--client-id", "alpha-edc-bas", "-o", "json:run.json");
        String at = report("run.json").text("at").orElseThrow();

        assertThat(CommandLineRun.in(directory, "replay", "run.json").out())
                .contains("replayed from run.json, recorded at " + at);
        assertThat(CommandLineRun.in(directory, "replay", "run.json", "--lang", "fr")
                        .out())
                .contains("rejoué depuis run.json, enregistré le " + at);
        assertThat(CommandLineRun.in(directory, "replay", "run.json", "-o", "html")
                        .out())
                .contains("<dt>replay</dt><dd>replayed from run.json, recorded at " + at);
        assertThat(CommandLineRun.in(directory, "replay", "run.json", "-o", "junit")
                        .out())
                .contains("<property name=\"replayed\" value=\"replayed from run.json, recorded at " + at + "\"/>");
        assertThat(CommandLineRun.in(directory, "replay", "run.json", "-o", "sarif")
                        .out())
                .containsSubsequence(
                        "toolExecutionNotifications", "\"note\"", "replayed from run.json, recorded at " + at);
    }

    @Test
    void anotherDeclarationIsSaidAndJudgesOtherwise() throws IOException {
        CommandLineRun.in(directory, "test", "-o", "json:run.json");
        String other = new String(ShippedDeclaration.PROXY_INTEGRE.yaml(), StandardCharsets.UTF_8)
                .replace("300000000010009", "300000000090001");
        Files.writeString(directory.resolve("other.yaml"), other);

        CommandLineRun replay = CommandLineRun.in(directory, "replay", "run.json", "--config", "other.yaml");

        assertThat(replay.err())
                .contains("other.yaml is not the report's declaration", "SHA-256")
                .contains("the report concluded 'conforming', here it is judged 'not conforming'");
        assertThat(replay.exitCode()).isEqualTo(1);
        assertThat(replay.out()).contains("300000000090001  [other.yaml:");
    }

    @Test
    void aReportOfAnUnknownDeclarationAsksForIt() throws IOException {
        CommandLineRun.in(directory, "test", "-o", "json:run.json");
        Files.writeString(
                directory.resolve("run.json"),
                Files.readString(directory.resolve("run.json"))
                        .replaceFirst("(\"declarationSha256\" *: *)\"[0-9a-f]{64}\"", "$1\"" + "0".repeat(64) + "\""));

        CommandLineRun replay = CommandLineRun.in(directory, "replay", "run.json");

        assertThat(replay.exitCode()).isEqualTo(2);
        assertThat(replay.err()).contains("run.json: with which declaration? --config FILE");
    }

    @Test
    void aWrongFileIsAUsageErrorThatNamesThePlace() throws IOException {
        Files.writeString(directory.resolve("run.json"), "{\"hops\": [], \"accroche\": 7}");

        CommandLineRun english = CommandLineRun.in(directory, "replay", "run.json");
        CommandLineRun french = CommandLineRun.in(directory, "replay", "run.json", "--lang", "fr");

        assertThat(english.exitCode()).isEqualTo(2);
        assertThat(english.err()).contains("run.json: accroche: expected: a text");
        assertThat(french.err()).contains("run.json : accroche : attendu : un texte");
        assertThat(CommandLineRun.in(directory, "replay", "none.json").exitCode())
                .isEqualTo(3);
    }

    @Test
    void theRecordingIsNeverWrittenOver() throws IOException {
        Files.writeString(directory.resolve("run.json"), "{}");

        CommandLineRun replay = CommandLineRun.in(directory, "replay", "run.json", "-o", "json:run.json");

        assertThat(replay.exitCode()).isEqualTo(2);
        assertThat(Files.readString(directory.resolve("run.json"))).isEqualTo("{}");

        CommandLineRun byWholeName = CommandLineRun.in(
                directory,
                "replay",
                "run.json",
                "-o",
                "json:" + directory.resolve("run.json").toAbsolutePath());

        assertThat(byWholeName.err()).contains("is taken");
    }

    @Test
    void tracesOfAProxyAreJudgedAsFarAsTheyShowAnything() throws IOException {
        String session = "8b0c6a3e-6d0e-4b7e-9d5f-2f0f5a0c1d2e";
        String common =
                ", \"clientId\": \"alpha-edc-bas\", \"IdRPPS\": \"899900000001\", \"ipAddress\": \"/127.0.0.1\","
                        + " \"ports\": [4711], \"proxy_id_session\": \"" + session
                        + "\", \"session_state\": \"s-1\", \"dn\": null,"
                        + " \"timestamp\": \"2026-11-22T10:00:0";
        String sent =
                "\", \"apiRequest\": {\"nomApiPsc\": \"dmp\", \"methode\": \"POST\", \"path\": \"/send/dmp?ins=184\"}}";
        Files.writeString(
                directory.resolve("traces.json"),
                "[{\"type\": \"CONNECT_SUCCESS\"" + common + "0+01:00\"}, {\"type\": \"SEND\"" + common + "1+01:00"
                        + sent + "]");
        Files.writeString(
                directory.resolve("traces.ndjson"),
                "{\"type\": \"CONNECT_SUCCESS\"" + common + "0+01:00\"}\n{\"type\": \"SEND\"" + common + "1+01:00"
                        + sent + "\n");

        CommandLineRun replay =
                CommandLineRun.in(directory, "replay", "traces.json", "--architecture", "proxy-integre");
        CommandLineRun lines =
                CommandLineRun.in(directory, "replay", "traces.ndjson", "--architecture", "proxy-integre");

        assertThat(replay.exitCode()).as(replay.out() + replay.err()).isEqualTo(4);
        assertThat(replay.out())
                .contains(
                        "replayed from traces.json, recorded at 2026-11-22T09:00:00Z",
                        "Session alpha-edc-bas",
                        "not testable here",
                        "a proxy's /traces do not show this step")
                .doesNotContain(session, " failed", "ins=184");
        assertThat(CommandLineRun.in(
                                directory, "replay", "traces.json", "--architecture", "proxy-integre", "-o", "junit")
                        .out())
                .contains("a proxy's /traces do not show this step");
        assertThat(lines.out().replace("ndjson", "json")).isEqualTo(replay.out());
        assertThat(CommandLineRun.in(directory, "replay", "traces.json").exitCode())
                .isEqualTo(2);
    }

    private JsonObject report(String file) throws IOException {
        return Json.parseObject(Files.readAllBytes(directory.resolve(file)));
    }

    private static JsonObject judged(String report) {
        return Json.parseObject(report.getBytes(StandardCharsets.UTF_8)).with("replayed", new JsonNull());
    }
}
