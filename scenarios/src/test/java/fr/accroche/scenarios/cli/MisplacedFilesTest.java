package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.scenarios.TestFolders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret in a file that cannot be read is not in what is said of it. */
class MisplacedFilesTest {

    @TempDir
    private Path directory;

    private Overheard overheard;
    private String secret;

    @BeforeEach
    void listen() {
        overheard = new Overheard(directory);
        secret = overheard.secrets.plant("misplaced");
    }

    @AfterEach
    void stop() {
        overheard.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<SECRET",
                "<a>SECRET</b>",
                "<!DOCTYPE a [<!ENTITY SECRET 'SECRET'>]><a>&SECRET;</a>",
                "<a SECRET></a>",
                "<a b='SECRET' b='SECRET'/>",
                "<a>&SECRET;</a>",
                "<SECRET:a/>",
                "<a xmlns='SECRET'/>",
                "SECRET",
                "{\"assertion\": \"SECRET\"}"
            })
    void ofARequest(String written) throws IOException {
        Files.write(
                directory.resolve("r.xml"), written.replace("SECRET", secret).getBytes(StandardCharsets.UTF_8));
        CommandLineRun soap = overheard.run("test", "--request", "r.xml", "--teleservice", "insi");
        overheard.assertRefusedInSilence(soap, "r.xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SECRET",
                "{SECRET}",
                "{\"a\": SECRET}",
                "{\"traits\": {\"birthName\": \"SECRET\", \"sex\": \"SECRET\"}}",
                "{\"traits\": {\"SECRET\": 1}}",
                "{\"SECRET\": 1}",
                "{\"a\": \"SECRET\", \"a\": \"SECRET\"}",
                "{\"SECRET\": \"a\", \"SECRET\": \"b\"}",
                "{\"ins\": \"SECRET\"}",
                "[\"SECRET\"]"
            })
    void ofARequestInJson(String written) throws IOException {
        Files.writeString(directory.resolve("r.json"), written.replace("SECRET", secret));
        overheard.run("replay", "r.json");
        overheard.run("replay", "r.json", "--architecture", "proxy-integre");
        overheard.run("report", "diff", "r.json", "r.json");
        CommandLineRun run = overheard.run(
                "test", "--architecture", "non-autonome-dans-proxy", "--request", "r.json", "--teleservice", "insi");
        overheard.assertRefusedInSilence(run, "r.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"request\": {\"urlPath\": \"/x\"}, \"response\": {\"body\": \"SECRET\", SECRET}}",
                "{\"request\": {\"urlPath\": \"/x\"}, \"response\": {\"body\": \"SECRET\", \"proxyBaseUrl\": \"https://a:SECRET@b\"}}",
                "{\"request\": {\"urlPath\": \"/x\", \"headers\": {\"Authorization\": \"SECRET\"}}, \"response\": {}}",
                "{\"request\": {\"urlPath\": \"/x\", \"headers\": {\"Authorization\": {\"equal\": \"SECRET\"}}}}",
                "{\"request\": {\"url\": \"/x?key=SECRET\"}, \"response\": {\"proxyBaseUrl\": \"https://x\"}}",
                "{\"response\": {\"status\": \"SECRET\"}}",
                "{\"SECRET\": 1}",
                "SECRET"
            })
    void ofAStub(String written) throws IOException {
        Path stub = Files.createDirectories(directory.resolve("stubs/mappings")).resolve("a.json");
        Files.writeString(stub, written.replace("SECRET", secret));

        overheard.assertRefusedInSilence(
                overheard.run("test", "--architecture", "proxy-integre", "--stubs", "stubs"), "stubs/mappings/a.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"keys\": [{\"kty\": \"oct\", \"k\": \"SECRET\"}]}",
                "{\"keys\": [{\"kty\": \"RSA\", \"d\": \"SECRET\", \"n\": \"SECRET\", \"e\": \"AQAB\"}]}",
                "{\"keys\": [\"SECRET\"]}",
                "{\"SECRET\": SECRET}"
            })
    void ofAKeySet(String written) throws IOException {
        Files.writeString(directory.resolve("jwks.json"), written.replace("SECRET", secret));
        Files.writeString(
                directory.resolve("accroche.yaml"),
                ShippedDeclaration.PROXY_INTEGRE
                        .text()
                        .replace("clientId: alpha-edc-bas,", "clientId: alpha-edc-bas, psc: { jwksFile: jwks.json },"));

        overheard.assertRefusedInSilence(overheard.run("test"), "jwks.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN PRIVATE KEY-----\nSECRET\n-----END PRIVATE KEY-----\n",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nSECRET\n-----END ENCRYPTED PRIVATE KEY-----\n",
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: SECRET\nDEK-Info: SECRET\n\nSECRET\n-----END RSA PRIVATE KEY-----\n",
                "-----BEGIN CERTIFICATE REQUEST-----\nSECRET\n-----END CERTIFICATE REQUEST-----\n",
                "SECRET"
            })
    void ofAPemFile(String written) throws IOException {
        Files.writeString(directory.resolve("some.pem"), written.replace("SECRET", secret));
        Files.writeString(directory.resolve("pw.txt"), overheard.secrets.plant("password"));

        overheard.run("certs", "check", "some.pem", "--password-file", "pw.txt", "--work", TestFolders.PATH.toString());
        overheard.run(
                "certs", "check", "some.pem", "--key", "some.pem", "--work", TestFolders.PATH.toString(), "-o", "json");
        overheard.run("certs", "order", "--csr", "some.pem", "--work", TestFolders.PATH.toString());
        CommandLineRun run = overheard.run("certs", "inspect", "some.pem", "--password-file", "pw.txt");
        assertThat(run.out() + run.err()).isNotEmpty();
        overheard.assertNowhere(file -> file.endsWith("some.pem") || file.endsWith("pw.txt"));
    }

    /** Logs of other programs hold anything. */
    @Test
    void ofAPastedText() throws IOException {
        String pasted = """
                > Authorization: Bearer %1$s
                > POST /token?client_secret=%1$s
                javax.net.ssl.SSLHandshakeException: PKIX path building failed: %1$s: unable to find valid certification path
                -----BEGIN PRIVATE KEY-----
                %1$s
                -----END PRIVATE KEY-----
                keystore password was incorrect (%1$s)
                """.formatted(secret);

        for (String form : new String[] {"text", "json"}) {
            CommandLineRun run =
                    overheard.fed(pasted.getBytes(StandardCharsets.UTF_8), "certs", "diagnose", "-", "-o", form);
            assertThat(run.exitCode()).as(run.err()).isZero();
        }
        overheard.fed(secret.getBytes(StandardCharsets.UTF_8), "certs", "diagnose", "-");
        overheard.assertNowhere(file -> false);
    }

    /** A recording may come from another program, or have been changed by hand. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"facts\": { \"API_TOKEN\": { \"value\": \"SECRET\", \"where\": \"x\" } }, \"breaches\": [], \"call\": \"POST /lps\"",
                "\"facts\": { \"SECRET\": { \"value\": \"a\", \"where\": \"x\" } }, \"breaches\": [], \"call\": \"POST /lps\"",
                "\"facts\": { \"LPS_NUMBER\": { \"value\": \"SECRET\", \"where\": \"x\" } }, \"breaches\": [], \"call\": \"POST /lps\"",
                "\"facts\": SECRET",
                "\"facts\": {}, \"breaches\": [], \"call\": \"GET /lps?token=SECRET\"",
                "\"facts\": {}, \"call\": \"POST /lps\", \"breaches\": \"SECRET\""
            })
    void ofARecording(String written) throws IOException {
        Files.writeString(
                directory.resolve("run.json"), """
                { "accroche": "dev", "at": "2026-11-27T10:00:00Z", "durationMs": 1, "declaration": "accroche.yaml",
                  "declarationSha256": "%s", "verdict": "CONFORME", "identities": [], "hops": [ {
                    "at": "2026-11-27T10:00:00Z", "durationMs": 1, "stage": "BUSINESS", "server": "insi", "status": 200,
                    "clientCertificate": "NOT_ASKED", %s } ] }
                """.formatted("0".repeat(64), written.replace("SECRET", secret)));

        overheard.assertRefusedInSilence(
                overheard.run("replay", "run.json", "--architecture", "proxy-integre", "-o", "html:r.html"),
                "run.json");
    }
}
