package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.scenarios.TestFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the password of an ordered PKCS#12 comes from. */
class OrderPasswordTest {

    private static final String PASSWORD = "a-fine-password";

    @TempDir
    private Path directory;

    private Ordering ordering;

    @BeforeEach
    void smallKeys() {
        TestFolders.open();
        ordering = new Ordering(directory);
    }

    @Test
    void aPasswordComesFromAFile() throws Exception {
        Files.writeString(directory.resolve("pw"), PASSWORD + "\nanother line\n");

        assertThat(ordering.run(Ordering.orgAuthCli(), "--password-file", "pw").exitCode())
                .isZero();

        assertThat(ordering.opens(PASSWORD)).isTrue();
        assertThat(Ordering.files(directory.resolve("out"), ".password.txt")).isEmpty();
    }

    @Test
    void elseFromTheEnvironment() throws Exception {
        PasswordOption.Sources passwords = new PasswordOption.Sources(name -> PASSWORD, question -> Optional.empty());

        CommandLineRun run = ordering.run(passwords, Ordering.orgAuthCli());

        assertThat(run.out()).contains("the one that you gave").doesNotContain(PASSWORD);
        assertThat(ordering.opens(PASSWORD)).isTrue();
    }

    @Test
    void elseFromSomeoneWhoTypesItTwice() throws Exception {
        PasswordOption.Sources passwords =
                new PasswordOption.Sources(name -> "", question -> Optional.of(PASSWORD.toCharArray()));

        assertThat(ordering.run(passwords, Ordering.orgAuthCli()).exitCode()).isZero();

        assertThat(ordering.opens(PASSWORD)).isTrue();
    }

    @Test
    void twoPasswordsThatDifferOrderNothing() {
        PasswordOption.Sources passwords =
                new PasswordOption.Sources(name -> "", question -> Optional.of(question.toCharArray()));

        CommandLineRun run = ordering.run(passwords, Ordering.orgAuthCli());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("the two passwords that were typed differ");
        assertThat(directory.resolve("out")).doesNotExist();
    }

    @Test
    void anEmptyFileIsNoPassword() throws Exception {
        Files.writeString(directory.resolve("pw"), "\n");

        CommandLineRun run = ordering.run(Ordering.orgAuthCli(), "--password-file", "pw");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("at least 6 characters, in ASCII");
        assertThat(directory.resolve("out")).doesNotExist();
    }
}
