package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.FaultyFiles;
import fr.accroche.certs.FileFault;
import fr.accroche.certs.TestIgc;
import fr.accroche.certs.TestIgc.KeySizes;
import fr.accroche.scenarios.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateCheckCommandTest {

    private static final String[] NAMES = {"--client-id", "alpha-edc-bas", "--proxy-operator", "300000000010009"};

    @TempDir
    private static Path work;

    private static TestIgc igc;

    @TempDir
    private Path folder;

    @BeforeAll
    static void authorities() {
        igc = TestIgc.in(work, Clock.systemUTC(), new KeySizes(2048, 2048));
    }

    private CommandLineRun check(String file, String... options) throws Exception {
        Files.writeString(folder.resolve("password"), FaultyFiles.PASSWORD + "\n");
        String[] fixed = {"certs", "check", file, "--password-file", "password", "--work", work.toString()};
        return CommandLineRun.in(
                folder, Stream.of(fixed, options).flatMap(Stream::of).toArray(String[]::new));
    }

    private void broken(FileFault fault) {
        new FaultyFiles(igc).write(fault, folder);
    }

    @Test
    void saysInBothLanguagesWhatDiffersWhyAndWhoCanFixIt() throws Exception {
        broken(FileFault.COMMON_NAME);

        CommandLineRun english = check("client.p12", NAMES);
        CommandLineRun french = check(
                "client.p12",
                Stream.of(NAMES, new String[] {"--lang", "fr"})
                        .flatMap(Stream::of)
                        .toArray(String[]::new));

        assertThat(english.exitCode()).isEqualTo(ExitCode.NON_CONFORME);
        assertThat(english.out())
                .contains(
                        "✗ F1  The certificate's CN is not the client_id",
                        "CN = alpha-edc-bas",
                        "character 10 is '_', not '-'",
                        "remedy",
                        "operator of the proxy",
                        "IDN-01",
                        "client.p12: 1 wrong, 0 to watch");
        assertThat(french.out())
                .contains("Le CN du certificat n'est pas le client_id", "le caractère 10 est '_', et non '-'");
        assertThat(english.out() + english.err()).doesNotContain("PRIVATE KEY");
    }

    @Test
    void everyDefectIsSaidAtOnce() throws Exception {
        broken(FileFault.EXPIRED);

        CommandLineRun run =
                check("client.p12", "--client-id", "autre", "--proxy-operator", "1990000002", "--branch", "production");

        assertThat(run.out()).contains("✗ F1 ", "✗ F2 ", "✗ F10 ", "✗ F28 ");
    }

    @Test
    void aSoundFileHasNothingWrongWithIt() throws Exception {
        new FaultyFiles(igc).writeSound(FileFault.EXPIRED, folder);

        CommandLineRun run = check("client.p12", NAMES);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("client.p12: nothing wrong with it\n");
    }

    @Test
    void aCertificateAndItsKeyMayStandInTwoFiles() throws Exception {
        new FaultyFiles(igc).writeSound(FileFault.EXPIRED, folder);

        assertThat(check("client.pem", "--key", "client.key.pem").exitCode()).isZero();
    }

    /** What a space at the end, or a letter of another alphabet, looks like: nothing. Its code point is said. */
    @Test
    void aDifferenceThatNoEyeSeesIsSpelt() throws Exception {
        new FaultyFiles(igc).writeSound(FileFault.EXPIRED, folder);

        CommandLineRun run = check("client.p12", "--client-id", "alpha\u2010edc-bas");

        assertThat(run.out()).contains("character 6 is '-', not U+2010");
    }

    @Test
    void aSealIsCheckedAsASeal() throws Exception {
        broken(FileFault.SEAL);

        assertThat(check("client.p12", "--as", "sign").out()).contains("nothing wrong");
        assertThat(check("client.p12", "--as", "ssl-serv").out()).contains("✗ F43");
    }

    @Test
    void whatIsNoCertificateIsSaidToBeNone() throws Exception {
        new FaultyFiles(igc).writeSound(FileFault.EXPIRED, folder);

        CommandLineRun run = check("client.key.pem", "--lang", "en");

        assertThat(run.exitCode()).isEqualTo(ExitCode.NON_CONFORME);
        assertThat(run.out()).contains("✗ F24", "no certificate: a private key alone");
    }

    @Test
    void aPasswordThatIsMissingIsAskedForAndNoDefect() throws Exception {
        new FaultyFiles(igc).writeSound(FileFault.EXPIRED, folder);

        CommandLineRun run = CommandLineRun.in(folder, "certs", "check", "client.p12", "--work", work.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("client.p12", "no password given");
    }

    /** Two deliveries have two passwords; what is said of one file is not said of the other. */
    @Test
    void aSealHasAPasswordOfItsOwn() throws Exception {
        broken(FileFault.SEAL_OF_ANOTHER_NAME);
        Files.writeString(folder.resolve("other"), "not-the-password\n");

        CommandLineRun wrong = check("client.p12", "--seal", "cachet.p12", "--seal-password-file", "other");
        CommandLineRun right = check("client.p12", "--seal", "cachet.p12", "--seal-password-file", "password");

        assertThat(wrong.out()).contains("✗ F20", "where       cachet.p12", "1 wrong");
        assertThat(right.out()).contains("✗ F8", "1 wrong");
    }

    @Test
    void whatTheJudgeSaysIsInFrenchToo() throws Exception {
        broken(FileFault.WRONG_SIGNATURE);

        CommandLineRun run = check("client.p12", "--lang", "fr");

        assertThat(run.out())
                .contains("attendu     une signature faite par CN=", "observé     une autre signature sur CN=");
    }

    @Test
    void namesOfAClientAreAskedOfAClientOnly() throws Exception {
        broken(FileFault.SEAL);

        CommandLineRun run = check("client.p12", "--as", "sign", "--client-id", "alpha");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--client-id", "auth-cli");
    }

    /** Rule ENV-02. */
    @Test
    void aCertificateOfTheRealProductionIsRefused() throws Exception {
        named("AC IGC-SANTE ELEMENTAIRE ORGANISATIONS", "IGC-SANTE");

        CommandLineRun run = check("x.p12", NAMES);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("PRODUCTION", "it is refused", "certs order");
        assertThat(run.out()).isEmpty();
    }

    /** A vendor's real test certificate is what this is for: all but its authority can be checked. */
    @Test
    void aCertificateOfTheRealTestBranchIsCheckedAndItsAuthorityLeftOpen() throws Exception {
        named("TEST AC IGC-SANTE ELEMENTAIRE ORGANISATIONS", "IGC-SANTE TEST");

        CommandLineRun run = check("x.p12");

        assertThat(run.out()).contains("! F41", "the test IGC-Santé", "by its name alone");
    }

    /** A namesake of an authority: keytool signs it itself. */
    private void named(String commonName, String unit) throws Exception {
        String name = "CN=" + commonName + ", OU=" + unit + ", OU=0002 187512751, O=ASIP-SANTE, C=FR";
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String[] make = {keytool, "-genkeypair", "-alias", "x", "-keyalg", "RSA", "-dname", name};
        String[] into = {"-keystore", "x.p12", "-storepass", FaultyFiles.PASSWORD};
        Programs.run(folder, Stream.of(make, into).flatMap(Stream::of).toArray(String[]::new));
    }
}
