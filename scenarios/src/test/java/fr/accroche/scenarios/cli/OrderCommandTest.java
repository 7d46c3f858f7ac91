package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.Branch;
import fr.accroche.certs.Judgement;
import fr.accroche.certs.Profile;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.scenarios.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderCommandTest {

    static final String PASSWORD = "a-fine-password";

    @TempDir
    private Path directory;

    private Ordering ordering;

    @BeforeEach
    void smallKeys() {
        TestFolders.open();
        ordering = new Ordering(directory);
    }

    @Test
    void whatIsOrderedIsWhatTheChainExpects() throws Exception {
        CommandLineRun run = ordering.run(Ordering.orgAuthCli());

        assertThat(run.exitCode()).as(run.err()).isZero();
        List<X509Certificate> chain = Ordering.chain(directory.resolve("out"));
        Judgement judgement = TestFolders.open()
                .igc()
                .judge(Profile.ORG_AUTH_CLI, Branch.TEST)
                .judge(chain);
        assertThat(judgement.defects()).isEmpty();
        assertThat(chain.get(0).getSubjectX500Principal().getName())
                .isEqualTo("CN=alpha-edc-bas,OU=300000000010009,O=ALPHA,ST=Paris (75),C=FR");
        assertThat(run.out())
                .contains("ORG AUTH_CLI, test branch")
                .contains("300000000010009  3 = SIRET (establishment): 00000000010009, ")
                .contains("CN=alpha-edc-bas,OU=300000000010009,O=ALPHA,ST=Paris (75),C=FR")
                .contains("generated, written once in ");
        assertThat(Ordering.names(directory.resolve("out")))
                .hasSize(9)
                .anyMatch(name -> name.matches("asip-p12-EL-TEST-ORG-AUTH_CLI-\\d{8}-\\d{6}\\.p12"))
                .contains("truststore-EL-TEST.p12", "truststore-EL-TEST.jks", "truststore-EL-TEST.pem");
    }

    @Test
    void noSecretIsPrinted() throws IOException {
        CommandLineRun run = ordering.run(Ordering.orgAuthCli());

        for (Path secret : Ordering.files(directory.resolve("out"), ".txt")) {
            assertThat(run.out() + run.err())
                    .doesNotContain(Files.readString(secret).strip());
        }
        assertThat(Ordering.files(directory.resolve("out"), ".txt")).hasSize(2);
        assertThat(run.out() + run.err()).doesNotContain("BEGIN PRIVATE KEY");
    }

    @ParameterizedTest
    @CsvSource({"platform, 2048", "MODERN, 2048", "legacy, 3072"})
    void dialectSizeAndDaysAreOrdered(String dialect, String bits) throws Exception {
        Files.writeString(directory.resolve("pw"), PASSWORD);

        CommandLineRun run = ordering.run(
                Ordering.orgAuthCli(),
                "--dialect",
                dialect,
                "--key-bits",
                bits,
                "--days",
                "10",
                "--password-file",
                "pw");

        assertThat(run.exitCode()).as(run.err()).isZero();
        X509Certificate leaf = Ordering.chain(directory.resolve("out")).get(0);
        assertThat(leaf.getNotAfter().toInstant())
                .isEqualTo(leaf.getNotBefore().toInstant().plusSeconds(10 * 86_400));
        assertThat(leaf.getPublicKey().getEncoded().length * 8).isGreaterThan(Integer.parseInt(bits));
        assertThat(ordering.opens(PASSWORD)).isTrue();
    }

    @Test
    void aRequestKeepsItsKeyAndLosesItsSubject() throws Exception {
        Files.write(
                directory.resolve("request.pem"),
                getClass().getResourceAsStream("request.pem").readAllBytes());

        CommandLineRun run = ordering.run(Ordering.orgAuthCli(), "--csr", "request.pem", "--lang", "fr");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("le sujet de la demande (CN=whatever,O=Mine) n'est pas repris");
        assertThat(Ordering.chain(directory.resolve("out"))
                        .get(0)
                        .getSubjectX500Principal()
                        .getName())
                .startsWith("CN=alpha-edc-bas,OU=300000000010009");
        assertThat(Ordering.names(directory.resolve("out")))
                .hasSize(5)
                .noneMatch(name -> name.endsWith(".key.pem") || name.startsWith("asip") && name.endsWith(".p12"));
    }

    @Test
    void whatIsThereIsLeftAsItIs() throws IOException {
        Path there = Files.createDirectories(directory.resolve("out")).resolve("truststore-EL-TEST.jks");
        Files.writeString(there, "mine");

        CommandLineRun run = ordering.run(Ordering.orgAuthCli());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("truststore-EL-TEST.jks exists already and is left as it is");
        assertThat(there).hasContent("mine");
        assertThat(Ordering.names(directory.resolve("out"))).hasSize(1);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            certs order                                                          | 2 | missing: --offer, --structure
            certs order --offer org --usage sign                                 | 2 | missing: --structure, --name
            ORDER --offer serv --usage ssl-serv                                  | 2 | is no fully qualified domain name
            ORDER --offer org --usage nope                                       | 2 | one of: auth-cli, sign, ssl-serv
            ORDER --offer org --usage auth-cli --dialect nope                    | 2 | one of: platform, modern, legacy
            ORDER --offer org --usage auth-cli --password-file absent            | 3 | the password's file
            ORDER --offer org --usage auth-cli --csr absent                      | 3 | absent
            ORDER --offer org --usage auth-cli --csr absent --dialect modern     | 2 | with --csr the key stays with you
            ORDER --offer org --usage auth-cli --days 99999                      | 2 | it would outlive the authority
            ORDER --offer org --usage auth-cli --from mine.yaml                  | 2 | --from orders what the declaration
            certs order --from absent.yaml                                       | 3 | absent.yaml
            """)
    void badInputHasItsCause(String command, int exitCode, String cause) {
        String form = "certs order --structure 300000000010009 --name ALPHA --department Paris(75) --application alpha";

        String[] words = Ordering.words(command.replace("ORDER", form));
        words = Arrays.stream(words)
                .map(word -> word.replace("Paris(75)", "Paris (75)"))
                .toArray(String[]::new);

        CommandLineRun run = ordering.run(words, "--output", "none");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
        assertThat(run.err()).contains(cause);
        assertThat(directory.resolve("none")).doesNotExist();
    }

    @Test
    void theGroupAloneNamesItsCommands() {
        CommandLineRun run = CommandLineRun.in(directory, "certs");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("order", "inspect", "diagnose");
    }

    @Test
    void thePageHoldsCommandsThatWork() throws Exception {
        Files.write(directory.resolve("accroche.yaml"), ShippedDeclaration.PROXY_TIERS.yaml());
        Files.write(
                directory.resolve("mine.csr"),
                getClass().getResourceAsStream("request.pem").readAllBytes());
        Path profile = Files.createDirectory(directory.resolve("mine")).resolve("org-auth-cli.properties");
        Files.copy(OrderProfilesTest.SHIPPED.resolve(profile.getFileName()), profile);
        LookAlikeIssuerTest.keysAreThere();
        String page = Files.readString(Path.of("../docs/certificates.md")).replace("\\\n", "");
        List<String> commands = page.lines()
                .filter(line -> line.startsWith("accroche certs order "))
                .toList();

        assertThat(commands).hasSize(7);
        for (int i = 0; i < commands.size(); i++) {
            String[] arguments = Pattern.compile("\"([^\"]*)\"|(\\S+)")
                    .matcher(commands.get(i).substring("accroche ".length()))
                    .results()
                    .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                    .toArray(String[]::new);
            boolean lookAlike = commands.get(i).contains("--look-alike-issuer");
            Path work = lookAlike ? LookAlikeIssuerTest.WORK : TestFolders.PATH;
            CommandLineRun run = CommandLineRun.in(
                    directory,
                    Stream.of(arguments, new String[] {"-o", "page" + i, "--work", work.toString()})
                            .flatMap(Stream::of)
                            .toArray(String[]::new));
            assertThat(run.exitCode()).as(commands.get(i) + run.err()).isZero();
        }
    }

    @Test
    void unlessSaidItGoesUnderTheWorkFolder() throws IOException {
        String[] words = Stream.of(Ordering.orgAuthCli())
                .filter(word -> !word.equals("-o") && !word.equals("out"))
                .map(word -> word.equals("alpha-edc-bas") ? "default-" + directory.getFileName() : word)
                .toArray(String[]::new);

        assertThat(ordering.run(words).exitCode()).isZero();

        assertThat(TestFolders.PATH.resolve("commandes/default-" + directory.getFileName() + "-300000000010009"))
                .isDirectoryContaining("glob:**.p12");
    }
}
