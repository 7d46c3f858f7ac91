package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.scenarios.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Known secrets in every input of every command are in nothing that it prints, logs or writes. */
class SecretsNowhereTest {

    private static final String[] EVERY_FORM = {
        "-o", "text", "-o", "json:%s.json", "-o", "junit:%s.xml", "-o", "sarif:%s.sarif", "-o", "html:%s.html"
    };

    @TempDir
    private Path directory;

    private Overheard overheard;
    private PlantedSecrets planted;

    @BeforeAll
    static void keysAreThere() {
        TestFolders.open();
    }

    @BeforeEach
    void listen() throws IOException {
        overheard = new Overheard(directory);
        planted = new PlantedSecrets(directory, overheard.secrets);
    }

    @AfterEach
    void stop() {
        overheard.close();
    }

    @Test
    void runsOnADeclarationFullOfThem() throws IOException {
        planted.declare();
        Files.writeString(
                directory.resolve("explain.yaml"),
                Files.readString(directory.resolve("accroche.yaml"))
                        .replace("settings: {", "settings: { enforcement: explain,"));
        Files.write(directory.resolve("request.xml"), planted.request());
        overheard.learn(directory.resolve("all"));

        overheard.run(
                "check", "-o", "text", "-o", "json:check.json", "-o", "sarif:check.sarif", "-o", "html:check.html");
        overheard.run("doctor", "--ports", "0", "--work", TestFolders.PATH.toString());
        CommandLineRun sound = reported("run", "test", "--client-id", PlantedSecrets.CLIENT);
        reported(
                "broken",
                "test",
                "--client-id",
                PlantedSecrets.CLIENT,
                "--fault",
                "lps-with-another-secret",
                "-c",
                "explain.yaml");
        reported(
                "own",
                "test",
                "--client-id",
                PlantedSecrets.CLIENT,
                "--request",
                "request.xml",
                "--teleservice",
                "insi");
        overheard.run(
                "test",
                "--client-id",
                PlantedSecrets.CLIENT,
                "--suite",
                "proxy",
                "--case",
                "traces-are-not-for-everyone",
                "-o",
                "text",
                "-o",
                "json:suite.json",
                "-o",
                "junit:suite.xml");
        Files.writeString(directory.resolve("scenarios.yaml"), """
                version: 1
                scenarios:
                  - { id: planted, title: Planted, clientIds: [%s], expect: { outcome: non-conforming } }
                """.formatted(PlantedSecrets.CLIENT));
        CommandLineRun played = reported("played", "test", "scenarios.yaml");
        reported("again", "replay", "run.json");
        Files.writeString(directory.resolve("calls.har"), planted.har());
        CommandLineRun har = reported("har", "replay", "calls.har");
        overheard.run("report", "pmt", "run.json", "-o", "text", "-o", "html:pmt.html");
        CommandLineRun archive =
                overheard.run("report", "evidence", "broken.json", "-c", "explain.yaml", "-o", "evidence.zip");
        overheard.run("report", "diff", "run.json", "broken.json");
        overheard.run("report", "diff", "run.json", "broken.json", "-o", "json", "--lang", "fr");

        overheard.learn(TestFolders.PATH.resolve("certs"));
        overheard.assertNowhere(file -> file.toString().endsWith(".yaml")
                || file.equals(Path.of("request.xml"))
                || file.equals(Path.of("calls.har"))
                || file.startsWith("all"));
        assertThat(har.err()).contains("calls.har: 1 of its 6 calls");
        assertThat(sound.exitCode()).as(sound.err()).isZero();
        assertThat(played.exitCode()).as(played.err()).isEqualTo(1);
        assertThat(archive.exitCode()).as(archive.err()).isZero();
        assertThat(Files.readAllBytes(directory.resolve("evidence.zip"))).startsWith('P', 'K');
    }

    private CommandLineRun reported(String name, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        for (String word : EVERY_FORM) {
            all.add(word.formatted(name));
        }
        return overheard.run(all.toArray(String[]::new));
    }
}
