package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.catalogue.Catalogue;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestCommandTest {

    @TempDir
    private Path directory;

    @BeforeAll
    static void keysAreThere() {
        TestFolders.open();
    }

    @Test
    void aSoundChainExitsWithZeroAndPrintsAReport() {
        CommandLineRun run = CommandLineRun.in(directory, "test", "--lang", "fr");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("répétition locale", "Session alpha-edc-bas", "Session alpha-clinique-edc-bas")
                .contains("Identités alpha-edc-bas", "Verdict  conforme")
                .doesNotContain("✗", "\u001b");
    }

    @Test
    void anotherProfessionalSitsBeforeTheLpsWhereAsked() {
        CommandLineRun run = CommandLineRun.in(
                directory, "test", "--client-id", "alpha-edc-bas", "--professional", "secretaire", "-o", "json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("699900000011000/CPAT00001").doesNotContain("899900000011");
    }

    @Test
    void anUnknownProfessionalIsAUsageErrorThatNamesTheKnownOnes() {
        CommandLineRun run = CommandLineRun.in(directory, "test", "--professional", "899900009996", "--lang", "en");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--professional 899900009996: unknown", "medecin, pharmacien-titulaire");
    }

    @Test
    void jsonStandsAloneOnStandardOutput() {
        CommandLineRun run = CommandLineRun.in(directory, "test", "--client-id", "alpha-edc-bas", "-o", "json");

        JsonObject report = Json.parseObject(run.out().getBytes(StandardCharsets.UTF_8));
        assertThat(run.exitCode()).isZero();
        assertThat(report.text("verdict")).contains("CONFORME");
        assertThat(objects(report, "hops")).hasSizeGreaterThan(20);
        assertThat(objects(report, "identities")).hasSize(1);
        assertThat(objects(report, "rules"))
                .hasSameSizeAs(Catalogue.ALL)
                .allSatisfy(rule -> assertThat(rule.members())
                        .containsKeys(
                                "id",
                                "status",
                                "expected",
                                "observed",
                                "sources",
                                "fidelity",
                                "remedy",
                                "reason",
                                "owner",
                                "findings"));
    }

    @Test
    void aFaultExitsWithOneAndSaysEverything() {
        CommandLineRun run =
                CommandLineRun.in(directory, "test", "--fault", "certificate-ou-of-lps-operator", "-o", "json");

        JsonObject report = Json.parseObject(run.out().getBytes(StandardCharsets.UTF_8));
        List<JsonObject> failed = objects(report, "rules").stream()
                .filter(rule -> rule.text("status").orElse("").equals("FAIL"))
                .toList();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(failed).singleElement().satisfies(rule -> {
            assertThat(rule.text("id")).contains("IDN-02");
            assertThat(rule.text("expected")).contains("300000000010009");
            assertThat(rule.text("observed")).contains("1990000002");
            assertThat(rule.text("remedy").orElse("")).contains("300000000010009");
            assertThat(rule.object("fidelity").orElseThrow().text("word")).contains("EXACT");
            assertThat(rule.object("sources").orElseThrow().text("expected").orElse(""))
                    .contains("proxy-integre.yaml:");
            assertThat(rule.object("sources").orElseThrow().text("observed").orElse(""))
                    .startsWith("TLS/certificate[");
            assertThat(rule.get("owner")).isPresent();
        });
    }

    @Test
    void inMedicoSocialTheCredentialApiIsNotAskedForAndNotShown() throws IOException {
        declare("couloir: ville", "couloir: medico-social");

        CommandLineRun run = CommandLineRun.in(directory, "test", "--client-id", "alpha-edc-bas");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("1 passed, 5 not applicable (CRD-01", "Verdict  conforming")
                .doesNotContain("API Credential", "not reached");
    }

    @Test
    void twoRunsInOneFolderDoNotDisturbEachOther() throws Exception {
        Path work = directory.resolve("work");
        copy(TestFolders.PATH, work);
        Callable<CommandLineRun> one =
                () -> CommandLineRun.in(directory, "test", "--client-id", "alpha-edc-bas", "--work", work.toString());
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<CommandLineRun> run : threads.invokeAll(List.of(one, one))) {
                assertThat(run.get().exitCode()).as(run.get().err()).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void reportsGoWhereTheyAreSent() throws IOException {
        CommandLineRun run =
                CommandLineRun.in(directory, "test", "--client-id", "alpha-edc-bas", "-o", "text:r.txt,json:r.json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(directory.resolve("r.txt")).content().contains("Verdict");
        assertThat(Json.parseObject(Files.readAllBytes(directory.resolve("r.json")))
                        .text("verdict"))
                .contains("CONFORME");
    }

    @Test
    void theVendorsOwnRequestIsSentAsItIs() throws IOException {
        Files.writeString(directory.resolve("request.xml"), """
                <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope">
                  <s:Header/>
                  <s:Body><x:Autre xmlns:x="urn:autre"/></s:Body>
                </s:Envelope>
                """);

        CommandLineRun run =
                CommandLineRun.in(directory, "test", "--request", "request.xml", "--teleservice", "insi", "-o", "json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(failed(run)).contains("LPS-01").doesNotContain("LPS-06");
    }

    @Test
    void aChainThatStopsWithoutBreakingARuleIsInconclusive() throws IOException {
        declare("", "settings: { cibaInterval: 10m }");

        CommandLineRun run = CommandLineRun.in(directory, "test", "--client-id", "alpha-edc-bas");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.out()).contains("expired_token", "Verdict  inconclusive", "No rule is broken");
    }

    @ParameterizedTest
    @CsvSource({"certificate-of-production-branch, ENV-01", "certificate-expired, MTL-01", "no-certificate, MTL-01"})
    void inStrictTlsAFaultIsFoundInTheHandshake(String fault, String rule) throws IOException {
        declare("", "settings: { tls: strict }");

        CommandLineRun run = CommandLineRun.in(directory, "test", "--fault", fault, "-o", "json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(failed(run)).containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        couloir: ville                | couloir: medico-social  | client-not-registered            | a corridor where
        environment: test             | environment: production | certificate-of-production-branch | 'environment: test'
        teleservices: [DMP, INSi, ON] | teleservices: [DMP]     | idam-missing                     | INSi or ON
        teleservices: [DMP, INSi, ON] | teleservices: [INSi]    | vihf-tampered                    | the téléservice DMP
        """)
    void aFaultThatCannotShowIsRefused(String sound, String other, String fault, String needed) throws IOException {
        declare(sound, other);

        CommandLineRun run = CommandLineRun.in(directory, "test", "--fault", fault);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("it takes", needed, "accroche.yaml");
        assertThat(run.out()).isEmpty();
    }

    /** Writes the shipped declaration, with a text replaced and a line added. */
    private void declare(String sound, String other) throws IOException {
        String yaml = new String(ShippedDeclaration.PROXY_INTEGRE.yaml(), StandardCharsets.UTF_8);
        assertThat(yaml).contains(sound);
        Files.writeString(
                directory.resolve("accroche.yaml"),
                sound.isEmpty() ? yaml + "\n" + other + "\n" : yaml.replace(sound, other));
    }

    private static List<String> failed(CommandLineRun run) {
        JsonObject report = Json.parseObject(run.out().getBytes(StandardCharsets.UTF_8));
        return objects(report, "rules").stream()
                .filter(rule -> rule.text("status").orElse("").equals("FAIL"))
                .map(rule -> rule.text("id").orElse(""))
                .toList();
    }

    @Test
    void listsEveryFaultWithItsRules() {
        CommandLineRun run = CommandLineRun.in(directory, "test", "--list-faults");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .hasSizeGreaterThanOrEqualTo(15)
                .allMatch(line -> line.matches("[a-z-]+ +[A-Z]{3}-\\d\\d.*"));
    }

    @Test
    void noSecretReachesAReport() {
        CommandLineRun run = CommandLineRun.in(directory, "test", "-o", "json");

        assertThat(run.out())
                .doesNotContain("eyJ", "PRIVATE KEY", "DMP-SIMULE-0001", "INSI-SIMULE-0001", "290019999900113");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        test --fault nope                          | 2 | unknown fault
        test --bogus                               | 2 | unknown argument: --bogus
        test -o xml                                | 2 | unknown report
        test -o text,json                          | 2 | only one report goes to standard output
        test --client-id nope                      | 2 | one of: alpha-edc-bas, alpha-clinique-edc-bas
        test --request x.xml                       | 2 | go together
        test --request x.xml --teleservice mss     | 2 | go together
        test --request absent.xml --teleservice on | 3 | absent.xml: no such file
        test --config absent.yaml                  | 3 | absent.yaml: no such file
        test --architecture nope                   | 2 | one of: proxy-integre, proxy-partage, proxy-tiers, autonome
        test --architecture proxy-tiers -c x.yaml  | 2 | --config and --architecture do not go together
        test --architecture all -c x.yaml          | 2 | --config and --architecture do not go together
        up --architecture all                      | 2 | one of: proxy-integre, proxy-partage
        test --ports 80                            | 2 | a block starts between
        test -o json:nowhere/x.json                | 3 | nowhere/x.json cannot be written
        test -o json:.                             | 3 | . cannot be written
        test --stubs nowhere                       | 3 | nowhere
        nonsense                                   | 2 | unknown argument: nonsense
        """)
    void badInputHasAOneLineCause(String command, int exitCode, String cause) {
        CommandLineRun run = CommandLineRun.in(directory, command.split(" +"));

        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.err()).contains(cause).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"fr, argument inconnu", "en, unknown argument"})
    void speaksTheLanguageAskedFor(String language, String words) {
        assertThat(CommandLineRun.in(directory, "test", "--bogus", "--lang", language)
                        .err())
                .contains(words);
    }

    @ParameterizedTest
    @CsvSource({"fr, Utilisation : accroche test", "en, Usage: accroche test"})
    void helpsInTheLanguageAskedFor(String language, String words) {
        CommandLineRun run = CommandLineRun.in(directory, "test", "--help", "--lang", language);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains(words);
    }

    @Test
    void aWrongDeclarationIsShownWithItsLines() throws IOException {
        String yaml = new String(ShippedDeclaration.PROXY_INTEGRE.yaml(), StandardCharsets.UTF_8);
        Files.writeString(
                directory.resolve("accroche.yaml"),
                yaml.replace("couloir: ville", "couloir: mars").replace("proxyOperator: alpha", "proxyOperator: zeta"));

        CommandLineRun run = CommandLineRun.in(directory, "test");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines())
                .hasSize(3)
                .allMatch(line -> line.matches("accroche: accroche\\.yaml:\\d+:\\d+: .*"));
    }

    @Test
    void aProxyThatIsDeclaredMetierIsSpokenToInJson() throws IOException {
        String yaml = new String(ShippedDeclaration.PROXY_INTEGRE.yaml(), StandardCharsets.UTF_8);
        Files.writeString(directory.resolve("accroche.yaml"), yaml.replace("mode: passe-plat", "mode: metier"));

        CommandLineRun run = CommandLineRun.in(directory, "test", "-o", "json:run.json");

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(Files.readString(directory.resolve("run.json")))
                .contains("/send/dmp/existence-test", "/send/insi/search", "/send/on/consultation")
                .doesNotContain("/send/dmp/patients");
    }

    @Test
    void aRequestThatIsNoXmlIsShownWithItsLine() throws IOException {
        Files.writeString(directory.resolve("bad.xml"), "<a>\n  <b>\n</a>");

        CommandLineRun run = CommandLineRun.in(directory, "test", "--request", "bad.xml", "--teleservice", "dmp");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).matches("accroche: bad\\.xml:3:\\d+: unreadable SOAP message: not well-formed XML.*\\R");
    }

    @Test
    void anUnreadableKeyIsShownWithItsFile() throws IOException {
        Path work = directory.resolve("work");
        copy(TestFolders.PATH, work);
        Files.writeString(work.resolve("igc/test/intermediaire.key.pem"), "not a key");

        CommandLineRun run = CommandLineRun.in(directory, "test", "--work", work.toString());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("intermediaire.key.pem").doesNotContain("Exception");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private static List<JsonObject> objects(JsonObject report, String name) {
        return ((JsonArray) report.get(name).orElseThrow())
                .items().stream().map(JsonObject.class::cast).toList();
    }
}
