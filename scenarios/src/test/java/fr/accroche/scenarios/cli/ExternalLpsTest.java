package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.Branch;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.external.ForeignLps;
import fr.accroche.scenarios.external.VendorProxyProcess;
import fr.accroche.scenarios.lps.LpsDefect;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.ClientSettings;
import fr.accroche.wire.Response;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.WireRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code accroche up --watch} with an LPS of somebody else's, over real sockets. */
@Timeout(180)
class ExternalLpsTest {

    private static final String EXTERNAL_LPS = "participants:\n  lps: { mode: external }\n";

    private static Declaration declaration;

    @TempDir
    private Path directory;

    private int base;

    @BeforeAll
    static void keysAreThere() throws Exception {
        TestFolders.open();
        declaration =
                DeclarationReader.read("proxy-integre.yaml", ShippedDeclaration.PROXY_INTEGRE.yaml(), LocalDate.now());
    }

    @BeforeEach
    void freeBlock() throws IOException {
        base = UpCommandTest.freeBlock();
        declare(EXTERNAL_LPS);
    }

    private void declare(String participants) throws IOException {
        String shipped = new String(ShippedDeclaration.PROXY_INTEGRE.yaml(), StandardCharsets.UTF_8);
        Files.writeString(directory.resolve("accroche.yaml"), shipped + "\n" + participants);
    }

    private RunningUp up(String... more) {
        List<String> words = new ArrayList<>(
                List.of("up", "--lang", "en", "--ports", String.valueOf(base), "--work", TestFolders.PATH.toString()));
        if (!List.of(more).contains("--ecps")) {
            words.addAll(List.of("--ecps", "allow"));
        }
        words.addAll(List.of(more));
        return RunningUp.in(directory, words.toArray(String[]::new));
    }

    private URI proxy() {
        return URI.create("https://localhost:" + (base + 7));
    }

    private static Operation operation(int number) {
        return declaration.operations().get(number);
    }

    @Test
    void saysWhoseTurnItIsAndEndsOnceEverythingWasCalled() throws Exception {
        ForeignLps lps = new ForeignLps(declaration);
        RunningUp up = up("--watch", "--until", "conforme", "--timeout", "2m", "--record", "run.json");

        assertThat(up.line(line -> line.startsWith("→")))
                .isEqualTo("→ no traffic seen; your LPS, client_id alpha-edc-bas: connect at " + proxy());
        lps.session(proxy(), operation(0));
        assertThat(up.line(line -> line.startsWith("→") && line.contains("alpha-clinique-edc-bas: connect")))
                .endsWith("connect at " + proxy());
        lps.session(proxy(), operation(1));

        assertThat(up.exitCode()).as(up.seen() + up.err()).isZero();
        assertThat(up.seen())
                .anyMatch(line -> line.startsWith("→ your LPS, client_id alpha-edc-bas: call "))
                .anyMatch(line -> line.startsWith("Verdict  conforming"))
                .noneMatch(line -> line.startsWith("! "));
        CommandLineRun replay = CommandLineRun.in(directory, "replay", "run.json");
        assertThat(replay.exitCode()).as(replay.out() + replay.err()).isZero();
        assertThat(replay.err()).isEmpty();
        assertThat(replay.out()).contains("Session alpha-edc-bas", "Session alpha-clinique-edc-bas", "  lps ");
    }

    @Test
    void aBreachIsSaidWhenItHappensAndEndsTheWait() throws Exception {
        RunningUp up = up("--watch", "--until", "conforme", "--timeout", "2m");
        up.line(line -> line.startsWith("→"));

        new ForeignLps(declaration).session(proxy(), operation(0), LpsDefect.USES_THE_NUMBER_OF_ANOTHER_LPS);

        assertThat(up.line(line -> line.startsWith("! "))).contains(" failed — ", "expected ", "observed ");
        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.seen()).anyMatch(line -> line.startsWith("Verdict  not conforming"));
    }

    @Test
    void endsAtTheFirstCompleteSessionWhereAVerdictIsAskedFor() throws Exception {
        RunningUp up = up("--until", "verdict", "--timeout", "2m");
        up.line(line -> line.startsWith("→"));

        new ForeignLps(declaration).session(proxy(), operation(1));

        assertThat(up.exitCode()).as(up.seen() + up.err()).isZero();
        assertThat(up.seen()).anyMatch(line -> line.startsWith("  lps "));
    }

    @Test
    void silenceIsSaidFirstAndIsNoVerdict() throws Exception {
        RunningUp up = up("--watch", "--until", "conforme", "--timeout", "1s", "--log-format", "json");

        assertThat(up.exitCode()).isEqualTo(4);
        assertThat(up.err()).contains("did not come in time").containsOnlyOnce("\"accroche.outcome\"");
        assertThat(up.seen())
                .contains("! No traffic from your LPS was seen. Your LPS is to be configured with:")
                .anyMatch(line -> line.startsWith("  proxy ") && line.endsWith(proxy().toString()));
    }

    @Test
    void bothEndsMayBeForeign() throws Exception {
        Properties set = VendorProxyProcess.configuration(declaration, base);
        try (VendorProxyProcess vendor = VendorProxyProcess.start(directory, set)) {
            declare(EXTERNAL_LPS + "  proxy: { mode: external, url: \"" + vendor.uri() + "\" }\n");
            RunningUp up = up("--watch", "--until", "conforme", "--timeout", "2m");

            assertThat(up.line(line -> line.contains("discoveryURL")))
                    .isEqualTo("  discoveryURL: \"" + set.getProperty("discovery") + "\"");
            assertThat(up.line(line -> line.startsWith("→"))).endsWith("connect at " + vendor.uri());
            for (Operation operation : declaration.operations()) {
                new ForeignLps(declaration).session(vendor.uri(), operation);
            }

            assertThat(up.exitCode()).as(up.seen() + up.err()).isZero();
            assertThat(up.seen())
                    .anyMatch(line ->
                            line.contains("token-exchange-endpoint: \"" + set.getProperty("route.dmp.token") + "\""))
                    .anyMatch(line -> line.contains(set.getProperty("client.alpha-edc-bas")));
        }
    }

    @Test
    void theProfessionalHasATurnToo() throws Exception {
        RunningUp up = up("--until", "verdict", "--timeout", "2m", "--ecps", "ask");
        up.line(line -> line.startsWith("→"));
        CompletableFuture<Void> session = CompletableFuture.runAsync(() -> {
            try {
                new ForeignLps(declaration).session(proxy(), operation(0));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        String turn = up.line(line -> line.startsWith("→ the professional"));
        assertThat(turn).startsWith("→ the professional, for alpha-edc-bas: approve at https://localhost:" + base);
        try (WireRuntime runtime = WireRuntime.start();
                WireClient person = new WireClient(
                        runtime,
                        ClientSettings.trusting(TestFolders.open().igc().roots(Branch.TEST)))) {
            String page = turn.substring(turn.indexOf("https://"));
            Response answer = person.send(
                    ClientRequest.post(URI.create(page), "application/x-www-form-urlencoded", "action=allow"));
            assertThat(answer.status()).as(answer.text()).isLessThan(400);
        }

        session.get(60, TimeUnit.SECONDS);
        assertThat(up.exitCode()).as(up.seen() + up.err()).isZero();
    }

    @Test
    void testSaysToWatchInstead() {
        CommandLineRun run = CommandLineRun.in(directory, "test");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("accroche.yaml:", "accroche up --watch");
    }

    @Test
    void anEndThatIsNoDurationIsRefused() {
        CommandLineRun run = CommandLineRun.in(directory, "up", "--timeout", "soon", "--work", "work");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--timeout soon", "10m");
    }
}
