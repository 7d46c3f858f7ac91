package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.scenarios.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --profiles DIR}. */
class OrderProfilesTest {

    static final Path SHIPPED = Path.of("../certs/src/main/resources/fr/accroche/certs/profiles");

    @TempDir
    private Path directory;

    private Ordering ordering;

    @BeforeEach
    void smallKeys() throws IOException {
        TestFolders.open();
        ordering = new Ordering(directory);
        Files.createDirectory(directory.resolve("mine"));
    }

    @Test
    void anOrderIsMadeAsOnesOwnProfileSays() throws Exception {
        own("org-auth-cli.properties", "= clientAuth", "= serverAuth");

        CommandLineRun run = ordering.run(Ordering.orgAuthCli(), "--profiles", "mine");

        assertThat(run.exitCode()).as(run.err()).isZero();
        X509Certificate leaf = Ordering.chain(directory.resolve("out")).get(0);
        assertThat(leaf.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(days(leaf)).isEqualTo(7);
        assertThat(bits(leaf)).isEqualTo(3072);
    }

    @Test
    void anOptionGoesBeforeTheProfile() throws Exception {
        own("org-auth-cli.properties", "", "");

        CommandLineRun run =
                ordering.run(Ordering.orgAuthCli(), "--profiles", "mine", "--days", "5", "--key-bits", "2048");

        assertThat(run.exitCode()).as(run.err()).isZero();
        X509Certificate leaf = Ordering.chain(directory.resolve("out")).get(0);
        assertThat(days(leaf)).isEqualTo(5);
        assertThat(bits(leaf)).isEqualTo(2048);
    }

    @Test
    void ofADeclarationEachCertificateIsMadeAsItsOwnProfileSays() throws Exception {
        Files.write(directory.resolve("mine.yaml"), ShippedDeclaration.PROXY_TIERS.yaml());
        own("org-sign.properties", "", "");

        CommandLineRun run = ordering.run(Ordering.words("certs order --from mine.yaml -o all --profiles mine"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        int seals = 0;
        for (Path folder : Ordering.files(directory.resolve("all"), "")) {
            X509Certificate leaf = Ordering.chain(folder).get(0);
            boolean seal = folder.getFileName().toString().contains("-cachet-");
            seals += seal ? 1 : 0;
            assertThat(days(leaf)).isEqualTo(seal ? 7 : 1095);
            assertThat(bits(leaf)).isEqualTo(seal ? 3072 : 2048);
        }
        assertThat(seals).isPositive();
    }

    @Test
    void aWrongProfileIsRefusedWithItsPlaceAndNothingIsMade() throws Exception {
        own("org-auth-cli.properties", "keyBits = 3072", "keyBits = 1024");

        CommandLineRun run = ordering.run(Ordering.orgAuthCli(), "--profiles", "mine", "--lang", "fr");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .containsPattern(
                        "org-auth-cli\\.properties:\\d+ : keyBits = 1024 ; attendu : un entier de 2048 à 8192");
        assertThat(directory.resolve("out")).doesNotExist();
    }

    private void own(String name, String from, String to) throws IOException {
        String content = Files.readString(SHIPPED.resolve(name))
                .replace("keyBits = 2048", "keyBits = 3072")
                .replace("days = 1095", "days = 7");
        Files.writeString(
                directory.resolve("mine").resolve(name), from.isEmpty() ? content : content.replace(from, to));
    }

    private static long days(X509Certificate leaf) {
        return Duration.between(
                        leaf.getNotBefore().toInstant(), leaf.getNotAfter().toInstant())
                .toDays();
    }

    private static int bits(X509Certificate leaf) {
        return ((RSAPublicKey) leaf.getPublicKey()).getModulus().bitLength();
    }
}
