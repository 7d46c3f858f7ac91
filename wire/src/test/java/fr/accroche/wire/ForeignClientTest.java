package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.accroche.certs.HeldCertificate;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JDK's client and curl, which know nothing of us. */
class ForeignClientTest {

    private static final HeldCertificate GOOD = TestAuthority.ROOT.client("lps-alpha");
    private static final HeldCertificate UNKNOWN = TestAuthority.OTHER.client("lps-of-another-root");
    private static final char[] PASSWORD = {};
    private static final Handler WHO = request -> Response.of(
            200,
            "text/plain",
            request.method() + " " + request.text().length() + " "
                    + request.peer()
                            .certificate()
                            .map(leaf -> leaf.getSubjectX500Principal().getName())
                            .orElse("-"));

    private static final TestServer PEDAGOGIC =
            TestServer.start(new ClientAuthentication.Pedagogic(Judges.issuedBy(TestAuthority.ROOT)), WHO);
    private static final TestServer STRICT =
            TestServer.start(new ClientAuthentication.Strict(Judges.issuedBy(TestAuthority.ROOT), true), WHO);

    @TempDir
    private static Path folder;

    @BeforeAll
    static void writePem() throws IOException {
        pem(folder.resolve("root.pem"), TestAuthority.ROOT.asRoots());
        pem(folder.resolve("good.pem"), GOOD.chain());
        key(folder.resolve("good.key"), GOOD);
        pem(folder.resolve("unknown.pem"), UNKNOWN.chain());
        key(folder.resolve("unknown.key"), UNKNOWN);
    }

    @AfterAll
    static void stop() {
        PEDAGOGIC.close();
        STRICT.close();
    }

    @Test
    void jdkClientPassesAndKeepsItsConnection() throws Exception {
        HttpClient client = jdkClient(GOOD);
        for (int i = 0; i < 2; i++) {
            HttpRequest post = HttpRequest.newBuilder(STRICT.uri("/"))
                    .POST(HttpRequest.BodyPublishers.ofString("body"))
                    .expectContinue(true)
                    .build();
            assertThat(client.send(post, HttpResponse.BodyHandlers.ofString()).body())
                    .isEqualTo("POST 4 CN=lps-alpha");
        }
    }

    /** Told of a list of authorities, the JDK's own key manager would have sent none. */
    @Test
    void jdkClientPresentsEvenACertificateOfAnotherRoot() throws Exception {
        HttpRequest get = HttpRequest.newBuilder(PEDAGOGIC.uri("/")).build();

        assertThat(jdkClient(UNKNOWN)
                        .send(get, HttpResponse.BodyHandlers.ofString())
                        .body())
                .isEqualTo("GET 0 CN=lps-of-another-root");
    }

    @Test
    void curlPassesWithHttp11AndReusesItsConnection() throws Exception {
        String url = STRICT.uri("/").toString();

        assertThat(curl("good", "-w", "\n%{http_version} %{num_connects}\n", url, url))
                .isEqualTo("GET 0 CN=lps-alpha\n1.1 1\nGET 0 CN=lps-alpha\n1.1 0\n");
    }

    @Test
    void curlSendsALargeBodyAfterA100AndAnEarlyRefusal() throws Exception {
        Path large = Files.write(folder.resolve("large"), new byte[60_000]);
        Path tooLarge = Files.write(folder.resolve("too-large"), new byte[3_000_000]);
        String url = STRICT.uri("/").toString();

        assertThat(curl("good", "--data-binary", "@" + large, url)).isEqualTo("POST 60000 CN=lps-alpha");
        assertThat(curl("good", "-w", "%{http_code}", "-o", "/dev/null", "--data-binary", "@" + tooLarge, url))
                .isEqualTo("413");
        assertThat(curl(
                        "good",
                        "-w",
                        "%{http_code}",
                        "-o",
                        "/dev/null",
                        "-H",
                        "Transfer-Encoding: chunked",
                        "-H",
                        "Expect:",
                        "--data-binary",
                        "@" + tooLarge,
                        url))
                .isEqualTo("413");
    }

    @Test
    void curlIsAnsweredInPedagogicModeWhateverItPresents() throws Exception {
        String url = PEDAGOGIC.uri("/").toString();

        assertThat(curl("unknown", url)).isEqualTo("GET 0 CN=lps-of-another-root");
        assertThat(curl("unknown", "--tls-max", "1.2", url)).isEqualTo("GET 0 CN=lps-of-another-root");
        assertThat(run(List.of(
                        "curl", "-sS", "--cacert", folder.resolve("root.pem").toString(), url)))
                .isEqualTo("GET 0 -");
    }

    @Test
    void curlSeesTheAlertInStrictMode() throws Exception {
        assertThat(curl("unknown", STRICT.uri("/").toString())).contains("alert certificate unknown");
        assertThat(curl("unknown", "--tls-max", "1.2", STRICT.uri("/").toString()))
                .contains("alert certificate unknown");
    }

    private static String curl(String held, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("curl", "-sS"));
        command.addAll(List.of("--cacert", folder.resolve("root.pem").toString()));
        command.addAll(List.of("--cert", folder.resolve(held + ".pem").toString()));
        command.addAll(List.of("--key", folder.resolve(held + ".key").toString()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private static String run(List<String> command) throws Exception {
        assumeTrue(isThere(), "curl is not on the path");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static boolean isThere() {
        try {
            new ProcessBuilder("curl", "--version")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException absent) {
            return false;
        }
    }

    private static HttpClient jdkClient(HeldCertificate held) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry("held", held.key(), PASSWORD, held.chain().toArray(Certificate[]::new));
        KeyManagerFactory identity = KeyManagerFactory.getInstance("PKIX");
        identity.init(keys, PASSWORD);
        KeyStore roots = KeyStore.getInstance("PKCS12");
        roots.load(null, null);
        roots.setCertificateEntry("root", TestAuthority.ROOT.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(roots);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(identity.getKeyManagers(), trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static void pem(Path file, List<? extends Certificate> chain) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Certificate each : chain) {
            try {
                text.append(block("CERTIFICATE", each.getEncoded()));
            } catch (java.security.cert.CertificateEncodingException impossible) {
                throw new IOException(impossible);
            }
        }
        Files.writeString(file, text);
    }

    private static void key(Path file, HeldCertificate held) throws IOException {
        Files.writeString(file, block("PRIVATE KEY", held.key().getEncoded()));
    }

    private static String block(String type, byte[] content) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n";
    }
}
