package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.file.CertificateFileReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run with the vendor's own files, and with its own servers. */
class OwnFilesRunTest {

    private static final String CLIENT = "all/alpha-edc-bas-300000000010009";
    private static final String SEAL = "all/alpha-cachet-300000000010009";

    @TempDir
    private Path directory;

    private BroughtDeclaration brought;

    @BeforeEach
    void declaration() {
        brought = new BroughtDeclaration(directory);
    }

    private CommandLineRun test(String... more) {
        List<String> words = new ArrayList<>(List.of("test", "--client-id", "alpha-edc-bas", "-o", "json"));
        words.addAll(List.of(more));
        return CommandLineRun.in(directory, words.toArray(String[]::new));
    }

    private static JsonObject report(CommandLineRun run) throws Exception {
        return Json.parseObject(run.out().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static JsonObject rule(JsonObject report, String id) {
        return report.array("rules").orElseThrow().objects().stream()
                .filter(rule -> rule.text("id").orElse("").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> presented(JsonObject report, String stage) {
        return report.array("hops").orElseThrow().objects().stream()
                .filter(hop -> hop.text("stage").orElse("").equals(stage))
                .flatMap(hop -> hop.object("certificate").stream())
                .flatMap(certificate -> certificate.text("sha256").stream())
                .distinct()
                .toList();
    }

    private String sha256(String folder) throws Exception {
        char[] password = Files.readString(directory.resolve(brought.one(folder, "*.password.txt")))
                .strip()
                .toCharArray();
        return ObservedCertificate.of(
                        CertificateFileReader.read(
                                        directory.resolve(brought.one(folder, "asip*.p12")), Optional.of(password))
                                .certificates()
                                .get(0),
                        List.of())
                .sha256();
    }

    @Test
    void theProxyPresentsTheVendorsCertificateAndTheLpsSealsWithItsSeal() throws Exception {
        brought.order();

        CommandLineRun run = test();

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonObject report = report(run);
        assertThat(presented(report, "EXCHANGE")).containsExactly(sha256(CLIENT));
        assertThat(presented(report, "BUSINESS")).containsExactly(sha256(CLIENT));
        assertThat(rule(report, "LPS-04").text("status")).contains("PASS");
    }

    @Test
    void aWrongCertificateIsFoundWithItsFile() throws Exception {
        brought.order();
        String seal = brought.one(SEAL, "asip*.p12");
        brought.declare("certificate: %s, passwordFile: %s".formatted(seal, brought.one(SEAL, "*.password.txt")));

        assertThat(test().exitCode()).as("the doctor stops it").isEqualTo(3);
        CommandLineRun run = test("--no-doctor");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        JsonObject wrong = rule(report(run), "IDN-01");
        assertThat(wrong.text("status")).contains("FAIL");
        assertThat(wrong.object("sources").orElseThrow().text("observed").orElseThrow())
                .startsWith(seal + " TLS/certificate[");
    }

    @Test
    void aWrongSealIsFoundWithItsFile() throws Exception {
        brought.order();
        String client = brought.one(CLIENT, "asip*.p12");
        brought.declare("seal: %s, sealPasswordFile: %s".formatted(client, brought.one(CLIENT, "*.password.txt")));

        CommandLineRun run = test("--no-doctor");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        JsonObject wrong = rule(report(run), "LPS-04");
        assertThat(wrong.text("status")).contains("FAIL");
        assertThat(wrong.object("sources").orElseThrow().text("observed").orElseThrow())
                .startsWith(client + " ");
    }

    @Test
    void aFaultOfTheCertificateWins() throws Exception {
        brought.order();

        CommandLineRun run = test("--fault", "certificate-expired");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        JsonObject wrong = rule(report(run), "MTL-01");
        assertThat(wrong.text("status")).contains("FAIL");
        assertThat(wrong.object("sources").orElseThrow().text("observed").orElseThrow())
                .startsWith("TLS/certificate[");
    }

    @Test
    void aFileThatCannotBeOpenedStopsEvenWithoutTheDoctor() throws Exception {
        brought.declare("certificate: nowhere.p12");

        CommandLineRun run = test("--no-doctor");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("nowhere.p12 does not exist");
    }

    @Test
    void aFaultOfAServerThatIsTheVendorsIsRefused() throws IOException {
        Files.writeString(
                directory.resolve("accroche.yaml"),
                ShippedDeclaration.PROXY_INTEGRE.text()
                        + "\nparticipants: { credentialApi: { mode: external, url: 'https://localhost:1/credentials' } }\n");

        CommandLineRun run = test("--fault", "credential-refusal-unexplained");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("a fault of credential-api, which is your own");
    }

    @Test
    void anOwnServerThatIsNotThereStopsARun() throws IOException {
        int port;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = once.getLocalPort();
        }
        Files.writeString(
                directory.resolve("accroche.yaml"),
                ShippedDeclaration.PROXY_INTEGRE.text()
                        + "\nparticipants: { credentialApi: { mode: external, url: 'https://localhost:" + port
                        + "/credentials' } }\n");

        CommandLineRun run = test();

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains("✗ participants.credentialApi https://localhost:" + port
                        + "/credentials — nobody answers there")
                .contains("nothing is started");
        assertThat(brought.doctor().out()).contains("✗ participants.credentialApi https://localhost:" + port);
    }
}
