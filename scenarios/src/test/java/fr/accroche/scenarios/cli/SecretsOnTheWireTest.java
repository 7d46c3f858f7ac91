package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.scenarios.TestFolders;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What clients of a running chain send and get is in nothing that {@code accroche up} prints, logs, keeps or shows at its doors. */
@Timeout(120)
class SecretsOnTheWireTest {

    /** The contract of the ANS demonstrator writes the session's id there: it is its owner's file, and no session outlives the process. */
    private static final String TRACES = "proxy.ndjson";

    /** Where other tests, which share the folder, have ordered certificates. */
    private static final String ORDERS = "commandes";

    @TempDir
    private Path directory;

    private Overheard overheard;
    private OtlpReceiver collector;

    @BeforeEach
    void listen() throws IOException {
        TestFolders.open();
        collector = OtlpReceiver.start();
        overheard = new Overheard(directory);
    }

    @AfterEach
    void stop() {
        collector.close();
        overheard.close();
    }

    @Test
    void oneSessionOfEachKind() throws Exception {
        PlantedSecrets planted = new PlantedSecrets(directory, overheard.secrets);
        PlantedSecrets.Planted secrets = planted.declare();
        Path work = Files.createDirectory(directory.resolve("work"));
        copy(TestFolders.PATH, work);
        int base = UpCommandTest.freeBlock();
        RunningUp up = RunningUp.in(
                directory,
                "up",
                "--ports",
                String.valueOf(base),
                "--work",
                "work",
                "--no-doctor",
                "--watch",
                "--until",
                "verdict",
                "--timeout",
                "60s",
                "--otlp",
                collector.url(),
                "--record",
                "recorded.json");
        up.line(line -> line.startsWith("→"));

        String session;
        try (PlantingClient client = new PlantingClient(base, work, overheard, secrets)) {
            client.throughTheProxy(planted.request());
            JsonObject tokens = client.toPsc();
            client.toTheAuthorizationServer(tokens.text("access_token").orElseThrow(), planted.request());
            new PlantingBrowser(client).run();
            client.everywhere();
            client.administration();
            client.disconnect();
            session = client.session();
        }
        up.exitCode();
        overheard.heard("up", String.join("\n", up.seen()) + up.err());
        assertThat(collector.spans()).isNotEmpty();
        overheard.heard("telemetry", collector.text());
        overheard.run(
                "replay", "recorded.json", "-o", "text", "-o", "html:recorded.html", "-o", "sarif:recorded.sarif");

        overheard.heard(
                "the file of traces, but for that session",
                Files.readString(work.resolve("traces").resolve(TRACES)).replace(session, ""));

        assertThat(Files.readString(directory.resolve("recorded.json")))
                .contains("\"CIBA", "\"EXCHANGE\"", "\"BUSINESS\"", "\"AUTHORIZATION_CODE\"", "\"PROXY_SEND\"");
        overheard.learn(directory.resolve("work"));
        overheard.learn(directory.resolve("all"));
        overheard.assertNowhere(file -> file.equals(Path.of("accroche.yaml"))
                || file.startsWith("all")
                || file.toString().endsWith(".key.pem")
                || file.toString().endsWith(TRACES));
        assertOwnersOnly(".key.pem");
        assertOwnersOnly(TRACES);
    }

    private void assertOwnersOnly(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.filter(file -> file.toString().endsWith(ending)))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .as(file.toString())
                            .isEqualTo("rw-------"));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(each -> !each.equals(from))
                    .filter(each -> !from.relativize(each).startsWith(ORDERS))
                    .toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
