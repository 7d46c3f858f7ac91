package fr.accroche.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.certs.OrderingPlatform.Packing;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderingPlatformTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final OrderingPlatform PLATFORM = new OrderingPlatform(Fixtures.IGC, PASSWORD);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void theJdkReadsEveryDialectUnderTheSameAlias(Pkcs12Dialect dialect) throws Exception {
        Delivery delivery = PLATFORM.deliver(Fixtures.authCli(), folder, packing(dialect));

        Delivery.Keyed keyed = delivery.keyed().orElseThrow();
        KeyStore p12 = load("PKCS12", keyed.p12(), PASSWORD);
        KeyStore jks = load("JKS", keyed.jks(), PASSWORD);
        List<Certificate> chain = List.copyOf(Pem.certificates(delivery.chain(), Wording.verbatim("")));
        assertThat(chain).hasSize(3).startsWith(delivery.certificate());
        for (KeyStore store : List.of(p12, jks)) {
            assertThat(store.size()).isOne();
            assertThat(store.getCertificateChain("1")).containsExactlyElementsOf(chain);
            assertThat(store.getKey("1", PASSWORD)).isEqualTo(Pem.privateKey(keyed.key(), Wording.verbatim("")));
        }
        assertThat(Fixtures.judge(Pem.certificates(delivery.chain(), Wording.verbatim("")))
                        .defects())
                .isEmpty();
    }

    @Test
    void filesAreNamedAsTheRealPlatformNamesThem() {
        PLATFORM.deliver(Fixtures.authCli(), folder, packing(Pkcs12Dialect.PLATFORM));

        String name = "asip-p12-EL-TEST-ORG-AUTH_CLI-20261122-100000";
        assertThat(names())
                .filteredOn(file -> !file.startsWith("truststore"))
                .containsExactlyInAnyOrder(
                        name + ".p12", name + ".jks", name + ".pem", name + ".key.pem", name + ".revocation.txt");
    }

    @Test
    void ofProductionTheNameHasNoTest() {
        PLATFORM.deliver(Fixtures.servSsl().withBranch(Branch.PRODUCTION), folder, packing(Pkcs12Dialect.PLATFORM));

        assertThat(names()).contains("asip-p12-EL-SERV-SSL-20261122-100000.p12");
    }

    @Test
    void aPasswordThatNobodyGaveIsWrittenOnceForItsOwner() throws Exception {
        Packing packing = new Packing(2048, Pkcs12Dialect.MODERN, Optional.empty());

        Delivery delivery = PLATFORM.deliver(Fixtures.sign(), folder, packing);

        Delivery.Keyed keyed = delivery.keyed().orElseThrow();
        String password = Files.readString(keyed.password().orElseThrow()).strip();
        assertThat(password).hasSize(20).isAlphanumeric();
        assertThat(load("PKCS12", keyed.p12(), password.toCharArray()).size()).isOne();
        assertThat(Files.readString(delivery.revocation()).strip()).hasSize(12).isAlphanumeric();
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        assertThat(Stream.of(keyed.password().orElseThrow(), keyed.p12(), keyed.jks(), keyed.key()))
                .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
        assertThat(permissions(delivery.revocation())).isEqualTo("rw-------");
        assertThat(permissions(delivery.chain())).isEqualTo("rw-r--r--");
    }

    @Test
    void theAuthorityOverwritesTheSubjectOfARequest() {
        SigningRequest request = new SigningRequest(Fixtures.KEY.getPublic(), "CN=whatever");

        Delivery delivery = PLATFORM.certify(Fixtures.authCli(), folder, request);

        assertThat(delivery.certificate().getPublicKey()).isEqualTo(Fixtures.KEY.getPublic());
        assertThat(SubjectName.of(delivery.certificate().getSubjectX500Principal())
                        .commonName())
                .contains("alpha-edc-bas");
        assertThat(delivery.keyed()).isEmpty();
        assertThat(names()).hasSize(5);
    }

    @Test
    void nothingThatIsThereIsReplaced() throws Exception {
        Path there = folder.resolve("asip-p12-EL-TEST-ORG-AUTH_CLI-20261122-100000.key.pem");
        Files.writeString(there, "mine");

        assertThatThrownBy(() -> PLATFORM.deliver(Fixtures.authCli(), folder, packing(Pkcs12Dialect.PLATFORM)))
                .isInstanceOfSatisfying(
                        OrderException.class,
                        refused -> assertThat(refused.aboutFiles()).isTrue())
                .hasMessageContaining(there + " exists already");
        assertThat(there).hasContent("mine");
        assertThat(names()).hasSize(1);
        assertThatThrownBy(() -> PrivateFiles.create(there, new byte[0], true))
                .isInstanceOf(CertificateFileException.class)
                .hasMessageContaining("not there yet");
        assertThat(there).hasContent("mine");
    }

    @Test
    void theTruststoresAreKeptWhereTheyFitAndNothingElseIsReplaced() throws Exception {
        List<Path> files = PLATFORM.deliver(Fixtures.authCli(), folder, packing(Pkcs12Dialect.PLATFORM))
                .trust();
        byte[] first = Files.readAllBytes(files.get(0));
        assertThat(PLATFORM.deliver(Fixtures.sign(), folder, packing(Pkcs12Dialect.PLATFORM))
                        .trust())
                .isEqualTo(files);

        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("truststore-EL-TEST.p12", "truststore-EL-TEST.jks", "truststore-EL-TEST.pem");
        assertThat(files.get(0)).hasBinaryContent(first);
        assertThat(Pem.certificates(files.get(2), Wording.verbatim(""))).isEqualTo(Fixtures.IGC.roots(Branch.TEST));
        for (Path file : files.subList(0, 2)) {
            KeyStore store = load(file.toString().endsWith("jks") ? "JKS" : "PKCS12", file, PASSWORD);
            assertThat(store.getCertificate("racine-test"))
                    .isEqualTo(Fixtures.IGC.roots(Branch.TEST).get(0));
            assertThat(store.isCertificateEntry("racine-test")).isTrue();
        }
        OrderingPlatform other = new OrderingPlatform(Fixtures.STRANGER, PASSWORD);
        int before = names().size();
        assertThatThrownBy(() -> other.deliver(
                        Fixtures.authCli().withProfile(Profile.SERV_SSL), folder, packing(Pkcs12Dialect.PLATFORM)))
                .isInstanceOf(OrderException.class)
                .hasMessageContaining("truststore-EL-TEST.p12 exists already");
        assertThat(names()).hasSize(before);
        Files.writeString(files.get(2), "mine");
        assertThatThrownBy(() -> PLATFORM.deliver(
                        Fixtures.authCli().withProfile(Profile.SERV_SSL), folder, packing(Pkcs12Dialect.PLATFORM)))
                .isInstanceOf(OrderException.class)
                .hasMessageContaining("truststore-EL-TEST.pem exists already");
        assertThat(files.get(2)).hasContent("mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "court", "mot de passé"})
    void aPasswordThatJavaWouldNotOpenIsRefused(String password) {
        Packing packing = new Packing(2048, Pkcs12Dialect.PLATFORM, Optional.of(password.toCharArray()));

        assertThatThrownBy(() -> PLATFORM.deliver(Fixtures.authCli(), folder, packing))
                .isInstanceOf(OrderException.class)
                .hasMessageContaining("at least 6 characters, in ASCII");
        assertThat(packing.toString()).isEqualTo("Packing[2048, PLATFORM]");
        assertThat(names()).isEmpty();
    }

    @Test
    void noneOutlivesItsAuthority() {
        Order order = Fixtures.authCli().withValidity(Fixtures.NOW, Fixtures.NOW.plus(Duration.ofDays(40 * 365)));

        assertThatThrownBy(() -> PLATFORM.deliver(order, folder, packing(Pkcs12Dialect.PLATFORM)))
                .isInstanceOf(OrderException.class)
                .hasMessageContaining("it would outlive the authority that signs it");
    }

    @Test
    void theKeyHasTheSizeThatIsOrdered() {
        Packing packing = new Packing(3072, Pkcs12Dialect.MODERN, Optional.of(PASSWORD));

        Delivery delivery = PLATFORM.deliver(Fixtures.authCli(), folder, packing);

        RSAPublicKey key = (RSAPublicKey) delivery.certificate().getPublicKey();
        assertThat(key.getModulus().bitLength()).isEqualTo(3072);
    }

    private static Packing packing(Pkcs12Dialect dialect) {
        return new Packing(2048, dialect, Optional.of(PASSWORD));
    }

    private static KeyStore load(String type, Path file, char[] password) throws Exception {
        KeyStore store = KeyStore.getInstance(type);
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        return store;
    }

    private static String permissions(Path file) throws java.io.IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private List<String> names() {
        return Stream.of(folder.toFile().list()).toList();
    }
}
