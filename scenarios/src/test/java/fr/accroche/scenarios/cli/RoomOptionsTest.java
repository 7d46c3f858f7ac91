package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code up} refuses of those who share a chain, before it starts one. */
class RoomOptionsTest {

    private static final String SECRET = "s3cret-w0rd";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--state localhost:6379|--state (or ACCROCHE_STATE): expected redis://[user:password@]host[:port]",
                "--state http://localhost|--state (or ACCROCHE_STATE): expected redis://",
                "--state redis://u:s3cret-w0rd|--state (or ACCROCHE_STATE): expected redis://",
                "--state redis://:s3cret-w0rd#1@localhost|in a password, write / ? # % and @ so: %2F %3F %23 %25 %40",
                "--state redis://my_redis:70000|--state (or ACCROCHE_STATE): expected redis://",
                "--state redis://my_redis --room a/b|--room a/b: a name of 1 to 64 letters",
                "--state redis://my_redis --room=-a|--room -a: a name of 1 to 64 letters",
                "--state redis://my_redis --watch|--state does not go with --watch, --until and --timeout",
                "--state redis://my_redis --timeout 1s|--state does not go with --watch, --until and --timeout",
                "--state redis://my_redis --only nobody|--only nobody: expected among psc, api-psc",
                "--only psc|--only does not go without --state: the other links",
                "--published-ports 0|--published-ports 0: a block starts between 1 and",
                "--published-ports 65536|--published-ports 65536: a block starts between 1 and",
                "--published-ports x|--published-ports x: value refused; expected: BASE"
            })
    void whatCannotBeMeantIsRefused(String words, String said) {
        CommandLineRun run = up("none", words.split(" "));

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(said).doesNotContain(SECRET);
        assertThat(directory.resolve("none")).doesNotExist();
    }

    @Test
    void nothingIsStartedWhereNoRedisAnswers() throws IOException {
        int closed;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = free.getLocalPort();
        }

        CommandLineRun run = up("none", "--state", "redis://:" + SECRET + "@127.0.0.1:" + closed + "/1");

        assertThat(run.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("--state: no Redis or Valkey answers at redis://127.0.0.1:" + closed + "/1 (")
                .endsWith("start it or put the address right; nothing is started")
                .doesNotContain(SECRET);
        assertThat(directory.resolve("none")).doesNotExist();
    }

    private CommandLineRun up(String work, String... words) {
        List<String> all = new ArrayList<>(List.of("up", "--work", work));
        all.addAll(List.of(words));
        return CommandLineRun.in(directory, all.toArray(String[]::new));
    }
}
