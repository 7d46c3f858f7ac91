package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.catalogue.Catalogue;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.text.Language;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.wire.state.StateUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class UpCommandTest {

    private static final int BLOCK = 9;

    @TempDir
    private Path directory;

    @BeforeAll
    static void keysAreThere() {
        TestFolders.open();
    }

    @Test
    @Timeout(120)
    void startsPrintsItsTableAndGivesAVerdictWhenItIsStopped() throws Exception {
        int base = freeBlock();
        try (UpProcess up = UpProcess.start(directory, base, TestFolders.PATH)) {
            List<String> table = up.upTo("ready; Ctrl-C");

            assertThat(table)
                    .anyMatch(line -> line.contains("https://localhost:" + (base + 7)))
                    .anyMatch(line ->
                            line.contains("/realms/dmp/") && line.endsWith("insi, on, signsessiondata likewise"))
                    .anyMatch(line -> line.contains("alpha-edc-bas-300000000010009.p12"))
                    .anyMatch(line -> line.contains("trust.pem"));

            assertThat(up.stops()).isTrue();

            assertThat(up.upTo("Verdict"))
                    .last()
                    .asString()
                    .contains("inconclusive", Catalogue.ALL.size() + " not reached");
        }
    }

    @Test
    void aBusyPortIsNamedWithItsServerAndNothingStaysOpen() throws IOException {
        int base = freeBlock();
        try (ServerSocket taken = new ServerSocket(base + 7, 1, InetAddress.getLoopbackAddress())) {
            for (String command : List.of("test", "up")) {
                CommandLineRun run = CommandLineRun.in(
                        directory, command, "--ports", String.valueOf(base), "--work", TestFolders.PATH.toString());

                assertThat(run.exitCode()).isEqualTo(3);
                assertThat(run.err().lines())
                        .singleElement()
                        .asString()
                        .contains("proxy: port " + taken.getLocalPort() + " is taken", "--ports");
                assertThat(run.out()).isEmpty();
            }
        }
        for (int port = base; port < base + BLOCK; port++) {
            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
        }
    }

    @Test
    @Timeout(60)
    void whatFailsOnceAChainListensEndsItWithItsVerdict() {
        StringWriter err = new StringWriter();

        int exitCode = failing(new IllegalArgumentException("no more of this"), err);

        assertThat(exitCode).isEqualTo(ExitCode.INCONCLUSIVE);
        assertThat(err.toString()).contains("internal error").contains("no more of this");
    }

    @Test
    @Timeout(60)
    void aStateThatIsAwayOnceAChainListensIsNotSaidToHaveKeptItFromStarting() {
        StringWriter err = new StringWriter();

        int exitCode = failing(new StateUnavailableException("redis://127.0.0.1:1/0", new IOException("gone")), err);

        assertThat(exitCode).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(err.toString())
                .contains("no Redis or Valkey answers at redis://127.0.0.1:1/0 (gone)")
                .doesNotContain("nothing is started", "internal error");
    }

    /** What {@code up} exits with where its table cannot be printed to its end; its verdict came before. */
    private int failing(RuntimeException failure, StringWriter err) {
        int base = freeBlock();
        StringWriter out = new StringWriter();
        Console console = new Console(
                InputStream.nullInputStream(),
                new PrintWriter(out) {
                    @Override
                    public void println(String line) {
                        if (line.startsWith("ready; Ctrl-C")) {
                            throw failure;
                        }
                        super.println(line);
                    }
                },
                new PrintWriter(err),
                false,
                directory,
                Language.EN);

        int exitCode = Main.run(
                new String[] {"up", "--ports", String.valueOf(base), "--work", TestFolders.PATH.toString()},
                console,
                Locale.ENGLISH);

        assertThat(out.toString()).contains("Verdict  inconclusive");
        assertThat(free(base)).isTrue();
        return exitCode;
    }

    @Test
    void nobodyElseAnswersAtTheECps() {
        CommandLineRun run = CommandLineRun.in(directory, "up", "--work", "work", "--ecps", "perhaps");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--ecps perhaps: value refused; expected: allow|ask");
        assertThat(directory.resolve("work")).doesNotExist();
    }

    @Test
    void aRecordingIsNeverWrittenOverTheDeclaration() throws IOException {
        Files.write(directory.resolve("mine.yaml"), ShippedDeclaration.PROXY_INTEGRE.yaml());

        CommandLineRun run =
                CommandLineRun.in(directory, "up", "--work", "work", "-c", "mine.yaml", "--record", "./mine.yaml");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--record ./mine.yaml: is the declaration's file");
    }

    @Test
    void aMistakeLeavesNothingBehind() {
        CommandLineRun run = CommandLineRun.in(directory, "test", "--work", "work", "--fault", "nope");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(directory.resolve("work")).doesNotExist();
    }

    /** A block that was free a moment ago, below the ephemeral ports; builds beside this one look elsewhere. */
    static int freeBlock() {
        return freeBlock(21_000 + BLOCK * (int) (ProcessHandle.current().pid() % 1_000));
    }

    /** The first from here on. */
    static int freeBlock(int first) {
        for (int base = first; base < 32_000; base += BLOCK) {
            if (free(base)) {
                return base;
            }
        }
        throw new AssertionError("no free block of ports");
    }

    private static boolean free(int base) {
        List<ServerSocket> taken = new ArrayList<>();
        try {
            for (int port = base; port < base + BLOCK; port++) {
                taken.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
            }
            return true;
        } catch (IOException busy) {
            return false;
        } finally {
            taken.forEach(UpCommandTest::close);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
