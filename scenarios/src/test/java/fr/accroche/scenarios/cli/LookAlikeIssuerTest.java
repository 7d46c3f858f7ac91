package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.Issuers;
import fr.accroche.certs.TestIgc.KeySizes;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.scenarios.chain.WorkFolder;
import fr.accroche.scenarios.configuration.Program;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code --look-alike-issuer}, in a work folder of its own. */
class LookAlikeIssuerTest {

    static final Path WORK = Path.of("target", "work-sosie").toAbsolutePath();

    @TempDir
    private Path directory;

    @BeforeAll
    static void keysAreThere() {
        WorkFolder.in(WORK, Clock.systemUTC(), new KeySizes(2048, 2048), Issuers.LOOK_ALIKE);
    }

    @Test
    void whatIsOrderedBearsTheRealIssuersCommonNameAndInspectSaysThatItIsDummy() throws Exception {
        CommandLineRun run = order("--look-alike-issuer");

        assertThat(run.exitCode()).as(run.err()).isZero();
        X509Certificate leaf = Ordering.chain(directory.resolve("out")).get(0);
        assertThat(leaf.getIssuerX500Principal().getName())
                .isEqualTo("CN=TEST AC IGC-SANTE ELEMENTAIRE ORGANISATIONS,OU=ACCROCHE SIMULATEUR - CERTIFICAT FACTICE,"
                        + "OU=IGC-SANTE TEST,OU=0002 187512751,O=ASIP-SANTE,C=FR");
        String pem = Ordering.files(directory.resolve("out"), ".pem").stream()
                .map(Path::toString)
                .filter(file -> !file.endsWith(".key.pem"))
                .findFirst()
                .orElseThrow();
        assertThat(CommandLineRun.in(directory, "certs", "inspect", pem).out())
                .contains("simulated IGC, look-alike of the test IGC-Santé: a dummy certificate")
                .contains("by the mark that accroche puts in what imitates it")
                .contains("look-alike (accroche)")
                .doesNotContain("Warning");
        assertThat(CommandLineRun.in(directory, "certs", "inspect", pem, "--lang", "fr")
                        .out())
                .contains("IGC simulée, sosie de l'IGC-Santé de test : certificat factice");
        assertThat(CommandLineRun.in(directory, "certs", "inspect", pem, "-o", "json")
                        .out())
                .contains("\"SIMULATED_LOOK_ALIKE\"")
                .doesNotContain("IGC_SANTE_TEST");
    }

    @ParameterizedTest
    @EnumSource
    void aConfigurationNamesTheTruststoreThatCameWithIt(Program program) {
        assertThat(order("--look-alike-issuer").exitCode()).isZero();

        CommandLineRun alone = CommandLineRun.in(directory, "certs", "config", Choice.word(program), "out");

        assertThat(alone.exitCode()).as(alone.err()).isZero();
        assertThat(alone.out())
                .contains(directory.resolve("out/truststore-EL-TEST-sosie").toString())
                .doesNotContain("truststore-EL-TEST.");
    }

    @Test
    void theChainRunsOnThemAndThenWithoutThem() throws Exception {
        CommandLineRun with = chain("--look-alike-issuer");
        String shown = issuer("serveurs.pem");
        CommandLineRun without = chain();

        assertThat(with.exitCode()).as(with.out() + with.err()).isZero();
        assertThat(shown).contains("CN=TEST AC IGC-SANTE ELEMENTAIRE ORGANISATIONS", "CERTIFICAT FACTICE");
        assertThat(without.exitCode()).as(without.out() + without.err()).isZero();
        assertThat(issuer("serveurs.pem")).contains("CN=TEST AC SIMULEE ELEMENTAIRE ORGANISATIONS");
    }

    @Test
    void thereIsNoneOfProduction() throws Exception {
        String yaml = new String(ShippedDeclaration.PROXY_TIERS.yaml(), StandardCharsets.UTF_8);
        Files.writeString(
                directory.resolve("mine.yaml"),
                "environment: production\n" + yaml.replaceFirst("(?m)^environment:.*$", ""));

        CommandLineRun ordered = order("--look-alike-issuer", "--branch", "production");
        CommandLineRun tested = chain("--look-alike-issuer", "--config", "mine.yaml");

        assertThat(ordered.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ordered.err()).contains("imitates the test IGC-Santé only");
        assertThat(directory.resolve("out")).doesNotExist();
        assertThat(tested.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(tested.err()).contains("imitates the test IGC-Santé only");
    }

    private CommandLineRun order(String... more) {
        return run(Ordering.orgAuthCli(), more);
    }

    private CommandLineRun chain(String... more) {
        return run(new String[] {"test", "--client-id", "alpha-edc-bas"}, more);
    }

    private CommandLineRun run(String[] words, String... more) {
        return CommandLineRun.in(
                directory,
                Stream.of(words, more, new String[] {"--work", WORK.toString()})
                        .flatMap(Stream::of)
                        .toArray(String[]::new));
    }

    private static String issuer(String file) throws Exception {
        try (InputStream in = Files.newInputStream(WORK.resolve("certs").resolve(file))) {
            X509Certificate leaf =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            return leaf.getIssuerX500Principal().getName();
        }
    }
}
