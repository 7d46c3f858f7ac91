package fr.accroche.scenarios.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import fr.accroche.certs.Branch;
import fr.accroche.certs.Delivery;
import fr.accroche.certs.Order;
import fr.accroche.certs.OrderingPlatform;
import fr.accroche.certs.OrderingPlatform.Packing;
import fr.accroche.certs.Pkcs12Dialect;
import fr.accroche.certs.Profile;
import fr.accroche.certs.Profiles;
import fr.accroche.certs.TestIgc;
import fr.accroche.certs.file.CertificateFileReader;
import fr.accroche.certs.file.UnreadableFileException;
import fr.accroche.compliance.text.Language;
import fr.accroche.scenarios.certificate.CertificateFinding.Observation;
import fr.accroche.scenarios.report.Paint;
import fr.accroche.scenarios.report.certificate.CheckedFile;
import fr.accroche.scenarios.report.certificate.CheckedFileText;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that were changed by a seed are checked without a crash, and what is said of them is bounded and placed; {@code
 * -Daccroche.seeds=100000} for more of them.
 */
class ChangedFilesTest {

    private static final int SEEDS = Integer.getInteger("accroche.seeds", 150);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    private static final TestIgc IGC = TestIgc.inMemory(CLOCK);
    private static final char[] PASSWORD = "mot-de-passe".toCharArray();
    private static final Map<String, byte[]> FILES = new LinkedHashMap<>();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void soundFiles() throws Exception {
        for (Pkcs12Dialect dialect : Pkcs12Dialect.values()) {
            String name = dialect.name().toLowerCase(Locale.ROOT);
            Delivery delivery = new OrderingPlatform(IGC, PASSWORD)
                    .deliver(order(), folder.resolve(name), new Packing(2048, dialect, Optional.of(PASSWORD)));
            FILES.put(
                    name + ".p12",
                    Files.readAllBytes(delivery.keyed().orElseThrow().p12()));
            FILES.put("x.jks", Files.readAllBytes(delivery.keyed().orElseThrow().jks()));
            FILES.put("x.pem", Files.readAllBytes(delivery.chain()));
            FILES.put(
                    "key.pem", Files.readAllBytes(delivery.keyed().orElseThrow().key()));
            FILES.put("truststore.jks", Files.readAllBytes(delivery.trust().get(1)));
            FILES.put("x.der", delivery.certificate().getEncoded());
        }
        FILES.put("x.p7b", pkcs7(FILES.get("x.pem")));
    }

    private static Order order() {
        return new Order(
                Profile.ORG_AUTH_CLI,
                Branch.TEST,
                "Paris (75)",
                "EDITEUR ALPHA SIMULE",
                "300000000010009",
                "alpha-edc-bas",
                List.of(),
                CLOCK.instant(),
                Profiles.SHIPPED.settings(Profile.ORG_AUTH_CLI).until(CLOCK.instant()));
    }

    private static byte[] pkcs7(byte[] pem) throws Exception {
        CertificateFactory certificates = CertificateFactory.getInstance("X.509");
        return certificates
                .generateCertPath(List.copyOf(certificates.generateCertificates(new ByteArrayInputStream(pem)).stream()
                        .map(certificate -> (java.security.cert.X509Certificate) certificate)
                        .toList()))
                .getEncoded("PKCS7");
    }

    static Stream<String> names() {
        return Stream.of(
                "platform.p12",
                "modern.p12",
                "legacy.p12",
                "x.jks",
                "x.pem",
                "key.pem",
                "truststore.jks",
                "x.der",
                "x.p7b");
    }

    @ParameterizedTest
    @MethodSource("names")
    void changedFilesAreChecked(String name) {
        Use use = name.startsWith("truststore")
                ? new Use(
                        Use.Part.TRUSTSTORE,
                        Branch.TEST,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                : Use.client(Branch.TEST).named("alpha-edc-bas", "300000000010009");
        for (int seed = 0; seed < SEEDS; seed++) {
            checked(name, changed(FILES.get(name), new Random(seed)), use, seed);
        }
    }

    private static void checked(String name, byte[] bytes, Use use, int seed) {
        List<CertificateFinding> findings;
        try {
            findings = new CertificateCheck(IGC, CLOCK)
                    .check(CertificateFileReader.read(name, bytes, Optional.of(PASSWORD.clone())), use);
        } catch (UnreadableFileException refused) {
            findings = List.of(UnreadFile.finding(name, refused));
        } catch (RuntimeException | Error crash) {
            fail(name + " seed " + seed, crash);
            return;
        }
        assertThat(findings.stream().flatMap(finding -> finding.observations().stream()))
                .as("%s seed %d", name, seed)
                .extracting(Observation::where)
                .allSatisfy(where -> assertThat(where).startsWith(name));
        assertThat(CheckedFileText.of(new CheckedFile(name, findings), Language.FR, Paint.PLAIN))
                .as("%s seed %d", name, seed)
                .hasSizeLessThan(50_000)
                .doesNotContain(String.valueOf(PASSWORD));
    }

    private static byte[] changed(byte[] sound, Random random) {
        byte[] bytes = sound.clone();
        for (int change = random.nextInt(4); change >= 0; change--) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(bytes.length - at, 1 + random.nextInt(40));
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt();
                case 2 -> System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
                default -> bytes = random.nextInt(8) == 0 ? Arrays.copyOf(bytes, at + 1) : bytes;
            }
        }
        return bytes;
    }
}
