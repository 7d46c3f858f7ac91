package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.catalogue.Catalogue;
import fr.accroche.scenarios.TestFolders;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
        Process up = accroche("up", "--ports", String.valueOf(base), "--work", TestFolders.PATH.toString());
        try (BufferedReader out = up.inputReader(StandardCharsets.UTF_8)) {
            List<String> table = upTo(out, "ready; Ctrl-C");

            assertThat(table)
                    .anyMatch(line -> line.contains("https://localhost:" + (base + 7)))
                    .anyMatch(line -> line.contains("alpha-edc-bas-300000000010009.p12"))
                    .anyMatch(line -> line.contains("trust.pem"));

            up.toHandle().destroy();

            assertThat(upTo(out, "Verdict"))
                    .last()
                    .asString()
                    .contains("inconclusive", Catalogue.ALL.size() + " not reached");
            assertThat(up.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            up.destroyForcibly();
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
    void nobodyElseAnswersAtTheECps() {
        CommandLineRun run = CommandLineRun.in(directory, "up", "--work", "work", "--ecps", "perhaps");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(directory.resolve("work")).doesNotExist();
    }

    @Test
    void aMistakeLeavesNothingBehind() {
        CommandLineRun run = CommandLineRun.in(directory, "test", "--work", "work", "--fault", "nope");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(directory.resolve("work")).doesNotExist();
    }

    private Process accroche(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.language=en",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static List<String> upTo(BufferedReader out, String words) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            lines.add(line);
            if (line.contains(words)) {
                return lines;
            }
        }
        throw new AssertionError("it ended without '" + words + "': " + lines);
    }

    /** A block that was free a moment ago, below the ephemeral ports. */
    static int freeBlock() {
        for (int base = 21_000; base < 32_000; base += BLOCK) {
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
