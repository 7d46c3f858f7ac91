package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.Branch;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.Order;
import fr.accroche.certs.Profile;
import fr.accroche.certs.TestIgc;
import fr.accroche.compliance.text.Language;
import fr.accroche.scenarios.Programs;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class InspectCommandTest {

    private static final String SECRET = "secret-du-fichier";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    private static final HeldCertificate HELD = TestIgc.inMemory(CLOCK)
            .issue(new Order(
                    Profile.ORG_AUTH_CLI,
                    Branch.TEST,
                    "Paris (75)",
                    "LOGICIELS ALPHA",
                    "318751275100021",
                    "alpha-edc-bas",
                    List.of(),
                    CLOCK.instant(),
                    CLOCK.instant().plus(Duration.ofDays(900))));

    @TempDir
    private Path directory;

    @BeforeEach
    void aFileAndItsPassword() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "alpha", HELD.key(), SECRET.toCharArray(), HELD.chain().toArray(Certificate[]::new));
        try (OutputStream out = Files.newOutputStream(directory.resolve("alpha.p12"))) {
            store.store(out, SECRET.toCharArray());
        }
        Files.writeString(directory.resolve("password"), SECRET + "\n");
    }

    private CommandLineRun inspect(String... options) {
        return CommandLineRun.in(
                directory,
                Stream.concat(Stream.of("certs", "inspect", "alpha.p12"), Stream.of(options))
                        .toArray(String[]::new));
    }

    @Test
    void saysInBothLanguagesWhatTheFileHolds() {
        CommandLineRun english = inspect("--password-file", "password");
        CommandLineRun french = inspect("--password-file", "password", "--lang", "fr");

        assertThat(english.exitCode()).isZero();
        assertThat(english.out())
                .contains(
                        "PKCS#12",
                        "private key RSA 2048, that of the certificate — alias 'alpha'",
                        "3 = SIRET (establishment): 18751275100021, wrong key digit",
                        "simulated IGC, test branch",
                        "ORG AUTH_CLI",
                        "x5t#S256",
                        "0x83: test software certificate");
        assertThat(french.out())
                .contains(
                        "clé privée RSA 2048, celle du certificat — alias « alpha »",
                        "3 = SIRET (établissement) : 18751275100021, clé fausse",
                        "IGC simulée, branche de test",
                        "catégorie de produit (GIP-CPS) : 0x83 : certificat logiciel de test");
    }

    @Test
    void theJsonHasStableKeysAndNoSecret() throws Exception {
        CommandLineRun run = inspect("--password-file", "password", "-o", "json");
        JsonObject report = Json.parseObject(run.out().getBytes(StandardCharsets.UTF_8));
        JsonObject entry = report.array("entries").orElseThrow().objects().get(0);

        assertThat(report.members().keySet())
                .containsExactly("accroche", "file", "kind", "protection", "entries", "warnings");
        assertThat(entry.members().keySet()).containsExactly("alias", "kind", "key", "certificates");
        assertThat(entry.array("certificates")
                        .orElseThrow()
                        .objects()
                        .get(0)
                        .members()
                        .keySet())
                .containsExactly(
                        "subject",
                        "idNatStruct",
                        "issuer",
                        "tree",
                        "treeProven",
                        "productCategory",
                        "profile",
                        "notBefore",
                        "notAfter",
                        "daysLeft",
                        "key",
                        "signatureAlgorithm",
                        "serial",
                        "x5tS256",
                        "cnfAns",
                        "extensions");
        String key = Base64.getEncoder().encodeToString(HELD.key().getEncoded());
        assertThat(run.out() + run.err()).doesNotContain(SECRET, key.substring(60, 120));
    }

    @Test
    void aMissingAndAWrongPasswordAreSaidSo() throws Exception {
        Files.writeString(directory.resolve("other"), "autre");
        CommandLineRun missing = inspect();
        CommandLineRun wrong = inspect("--password-file", "other", "--lang", "fr");

        assertThat(missing.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(missing.err()).contains("alpha.p12", "no password given");
        assertThat(wrong.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.err())
                .contains("le fichier est bien formé, et rien ne s'ouvre")
                .doesNotContain("autre\n");
    }

    @Test
    void thePasswordComesFromTheEnvironmentOrAPersonAsWell() {
        assertThat(withPasswords(new PasswordOption.Sources(name -> SECRET, question -> Optional.empty())))
                .isZero();
        assertThat(withPasswords(
                        new PasswordOption.Sources(name -> null, question -> Optional.of(SECRET.toCharArray()))))
                .isZero();
    }

    private int withPasswords(PasswordOption.Sources sources) {
        StringWriter out = new StringWriter();
        PrintWriter to = new PrintWriter(out, true);
        Console console = new Console(new ByteArrayInputStream(new byte[0]), to, to, false, directory, Language.EN);
        return new CommandLine(new InspectCommand(console, CLOCK, sources))
                .setErr(to)
                .execute("alpha.p12");
    }

    @Test
    void aDamagedFileIsSaidWithItsPlace() throws Exception {
        byte[] bytes = Files.readAllBytes(directory.resolve("alpha.p12"));
        Files.write(directory.resolve("alpha.p12"), Arrays.copyOf(bytes, 1000));
        CommandLineRun run = inspect("--password-file", "password");

        assertThat(run.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(run.err()).contains("alpha.p12: recognised: PKCS#12; offset ", "cut short");
    }

    @Test
    void anAbsentFileIsSaidSo() {
        CommandLineRun run = CommandLineRun.in(directory, "certs", "inspect", "absent.pem");

        assertThat(run.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(run.err()).contains("absent.pem", "no such file");
    }

    @Test
    void theGroupAloneShowsItsCommands() {
        CommandLineRun run = CommandLineRun.in(directory, "certs");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("inspect");
    }

    @Test
    void aProductionCertificateByNameIsWarnedOf() throws Exception {
        String name = "CN=AC IGC-SANTE ELEMENTAIRE ORGANISATIONS, OU=IGC-SANTE, OU=0002 187512751, O=ASIP-SANTE, C=FR";
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String[] make = {keytool, "-genkeypair", "-alias", "x", "-keyalg", "EC", "-dname", name};
        String[] into = {"-keystore", "x.p12", "-storepass", SECRET};
        Programs.run(directory, Stream.of(make, into).flatMap(Stream::of).toArray(String[]::new));
        CommandLineRun run = CommandLineRun.in(directory, "certs", "inspect", "x.p12", "--password-file", "password");

        assertThat(run.out()).contains("Warning", "PRODUCTION", "says, by its issuer's name");
    }
}
