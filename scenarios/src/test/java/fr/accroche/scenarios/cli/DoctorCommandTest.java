package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.Branch;
import fr.accroche.certs.RevocationRegister;
import fr.accroche.compliance.text.Language;
import fr.accroche.scenarios.Programs;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code accroche doctor}, and what {@code test} and {@code up} do with it. */
class DoctorCommandTest {

    private static final String SECRET = "a-word-that-nobody-prints";

    @TempDir
    private Path directory;

    private BroughtDeclaration brought;

    @BeforeEach
    void keysAreThere() {
        TestFolders.open();
        brought = new BroughtDeclaration(directory);
    }

    @Test
    void whatWasOrderedForTheDeclarationIsSound() throws Exception {
        brought.order();

        CommandLineRun run = brought.doctor();

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("✓ alpha-edc-bas: certificate all/", "CN=alpha-edc-bas,OU=300000000010009", "1094 days left")
                .contains(
                        "✓ alpha-edc-bas: seal all/", "✓ alpha-edc-bas: truststore all/", "accepts accroche's servers")
                .contains("· alpha-edc-bas: seal all/", "in PSC mode", "F8")
                .contains("· alpha-clinique-edc-bas — declares no file: nothing to examine")
                .contains("✓ clock")
                .endsWith("ready: nothing wrong\n")
                .doesNotContain("✗", "!", secretOf("all/alpha-edc-bas-300000000010009"));
    }

    @Test
    void aSealOfAnotherThanTheLpsOperatorIsNamed() throws Exception {
        brought.order();
        String seal = "all/clinique-cachet-1990000002";
        brought.declare("seal: %s, sealPasswordFile: %s"
                .formatted(brought.one(seal, "asip*.p12"), brought.one(seal, "*.password.txt")));

        CommandLineRun run = brought.doctor();

        assertThat(run.exitCode()).as(run.out()).isEqualTo(1);
        assertThat(run.out())
                .contains("✗ alpha-edc-bas: seal " + seal, "expected OU = 300000000010009, the idNatStruct of alpha")
                .contains("observed: 1990000002", "to do: order the seal (ORG SIGN)", "not ready: 1 wrong");

        Path declaration = directory.resolve("accroche.yaml");
        Files.writeString(
                declaration, Files.readString(declaration).replaceFirst("operator: alpha,", "operator: clinique,"));
        assertThat(brought.doctor().exitCode()).isZero();
    }

    private String secretOf(String folder) throws Exception {
        return Files.readString(directory.resolve(brought.one(folder, "*.password.txt")))
                .strip();
    }

    @Test
    void pathsStartFromTheDeclarationsFolder() throws Exception {
        brought.order();
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));

        CommandLineRun run = CommandLineRun.in(
                elsewhere, "doctor", "-c", "../accroche.yaml", "--ports", "0", "--work", TestFolders.PATH.toString());

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    }

    @Test
    void aWrongPasswordIsNamedAndNeverShown() throws Exception {
        brought.order();
        brought.password(brought.one("all/alpha-edc-bas-300000000010009", "*.password.txt"), SECRET);

        CommandLineRun run = brought.doctor();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "✗ alpha-edc-bas: certificate all/", "    ✗ F20 ", "remedy", "not ready: 1 wrong, 0 to watch");
        assertThat(run.out() + run.err()).doesNotContain(SECRET);
    }

    @Test
    void whatIsNotThereIsNamedWithWhatToDo() throws Exception {
        brought.password("password.txt", SECRET);
        Files.createDirectory(directory.resolve("folder"));
        Files.write(directory.resolve("latin"), new byte[] {(byte) 0xe9, (byte) 0xff});
        Files.setPosixFilePermissions(directory.resolve("latin"), PosixFilePermissions.fromString("rw-------"));
        brought.declare("certificate: nowhere.p12, passwordFile: nowhere.txt, seal: folder,"
                + " truststore: accroche.yaml, truststorePasswordFile: latin");

        CommandLineRun run = brought.doctor();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("nowhere.p12 does not exist", "nowhere.txt does not exist", "a path from its folder")
                .contains("folder is no file", "latin: the first line is no UTF-8 text", "alone, on one line")
                .contains("not ready: 4 wrong, 0 to watch");
    }

    @Test
    void aPasswordThatNoFileHoldsIsAskedForByItsKey() throws Exception {
        brought.order();
        String p12 = brought.one("all/alpha-edc-bas-300000000010009", "asip*.p12");
        brought.declare("certificate: " + p12);

        CommandLineRun run = brought.doctor();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("F20", "declare the file of its password (passwordFile");
    }

    @Test
    void secretsThatOthersCanReadAreWarnedOf() throws Exception {
        brought.order();
        String p12 = brought.one("all/alpha-edc-bas-300000000010009", "asip*.p12");
        String password = brought.one("all/alpha-edc-bas-300000000010009", "*.password.txt");
        for (String secret : List.of(p12, password, "trust.txt")) {
            Files.setPosixFilePermissions(directory.resolve(secret), PosixFilePermissions.fromString("rw-r--r--"));
        }

        CommandLineRun run = brought.doctor();

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("chmod 600 " + directory.resolve(p12), "chmod 600 " + directory.resolve(password))
                .contains("chmod 600 " + directory.resolve("trust.txt"))
                .endsWith("ready: nothing wrong, 3 to watch\n");
    }

    @Test
    void aCertificateOfTheRealProductionIsRefused() throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String name = "CN=AC IGC-SANTE ELEMENTAIRE ORGANISATIONS, OU=IGC-SANTE, OU=0002 187512751, O=ASIP-SANTE, C=FR";
        Programs.run(
                directory,
                keytool,
                "-genkeypair",
                "-alias",
                "x",
                "-keyalg",
                "EC",
                "-dname",
                name,
                "-keystore",
                "x.p12",
                "-storepass",
                SECRET);
        Files.setPosixFilePermissions(directory.resolve("x.p12"), PosixFilePermissions.fromString("rw-------"));
        brought.password("password.txt", SECRET);
        brought.declare("certificate: x.p12, passwordFile: password.txt");

        CommandLineRun run = brought.doctor();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("PRODUCTION", "it is refused", "not ready: 1 wrong");
    }

    @Test
    void testAndUpDoNotStartOnFilesThatAreWrongUnlessTold() throws Exception {
        brought.declare("certificate: nowhere.p12");

        for (String command : List.of("test", "up")) {
            CommandLineRun run = CommandLineRun.in(directory, command, "--work", TestFolders.PATH.toString());

            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("✗ alpha-edc-bas: certificate nowhere.p12", "does not exist");
            assertThat(run.err().lines().toList().get((int) run.err().lines().count() - 1))
                    .contains("--no-doctor");
        }
        CommandLineRun other = CommandLineRun.in(directory, "test", "--client-id", "alpha-clinique-edc-bas");
        CommandLineRun told = CommandLineRun.in(directory, "test", "--client-id", "alpha-edc-bas", "--no-doctor");

        assertThat(other.exitCode()).as(other.err()).isZero();
        assertThat(told.exitCode()).as("the chain would have to present it").isEqualTo(3);
        assertThat(told.err()).contains("the chain uses the files that are declared");
    }

    @Test
    void filesThatAreSoundDoNotChangeARun() throws Exception {
        brought.order();

        CommandLineRun run = CommandLineRun.in(directory, "test", "--client-id", "alpha-edc-bas");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
    }

    /** As the servers of the chain would: by what the test IGC-Santé publishes. */
    @Test
    void aRevokedCertificateIsNamed() throws Exception {
        brought.order();
        X509Certificate leaf = Ordering.chain(brought.directory().resolve("all/alpha-edc-bas-300000000010009"))
                .get(0);
        RevocationRegister register = TestFolders.open().igc().revocations();
        register.revoke(Branch.TEST, leaf.getSerialNumber());
        try {
            CommandLineRun run = brought.doctor("-o", "json");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(BroughtDeclaration.ids(run)).containsExactly("F30");
        } finally {
            register.restore(Branch.TEST, leaf.getSerialNumber());
        }
    }

    @Test
    void aBusyPortIsNamedWithItsServer() throws Exception {
        int base = UpCommandTest.freeBlock();
        CommandLineRun free = brought.doctor("--ports", String.valueOf(base));
        CommandLineRun run;
        try (ServerSocket taken = new ServerSocket(base + 7, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            run = brought.doctor("--ports", String.valueOf(base));
        }

        assertThat(free.out()).contains("✓ ports " + base + " to " + (base + 8) + " — free");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("✗ port " + (base + 7) + " (proxy) — taken by another program", "--ports")
                .contains("not ready: 1 wrong");
    }

    @Test
    void aClockBeforeTheAuthoritiesIsNamedAndReplacesNothing() throws Exception {
        Path root = TestFolders.PATH.resolve("igc/test/racine.pem");
        byte[] before = Files.readAllBytes(root);
        StringWriter out = new StringWriter();
        Console console = new Console(
                InputStream.nullInputStream(),
                new PrintWriter(out, true),
                new PrintWriter(out, true),
                false,
                directory,
                Language.EN);
        Clock late = Clock.offset(Clock.systemUTC(), Duration.ofDays(-3650));

        int exitCode = new CommandLine(new DoctorCommand(console, late))
                .execute("--ports", "0", "--work", TestFolders.PATH.toString());

        assertThat(exitCode).isEqualTo(1);
        assertThat(out.toString()).contains("✗ clock — ", "'not yet valid' (F29)", "NTP");
        assertThat(root).hasBinaryContent(before);
    }

    @Test
    void jsonStandsAloneOnStandardOutput() throws Exception {
        brought.declare("certificate: nowhere.p12");

        CommandLineRun run = brought.doctor("-o", "json");

        JsonObject report = Json.parseObject(run.out().getBytes(StandardCharsets.UTF_8));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(report.array("points").orElseThrow().objects())
                .extracting(point -> point.text("level").orElseThrow())
                .containsExactly("FAIL", "INFO", "INFO", "OK");
        assertThat(report.array("points").orElseThrow().objects().get(0).text("remedy"))
                .hasValueSatisfying(remedy -> assertThat(remedy).contains("a path from its folder"));
    }

    @Test
    void anUnreadableDeclarationIsAUsageError() throws Exception {
        Files.writeString(directory.resolve("accroche.yaml"), "version: 2\n");

        CommandLineRun run = brought.doctor();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("accroche.yaml:1");
    }
}
