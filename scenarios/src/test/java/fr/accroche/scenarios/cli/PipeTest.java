package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.scenarios.Programs;
import fr.accroche.scenarios.TestFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A named pipe that nobody writes to, wherever a file of a person's own is named: it is refused, and not waited for. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class PipeTest {

    private static final String PIPE = "a pipe, a socket or a device";

    @TempDir
    private Path directory;

    @BeforeEach
    void pipes() throws Exception {
        Assumptions.assumeTrue(Programs.present("mkfifo"), "mkfifo is not on the PATH: pipes are not tried");
        TestFolders.open();
        Files.createDirectory(directory.resolve("mine"));
        Files.writeString(directory.resolve("some.pem"), "no certificate\n");
        assertThat(Programs.run(directory, "mkfifo", "pipe", "mine/org-auth-cli.properties")
                        .exitCode())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            certs inspect pipe                              | 3 | pipe: format not recognised
            certs inspect some.pem --password-file pipe     | 3 | pipe: expected: a file
            certs check some.pem --password-file pipe       | 3 | pipe: expected: a file
            certs check pipe                                | 1 | F24
            certs check some.pem --key pipe                 | 1 | F24
            """)
    void isRefused(String line, int exitCode, String said) {
        String work = line.contains("check") ? " --work " + TestFolders.PATH : "";

        CommandLineRun run = CommandLineRun.in(directory, (line + work).split(" "));

        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
        assertThat(run.out() + run.err()).contains(said, PIPE);
    }

    @Test
    void isNoProfile() {
        CommandLineRun run = new Ordering(directory).run(Ordering.orgAuthCli(), "--profiles", "mine");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("org-auth-cli.properties: expected: a file; observed: " + PIPE);
        assertThat(directory.resolve("out")).doesNotExist();
    }

    @Test
    void isNoFileOfTheDeclaration() throws Exception {
        BroughtDeclaration brought = new BroughtDeclaration(directory);
        brought.declare("certificate: pipe, passwordFile: pipe");

        CommandLineRun run = brought.doctor();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("pipe is no file");
    }
}
