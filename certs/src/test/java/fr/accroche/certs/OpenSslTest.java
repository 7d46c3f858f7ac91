package fr.accroche.certs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.Processes.Ended;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another implementation agrees with what is written. */
class OpenSslTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    @BeforeEach
    void needsOpenSsl() {
        Assumptions.assumeTrue(present(), "openssl is not on the PATH: cross-check skipped");
    }

    @Test
    void verifiesEachProfileForItsPurpose() throws Exception {
        assertThat(verify(Fixtures.authCli(), "sslclient").output()).endsWith("OK\n");
        assertThat(verify(Fixtures.servSsl(), "sslserver").output()).endsWith("OK\n");
        assertThat(verify(Fixtures.sign(), "smimesign").output()).endsWith("OK\n");
        assertThat(verify(Fixtures.sign(), "sslclient").code()).isNotZero();
        assertThat(verify(Fixtures.authCli().withBranch(Branch.PRODUCTION), "sslclient")
                        .code())
                .isNotZero();
    }

    @Test
    void seesTheExpiryOfACertificateMadeExpired() throws Exception {
        Order expired = Fixtures.authCli()
                .withValidity(Fixtures.NOW.minus(Duration.ofDays(2)), Fixtures.NOW.minus(Duration.ofDays(1)));

        Ended ended = verify(expired, "sslclient");

        assertThat(ended.code()).isNotZero();
        assertThat(ended.output()).contains("certificate has expired");
    }

    @Test
    void readsThePkcs12AsThePlatformDeliversIt() throws Exception {
        HeldCertificate held = issue(Fixtures.authCli());
        String p12 = certificates().files("alpha").p12().toString();

        Ended info = openssl("pkcs12", "-info", "-nokeys", "-in", p12, "-passin", "pass:" + String.valueOf(PASSWORD));
        Ended wrong = openssl("pkcs12", "-nokeys", "-in", p12, "-passin", "pass:wrong");

        assertThat(info.code()).as(info.output()).isZero();
        assertThat(info.output())
                .contains("MAC: sha1, Iteration 2048")
                .contains("pbeWithSHA1And3-KeyTripleDES-CBC, Iteration 2048")
                .contains("localKeyID")
                .doesNotContain("friendlyName");
        assertThat(info.output().split("-----BEGIN CERTIFICATE-----"))
                .hasSize(1 + held.chain().size());
        assertThat(info.output().replace(" = ", "="))
                .containsSubsequence("CN=alpha-edc-bas", "CN=TEST AC SIMULEE", "CN=TEST AC RACINE");
        assertThat(wrong.code()).isNotZero();
        assertThat(wrong.output()).contains("Mac verify error");
    }

    @Test
    void readsTheModernDialectAndRefusesTheLegacyOneUnlessTold() throws Exception {
        HeldCertificate held = Fixtures.IGC.issue(Fixtures.authCli(), Fixtures.KEY);
        Path modern = written(held, Pkcs12Dialect.MODERN);
        Path legacy = written(held, Pkcs12Dialect.LEGACY);

        assertThat(info(modern).output())
                .contains("MAC: sha256")
                .contains("PBES2, PBKDF2, AES-256-CBC", "PRF hmacWithSHA256")
                .contains("localKeyID")
                .doesNotContain("RC2", "3-KeyTripleDES");
        assertThat(info(legacy, "-legacy").output()).contains("pbeWithSHA1And40BitRC2-CBC", "CN=alpha-edc-bas");
        Assumptions.assumeTrue(
                openssl("version").output().startsWith("OpenSSL 3"), "openssl is not of version 3: RC2 is not refused");
        assertThat(info(legacy).code()).isNotZero();
        assertThat(info(legacy).output()).contains("unsupported", "RC2-40-CBC");
    }

    private Path written(HeldCertificate held, Pkcs12Dialect dialect) {
        Path file = folder.resolve(dialect + ".p12");
        PrivateFiles.writeSecret(file, Pkcs12.encode(held, PASSWORD, dialect, Fixtures.IGC.random()));
        return file;
    }

    /** What it says of a file, without the certificates: base64 may spell any algorithm's name. */
    private static Ended info(Path p12, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(
                List.of("pkcs12", "-info", "-nokeys", "-in", p12.toString(), "-passin", "pass:changeit"));
        arguments.addAll(List.of(more));
        Ended ended = openssl(arguments.toArray(String[]::new));
        String told = ended.output().replaceAll("(?s)-----BEGIN.*?-----END[^\n]*", "");
        return new Ended(ended.code(), told.replace(" = ", "="));
    }

    @Test
    void readsTheKeyAndTheTruststore() throws Exception {
        issue(Fixtures.authCli());
        TrustFiles trust = certificates().trust("trust", Branch.TEST, PASSWORD);

        assertThat(openssl("pkey", "-in", certificates().files("alpha").key().toString(), "-noout", "-check")
                        .output())
                .contains("Key is valid");
        assertThat(openssl(
                                "pkcs12",
                                "-in",
                                trust.p12().toString(),
                                "-nokeys",
                                "-passin",
                                "pass:" + String.valueOf(PASSWORD))
                        .output())
                .contains("TEST AC RACINE SIMULEE ELEMENTAIRE");
    }

    private Ended verify(Order order, String purpose) throws Exception {
        issue(order);
        TrustFiles trust = certificates().trust("trust", Branch.TEST, PASSWORD);
        String chain = certificates().files("alpha").chain().toString();
        Instant at = Fixtures.NOW;
        return openssl(
                "verify",
                "-x509_strict",
                "-attime",
                Long.toString(at.getEpochSecond()),
                "-purpose",
                purpose,
                "-CAfile",
                trust.pem().toString(),
                "-untrusted",
                chain,
                chain);
    }

    private HeldCertificate issue(Order order) {
        PrivateFiles.writeSecret(folder.resolve("alpha.key.pem"), Pem.encode(Fixtures.KEY.getPrivate()));
        return certificates().issueOrReuse("alpha", order, PASSWORD);
    }

    private CertificateFolder certificates() {
        return new CertificateFolder(folder, Fixtures.IGC);
    }

    private static Ended openssl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        return Processes.run(command);
    }

    private static boolean present() {
        try {
            return openssl("version").code() == 0;
        } catch (Exception absent) {
            return false;
        }
    }
}
