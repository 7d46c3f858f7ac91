package fr.accroche.certs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.OrderingPlatform.Packing;
import fr.accroche.certs.file.CertificateFileReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that this module writes and says, looked through for what must not be read by others. */
class SecretsTest {
    private static final char[] GIVEN = "mot-de-passe-donne".toCharArray();
    private static final String TRUST = "public-password";

    @TempDir
    private static Path work;

    private static TestIgc igc;
    private static CertificateFolder certificates;
    private static Delivery delivery;
    private static HeldCertificate held;

    @TempDir
    private Path folder;

    @BeforeAll
    static void writeAllThatCanBeWritten() {
        igc = TestIgc.in(work, Fixtures.CLOCK, new TestIgc.KeySizes(2048, 2048), Issuers.LOOK_ALIKE);
        certificates = new CertificateFolder(work.resolve("certs"), igc);
        held = certificates.issueOrReuse("alpha", Fixtures.authCli(), GIVEN);
        certificates.trust("trust", Branch.TEST, TRUST.toCharArray());
        certificates.signingKey("jetons", 2048);
        OrderingPlatform platform = new OrderingPlatform(igc, TRUST.toCharArray());
        for (Pkcs12Dialect dialect : Pkcs12Dialect.values()) {
            delivery = platform.deliver(
                    Fixtures.authCli(),
                    work.resolve("generated-" + dialect),
                    new Packing(2048, dialect, Optional.empty()));
        }
        platform.deliver(
                Fixtures.sign(), work.resolve("given"), new Packing(2048, Pkcs12Dialect.MODERN, Optional.of(GIVEN)));
        platform.certify(Fixtures.authCli(), work.resolve("csr"), new SigningRequest(Fixtures.KEY.getPublic(), "CN=x"));
    }

    @Test
    void everyFileWithAKeyAPasswordOrACodeIsItsOwnersOnly() throws Exception {
        Assumptions.assumeTrue(
                work.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "no POSIX permissions on this file system: not checked");
        List<Path> secret = files().stream().filter(SecretsTest::isSecret).toList();

        assertThat(secret).hasSize(6 + 2 + 1 + 3 * 5 + 4 + 1);
        assertThat(secret)
                .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .isEqualTo("rw-------"));
    }

    @Test
    void whatOthersMayReadHoldsNoSecretText() throws Exception {
        Set<String> secrets = new HashSet<>(List.of(String.valueOf(GIVEN)));
        for (Path file : files()) {
            if (file.toString().endsWith(".txt")) {
                secrets.add(Files.readString(file).strip());
            }
        }

        assertThat(secrets).hasSize(1 + 3 * 2 + 1 + 1);
        for (Path file : files()) {
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            if (!file.toString().endsWith(".txt")) {
                assertThat(secrets).as(file.toString()).noneMatch(content::contains);
            }
        }
    }

    @Test
    void nothingThatHoldsAKeyOrAPasswordPrintsIt() throws Exception {
        List<Object> holders = List.of(
                igc,
                igc.authorities(Branch.TEST),
                igc.authorities(Branch.PRODUCTION).root(),
                held,
                certificates,
                certificates.files("alpha"),
                delivery,
                new OrderingPlatform(igc, GIVEN),
                new Packing(2048, Pkcs12Dialect.MODERN, Optional.of(GIVEN)),
                Fixtures.authCli(),
                CertificateFileReader.read(certificates.files("alpha").p12(), Optional.of(GIVEN)),
                CertificateFileReader.read(certificates.files("alpha").key(), Optional.empty()));
        List<RSAPrivateCrtKey> keys = List.of(
                (RSAPrivateCrtKey) held.key(),
                (RSAPrivateCrtKey) igc.authorities(Branch.TEST).root().key(),
                (RSAPrivateCrtKey) igc.authorities(Branch.TEST).intermediate().key(),
                (RSAPrivateCrtKey) igc.authorities(Branch.PRODUCTION).root().key());

        for (Object holder : holders) {
            String said = holder.toString();
            assertThat(said).doesNotContain(String.valueOf(GIVEN));
            keys.forEach(key -> assertHides(said, key));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"whole", "cut", "bit", "base64", "label"})
    void noFailureTellsWhatADamagedKeyFileHolds(String damage) throws Exception {
        String pem = new String(Pem.encode(Fixtures.KEY.getPrivate()), StandardCharsets.US_ASCII);
        Path file = folder.resolve("alpha.key.pem");
        Files.writeString(
                file,
                switch (damage) {
                    case "cut" -> pem.substring(0, pem.length() / 2) + "\n-----END PRIVATE KEY-----\n";
                    case "bit" -> pem.replaceFirst("(?m)^(.{30})[A-Z]", "$1a");
                    case "base64" -> pem.replaceFirst("(?m)^(.{30}).", "$1%");
                    case "label" -> pem.replace("PRIVATE KEY", "CERTIFICATE");
                    default -> pem;
                });
        Files.write(folder.resolve("alpha.p12"), new byte[] {0x30, 0x03, 0x02, 0x01, 0x03});

        String said = "";
        try {
            new CertificateFolder(folder, Fixtures.IGC).issueOrReuse("alpha", Fixtures.authCli(), GIVEN);
        } catch (CertificateFileException refused) {
            said = everything(refused);
        }
        try {
            said += CertificateFileReader.read(file, Optional.of(GIVEN));
        } catch (RuntimeException refused) {
            said += everything(refused);
        }

        assertThat(said).isNotEmpty().doesNotContain(String.valueOf(GIVEN));
        for (String line : pem.lines().filter(each -> !each.startsWith("--")).toList()) {
            assertThat(said).doesNotContain(line.substring(0, Math.min(16, line.length())));
        }
        assertHides(said, (RSAPrivateCrtKey) Fixtures.KEY.getPrivate());
    }

    private static void assertHides(String said, RSAPrivateCrtKey key) {
        List<BigInteger> numbers = List.of(
                key.getPrivateExponent(),
                key.getPrimeP(),
                key.getPrimeQ(),
                key.getPrimeExponentP(),
                key.getPrimeExponentQ(),
                key.getCrtCoefficient());
        String folded = said.toLowerCase(Locale.ROOT).replaceAll("[\\s:]", "");
        for (BigInteger number : numbers) {
            assertThat(folded)
                    .doesNotContain(number.toString().substring(0, 24))
                    .doesNotContain(number.toString(16).substring(0, 24));
        }
        String encoded = Base64.getEncoder().encodeToString(key.getEncoded());
        assertThat(said).doesNotContain(encoded.substring(200, 224), encoded.substring(encoded.length() - 40));
    }

    private static String everything(Throwable failure) {
        StringBuilder said = new StringBuilder();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            said.append(each).append(Arrays.toString(each.getSuppressed())).append('\n');
        }
        return said.toString();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(work)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** By what it holds, not by what the code means it to be. */
    private static boolean isSecret(Path file) {
        try {
            String name = file.getFileName().toString();
            if (name.endsWith(".txt")) {
                return true;
            }
            return name.endsWith(".p12") || name.endsWith(".jks")
                    ? holdsKey(file)
                    : Files.readString(file, StandardCharsets.ISO_8859_1).contains("PRIVATE KEY");
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new AssertionError(file.toString(), unreadable);
        }
    }

    private static boolean holdsKey(Path file) throws IOException, GeneralSecurityException {
        List<char[]> passwords = new ArrayList<>(List.of(GIVEN, TRUST.toCharArray()));
        for (Path other : files()) {
            if (other.toString().endsWith(".password.txt")) {
                passwords.add(Files.readString(other).strip().toCharArray());
            }
        }
        for (char[] password : passwords) {
            KeyStore store = KeyStore.getInstance(file.toString().endsWith(".jks") ? "JKS" : "PKCS12");
            try {
                store.load(new ByteArrayInputStream(Files.readAllBytes(file)), password);
            } catch (IOException otherPassword) {
                continue;
            }
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    return true;
                }
            }
            return false;
        }
        throw new AssertionError(file + ": opens with none of the passwords");
    }
}
