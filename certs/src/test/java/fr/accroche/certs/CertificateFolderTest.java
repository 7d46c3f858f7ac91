package fr.accroche.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateFolderTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    @BeforeEach
    void keepKey() {
        PrivateFiles.writeSecret(folder.resolve("alpha.key.pem"), Pem.encode(Fixtures.KEY.getPrivate()));
    }

    @Test
    void makesAKeyOfTheSizeOfItsIgc() {
        HeldCertificate held = certificates().issueOrReuse("new", Fixtures.authCli(), PASSWORD);

        assertThat(((RSAKey) held.key()).getModulus().bitLength()).isEqualTo(2048);
        assertThat(held.key()).isNotEqualTo(Fixtures.KEY.getPrivate());
    }

    @Test
    void reusesKeyAndCertificateWhileTheyFit() {
        HeldCertificate first = issue(Fixtures.servSsl());
        HeldCertificate second = issue(
                Fixtures.servSsl().withValidity(Fixtures.NOW.minusSeconds(1), Fixtures.NOW.plus(Duration.ofDays(900))));

        assertThat(second.chain()).isEqualTo(first.chain());
        assertThat(second.key()).isEqualTo(first.key());
    }

    @Test
    void keepsTheKeyAndIssuesAnewWhenTheOrderChanges() {
        HeldCertificate last = issue(Fixtures.authCli());
        List<Order> changed = List.of(
                Fixtures.authCli().withCommonName("beta"),
                Fixtures.authCli().withIdNatStruct("300000000010001"),
                Fixtures.authCli().withProfile(Profile.ORG_SIGN),
                Fixtures.authCli().withBranch(Branch.PRODUCTION),
                Fixtures.servSsl(),
                Fixtures.servSsl().withNames(List.of("localhost")),
                Fixtures.authCli());
        for (Order order : changed) {
            HeldCertificate next = issue(order);

            assertThat(next.certificate()).as(order.toString()).isNotEqualTo(last.certificate());
            assertThat(next.key()).isEqualTo(last.key());
            assertThat(SubjectName.of(next.certificate().getSubjectX500Principal()))
                    .isEqualTo(SubjectName.of(order.subject(ProfileShape.of(order.profile()))));
            last = next;
        }
    }

    @Test
    void issuesAnewOnTheLastDay() {
        Order order = Fixtures.authCli();
        HeldCertificate first = issueAt(Fixtures.NOW, order);
        Order later = order.withValidity(order.notBefore(), order.notAfter().plus(Duration.ofDays(900)));

        assertThat(issueAt(order.notAfter().minus(Duration.ofDays(1)).minusSeconds(1), later)
                        .chain())
                .isEqualTo(first.chain());
        assertThat(issueAt(order.notAfter().minus(Duration.ofDays(1)), later).certificate())
                .isNotEqualTo(first.certificate());
    }

    @Test
    void neverTakesASoundCertificateForOneThatIsExpiredOnPurpose() {
        Order expired = Fixtures.authCli()
                .withValidity(
                        Fixtures.NOW.minus(Duration.ofDays(9)),
                        Fixtures.NOW.minus(Duration.ofDays(8)).plusMillis(7));
        HeldCertificate sound = issue(Fixtures.authCli());

        HeldCertificate wrong = issue(expired);

        assertThat(wrong.certificate()).isNotEqualTo(sound.certificate());
        assertThat(wrong.certificate().getNotAfter().toInstant()).isEqualTo(Fixtures.NOW.minus(Duration.ofDays(8)));
        assertThat(issue(expired).chain()).isEqualTo(wrong.chain());
        assertThat(issue(Fixtures.authCli()).certificate()).isNotEqualTo(wrong.certificate());
    }

    @Test
    void issuesAnewUnderOtherAuthorities() {
        HeldCertificate first = issue(Fixtures.authCli());

        HeldCertificate second =
                new CertificateFolder(folder, Fixtures.STRANGER).issueOrReuse("alpha", Fixtures.authCli(), PASSWORD);

        assertThat(second.certificate()).isNotEqualTo(first.certificate());
        assertThat(second.key()).isEqualTo(first.key());
    }

    @Test
    void writesFilesThatEveryToolReads() throws Exception {
        HeldCertificate held = issue(Fixtures.authCli());
        CertificateFiles files = certificates().files("alpha");

        KeyStore p12 = keyStore(files.p12(), PASSWORD);
        assertThat(Collections.list(p12.aliases())).containsExactly("1");
        assertThat(p12.getCertificateChain("1")).containsExactlyElementsOf(held.chain());
        assertThat(p12.getKey("1", PASSWORD)).isEqualTo(held.key());
        assertThat(Pem.certificates(files.chain(), Wording.verbatim(""))).isEqualTo(held.chain());
        assertThat(Pem.privateKey(files.key(), Wording.verbatim(""))).isEqualTo(held.key());
        assertThat(Files.readString(files.key())).startsWith("-----BEGIN PRIVATE KEY-----\n");
    }

    @Test
    void writesATruststoreThatJavaTrusts() throws Exception {
        TrustFiles files = certificates().trust("trust", Branch.TEST, PASSWORD);
        byte[] written = Files.readAllBytes(files.p12());

        KeyStore trust = keyStore(files.p12(), PASSWORD);
        assertThat(trust.isCertificateEntry("racine-test")).isTrue();
        assertThat(trust.getCertificate("racine-test"))
                .isEqualTo(Fixtures.IGC.roots(Branch.TEST).get(0));
        assertThat(Pem.certificates(files.pem(), Wording.verbatim(""))).isEqualTo(Fixtures.IGC.roots(Branch.TEST));
        certificates().trust("trust", Branch.TEST, PASSWORD);
        assertThat(Files.readAllBytes(files.p12())).isEqualTo(written);
        certificates().trust("trust", Branch.PRODUCTION, PASSWORD);
        assertThat(keyStore(files.p12(), PASSWORD).isCertificateEntry("racine-production"))
                .isTrue();
        assertThat(Pem.certificates(files.pem(), Wording.verbatim("")))
                .isEqualTo(Fixtures.IGC.roots(Branch.PRODUCTION));
    }

    @Test
    void writesTheP12AnewUnderAnotherPassword() throws Exception {
        HeldCertificate held = issue(Fixtures.authCli());
        char[] other = "autre-mot".toCharArray();

        HeldCertificate again = certificates().issueOrReuse("alpha", Fixtures.authCli(), other);

        assertThat(again.chain()).isEqualTo(held.chain());
        assertThat(keyStore(certificates().files("alpha").p12(), other).getKey("1", other))
                .isEqualTo(held.key());
    }

    @Test
    void writesABrokenOrMissingP12Anew() throws Exception {
        issue(Fixtures.authCli());
        Path p12 = certificates().files("alpha").p12();
        Files.writeString(p12, "broken");

        HeldCertificate held = issue(Fixtures.authCli());

        assertThat(keyStore(p12, PASSWORD).getCertificate("1")).isEqualTo(held.certificate());
        Files.delete(p12);
        issue(Fixtures.authCli());
        assertThat(keyStore(p12, PASSWORD).getCertificate("1")).isEqualTo(held.certificate());
    }

    @Test
    void closesSecretFilesToOtherUsers() throws IOException {
        issue(Fixtures.authCli());
        CertificateFiles files = certificates().files("alpha");
        certificates().signingKey("psc", 1024);

        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(permissions(files.key())).isEqualTo("rw-------");
            assertThat(permissions(files.p12())).isEqualTo("rw-------");
            assertThat(permissions(folder.resolve("cles"))).isEqualTo("rwx------");
            assertThat(permissions(folder.resolve("cles/psc.key.pem"))).isEqualTo("rw-------");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"alpha.pem", "alpha.key.pem"})
    void namesTheFileThatCannotBeRead(String name) throws IOException {
        issue(Fixtures.authCli());
        Path file = folder.resolve(name);
        Files.writeString(file, "-----BEGIN X-----\n");

        assertThatThrownBy(() -> issue(Fixtures.authCli()))
                .isInstanceOf(CertificateFileException.class)
                .hasMessageContaining(file + ": expected a PEM block")
                .hasMessageContaining("delete " + file);
    }

    @Test
    void neverSaysWhatAKeyFileHolds() throws IOException {
        issue(Fixtures.authCli());
        Path key = folder.resolve("alpha.key.pem");
        Files.writeString(key, "-----BEGIN PRIVATE KEY-----\nc2VjcmV0c2VjcmV0\n-----END PRIVATE KEY-----\n");

        assertThatThrownBy(() -> issue(Fixtures.authCli()))
                .isInstanceOf(CertificateFileException.class)
                .hasMessageContaining("expected a whole RSA private key in PKCS#8 PEM")
                .hasNoCause()
                .message()
                .doesNotContain("c2Vj", "secret");
    }

    @Test
    void readsNoFileWithoutEnd() throws IOException {
        issue(Fixtures.authCli());
        Files.write(folder.resolve("alpha.pem"), new byte[2 * 1024 * 1024]);

        assertThatThrownBy(() -> issue(Fixtures.authCli()))
                .isInstanceOf(CertificateFileException.class)
                .hasMessageContaining("at most 1048576 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x", "a/b", ".hidden", "a.key", "a b", "é"})
    void refusesANameThatIsNoFileName(String name) {
        assertThatThrownBy(() -> certificates().files(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("file name");
    }

    @Test
    void keepsSigningKeysOfTheSizeThatIsAsked() {
        KeyPair first = certificates().signingKey("psc", 1024);
        KeyPair other = certificates().signingKey("api", 1024);

        assertThat(certificates().signingKey("psc", 1024).getPublic()).isEqualTo(first.getPublic());
        assertThat(certificates().signingKey("psc", 1024).getPrivate()).isEqualTo(first.getPrivate());
        assertThat(other.getPublic()).isNotEqualTo(first.getPublic());
        RSAPublicKey larger =
                (RSAPublicKey) certificates().signingKey("psc", 1088).getPublic();
        assertThat(larger.getModulus().bitLength()).isEqualTo(1088);
    }

    private HeldCertificate issue(Order order) {
        return certificates().issueOrReuse("alpha", order, PASSWORD);
    }

    private HeldCertificate issueAt(Instant now, Order order) {
        TestIgc igc = TestIgc.in(folder, Clock.fixed(now, ZoneOffset.UTC), Fixtures.QUICK);
        return new CertificateFolder(folder, igc).issueOrReuse("alpha", order, PASSWORD);
    }

    private CertificateFolder certificates() {
        return new CertificateFolder(folder, Fixtures.IGC);
    }

    private static KeyStore keyStore(Path file, char[] password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        return store;
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
