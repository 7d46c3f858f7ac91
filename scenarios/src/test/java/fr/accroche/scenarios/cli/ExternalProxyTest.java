package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.TestIgc.KeySizes;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.chain.WorkFolder;
import fr.accroche.scenarios.external.VendorProxyProcess;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code accroche test} with the vendor's own proxy: a process of its own, sound and broken in several ways. */
@Timeout(180)
class ExternalProxyTest {

    private static final String TEMPLATE = """
            connect:
              path: /sessions
              json: '{"ps": "${nationalId}", "n": "${bindingMessage}", "lps": "${clientId}"}'
              status: [201]
            session: { header: X-Session }
            send:
              DMP: { path: /dmp, headers: { X-Session: "${session}" }, form: { soap: "${body64}" } }
              INSi: { path: /insi, headers: { X-Session: "${session}" }, form: { soap: "${body64}" } }
              ON: { path: /on, headers: { X-Session: "${session}" }, form: { soap: "${body64}" } }
            disconnect: { path: /sessions, headers: { X-Session: "${session}" }, status: [204] }
            """;

    private static int base;
    private static Properties sound;

    @TempDir
    private Path directory;

    @BeforeAll
    static void addressesOfTheChain() throws Exception {
        base = UpCommandTest.freeBlock();
        Declaration declaration =
                DeclarationReader.read("proxy-integre.yaml", ShippedDeclaration.PROXY_INTEGRE.yaml(), LocalDate.now());
        sound = VendorProxyProcess.configuration(declaration, base);
    }

    private VendorProxyProcess vendor(String... changes) throws IOException {
        Properties set = new Properties();
        set.putAll(sound);
        for (String change : changes) {
            set.setProperty(change.split("=", 2)[0], change.split("=", 2)[1]);
        }
        return VendorProxyProcess.start(directory, set);
    }

    private void declare(URI proxy, String... more) throws IOException {
        String shipped = new String(ShippedDeclaration.PROXY_INTEGRE.yaml(), StandardCharsets.UTF_8);
        String others =
                String.join("", Arrays.stream(more).map(one -> ", " + one).toList());
        Files.writeString(
                directory.resolve("accroche.yaml"),
                shipped + "\nparticipants:\n  proxy: { mode: external, url: \"" + proxy + "\"" + others + " }\n");
    }

    private CommandLineRun test(String... more) {
        List<String> words = new ArrayList<>(List.of("test", "--ports", String.valueOf(base)));
        words.addAll(List.of(more));
        return CommandLineRun.in(directory, words.toArray(String[]::new));
    }

    private static JsonObject json(CommandLineRun run) {
        return Json.parseObject(run.out().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> rules(CommandLineRun run, String status) {
        return json(run).array("rules").orElseThrow().objects().stream()
                .filter(rule -> rule.text("status").orElseThrow().equals(status))
                .map(rule -> rule.text("id").orElseThrow())
                .toList();
    }

    @Test
    void isJudgedByTheSimulatorsAroundIt() throws IOException {
        try (VendorProxyProcess proxy = vendor()) {
            declare(proxy.uri());

            CommandLineRun run = test("-o", "json");

            assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
            assertThat(rules(run, "PASS")).contains("LPS-06", "IDN-02").doesNotContain("IDN-08");
            assertThat(json(run).array("hops").orElseThrow().objects())
                    .extracting(hop -> hop.text("server").orElseThrow())
                    .doesNotContain("proxy")
                    .contains("lps", "psc", "dmp");
            assertThat(json(run).object("own").orElseThrow().compact())
                    .contains(proxy.uri().toString(), "accroche.yaml:");
            makesThePmtPageGreen(run);
        }
    }

    /** What no run can do where everything is simulated. */
    private void makesThePmtPageGreen(CommandLineRun run) throws IOException {
        Files.writeString(directory.resolve("run.json"), run.out());

        CommandLineRun page = CommandLineRun.in(directory, "report", "pmt", "run.json");

        assertThat(page.exitCode()).as(page.out()).isZero();
        assertThat(page.out()).contains("alpha-edc-bas  SIMULE-ACCROCHE-");
    }

    /** By its own clock: what takes the chain's is not testable, and all else is judged. */
    @Test
    void isPutToTheConformitySuite() throws IOException {
        try (VendorProxyProcess proxy = vendor()) {
            declare(proxy.uri());

            CommandLineRun run = test("--suite", "proxy", "-o", "json");

            assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
            assertThat(json(run).array("cases").orElseThrow().objects())
                    .extracting(each -> each.text("status").orElseThrow() + " "
                            + each.text("id").orElseThrow())
                    .filteredOn(each -> !each.startsWith("PASS "))
                    .containsExactlyInAnyOrder(
                            "WARNING traces-are-not-for-everyone",
                            "NOT_TESTABLE service-stalls",
                            "NOT_TESTABLE tokens-are-renewed",
                            "NOT_TESTABLE idle-session-ends",
                            "NOT_APPLICABLE session-serves-its-own-lps");
        }
    }

    @Test
    void theReportSaysWhichLinkIsTheVendors() throws IOException {
        try (VendorProxyProcess proxy = vendor()) {
            declare(proxy.uri());

            CommandLineRun run = test("--client-id", "alpha-edc-bas");

            assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
            assertThat(run.out().lines())
                    .contains("Your own links (the rest is simulated)")
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("  proxy ")
                            .contains(proxy.uri().toString(), "accroche.yaml:"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "REWRITES_BODY, LPS-06",
        "PRESENTS_CERTIFICATE_OF_ANOTHER_CLIENT, IDN-01 IDN-07",
        "SENDS_PSC_TOKEN, TOK-04",
        "WRITES_ITS_OWN_NUMBER, IDN-06 LPS-04 LPS-06 LPS-07",
        "OMITS_SUBJECT_TOKEN_TYPE, TOK-01"
    })
    void failsInTheRightPlaceWhereItIsBroken(String defect, String broken) throws IOException {
        try (VendorProxyProcess proxy = vendor("defects=" + defect)) {
            declare(proxy.uri());

            CommandLineRun run = test("-o", "json");

            assertThat(run.exitCode()).as(run.err() + run.out()).isEqualTo(1);
            assertThat(rules(run, "FAIL")).as(defect).containsExactly(broken.split(" "));
        }
    }

    @Test
    void mayListenInPlainHttpOnThisMachine() throws IOException {
        try (VendorProxyProcess proxy = vendor("front=plain")) {
            declare(proxy.uri());

            CommandLineRun run = test("-o", "json");

            assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
            assertThat(rules(run, "PASS")).contains("LPS-06");
        }
    }

    @Test
    void speaksItsOwnContractByATemplateAndKeepsNoTrace() throws IOException {
        try (VendorProxyProcess proxy = vendor("front=other")) {
            Files.writeString(directory.resolve("requests.yaml"), TEMPLATE);
            declare(proxy.uri(), "template: requests.yaml");

            CommandLineRun run = test("-o", "json");

            assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
            assertThat(rules(run, "PASS")).contains("LPS-06");
            assertThat(run.out()).doesNotContain("\"s-");
        }
    }

    @Test
    void aTemplateThatIsNoJsonIsToldWithItsLineBeforeAnythingStarts() throws IOException {
        Files.writeString(directory.resolve("requests.yaml"), TEMPLATE.replace("\"${clientId}\"}", "${clientId}"));
        declare(URI.create("https://127.0.0.1:9"), "template: requests.yaml");

        CommandLineRun run = test();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("requests.yaml:3:1: connect.json:", "this is no JSON");
    }

    @Test
    void oneThatCallsNobodyIsSaidFirstAndIsNoVerdict() throws IOException {
        try (VendorProxyProcess proxy = vendor("front=silent")) {
            declare(proxy.uri());

            CommandLineRun run = test();

            assertThat(run.exitCode()).as(run.out()).isEqualTo(4);
            List<String> lines = run.out().lines().toList();
            assertThat(lines.get(3)).startsWith("! No traffic from your proxy was seen at PSC");
            assertThat(lines.subList(4, 12))
                    .anyMatch(line -> line.contains(sound.getProperty("discovery")))
                    .anyMatch(line -> line.contains(sound.getProperty("route.dmp.token")))
                    .anyMatch(line -> line.contains(sound.getProperty("route.dmp.target")));
        }
    }

    @Test
    void aProbeThatFailsNamesTheCause() throws IOException {
        declare(URI.create("https://127.0.0.1:9"));
        CommandLineRun absent = test();
        assertThat(absent.exitCode()).isEqualTo(3);
        assertThat(absent.err()).contains("your proxy, https://127.0.0.1:9", "nobody answers there", "to do:");
        assertThat(absent.out()).isEmpty();

        CommandLineRun suite = test("--suite", "proxy");
        assertThat(suite.exitCode()).as(suite.out()).isEqualTo(3);
        assertThat(suite.err()).contains("your proxy, https://127.0.0.1:9", "nobody answers there", "to do:");
        assertThat(suite.out()).isEmpty();

        declare(URI.create("https://nowhere.invalid/"));
        assertThat(test().err()).contains("no host of that name");

        try (VendorProxyProcess web = vendor("front=web")) {
            declare(web.uri());
            CommandLineRun run = test();
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err())
                    .contains(
                            "expected 400", "observed 200 text/html <h1>It works!</h1>", "participants.proxy.template");
        }
    }

    @Test
    void itsOwnAuthorityIsTrustedWhereItIsDeclaredAndNotOtherwise() throws IOException {
        Path other = directory.resolve("other");
        WorkFolder.in(other, Clock.systemUTC(), new KeySizes(2048, 2048));
        CommandLineRun ordered = CommandLineRun.in(
                directory,
                "certs",
                "order",
                "--offer",
                "serv",
                "--usage",
                "ssl-serv",
                "--structure",
                "300000000020002",
                "--name",
                "VENDOR",
                "--department",
                "Paris (75)",
                "--application",
                "localhost",
                "--work",
                other.toString(),
                "--password-file",
                Files.writeString(directory.resolve("pw.txt"), "accroche\n").toString(),
                "-o",
                "server");
        assertThat(ordered.exitCode()).as(ordered.err()).isZero();
        BroughtDeclaration brought = new BroughtDeclaration(directory);
        try (VendorProxyProcess proxy = vendor("server=" + directory.resolve(brought.one("server", "asip*.p12")))) {
            declare(proxy.uri());
            CommandLineRun refused = test();
            assertThat(refused.exitCode()).isEqualTo(3);
            assertThat(refused.err()).contains("the TLS handshake fails", "participants.proxy.trust", "to do: F");

            declare(proxy.uri(), "trust: " + brought.one("server", "truststore*.pem"));
            CommandLineRun run = test("-o", "json");
            assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
        }
    }

    @Test
    void isShownTheCertificateThatIsDeclaredForIt() throws IOException {
        try (VendorProxyProcess proxy = vendor("only.of=" + TestFolders.PATH)) {
            declare(proxy.uri());
            CommandLineRun refused = test();
            assertThat(refused.exitCode()).isEqualTo(3);
            assertThat(refused.err())
                    .contains("asks for a client certificate", "we presented no certificate", "lpsAuthentication");

            Files.writeString(directory.resolve("pw.txt"), "accroche\n");
            declare(
                    proxy.uri(),
                    "certificate: \"" + sound.getProperty("client.alpha-edc-bas") + "\"",
                    "passwordFile: pw.txt");
            CommandLineRun run = test("-o", "json");
            assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
        }
    }

    @Test
    void doctorSaysThatItDoesNotCallIt() throws IOException {
        declare(URI.create("https://127.0.0.1:9"));

        CommandLineRun run = CommandLineRun.in(directory, "doctor", "--work", TestFolders.PATH.toString());

        assertThat(run.out()).contains("your proxy, https://127.0.0.1:9 [", "not called here: accroche test and up");
    }

    @Test
    void aFaultOfTheProxyCannotBeAskedOfTheVendors() throws IOException {
        declare(URI.create("https://127.0.0.1:9"));

        CommandLineRun run = test("--fault", "proxy-rewrites-body");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("it is the proxy that goes wrong, and it is your own", "accroche.yaml:");
    }
}
