package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.chain.Ports;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code up} for others than this machine, as in a container; and {@code health}, which watches it there. */
class ReachOptionsTest {

    private static final Path WORK = TestFolders.PATH;

    @TempDir
    private Path directory;

    @BeforeAll
    static void keysAreThere() {
        TestFolders.open();
    }

    @Test
    @Timeout(120)
    void othersReachItByTheNameThatTheyCall() throws Exception {
        int base = UpCommandTest.freeBlock();
        String[] health = {"health", "--ports", String.valueOf(base), "--work", WORK.toString()};
        try (UpProcess up = UpProcess.start(directory, base, WORK, "--bind", "0.0.0.0", "--host", "chaine,127.0.0.3")) {
            List<String> table = up.upTo("ready; Ctrl-C");

            assertThat(table).anyMatch(line -> line.contains("https://chaine:" + base + "/"));
            // an address that only a server of every address has, and a name that its certificate must bear
            assertThat(discovery(base, "chaine")).contains("\"issuer\":\"https://chaine:" + base + "/");
            assertThat(discovery(base, "127.0.0.3")).startsWith("HTTP/1.1 200");
            CommandLineRun ready = CommandLineRun.in(directory, health);
            assertThat(ready.exitCode()).isZero();
            assertThat(ready.err()).contains("https://localhost:" + (base + 7) + "/health/ready: ready");
        }
        assertThat(CommandLineRun.in(directory, health).exitCode()).isEqualTo(1);
    }

    @Test
    void withoutAChainThereIsNoHealth() {
        CommandLineRun run = CommandLineRun.in(directory, "health", "--work", "none");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("trust.pem does not exist");
    }

    @Test
    void neitherNameNorAddressIsGuessed() {
        for (String wrong : List.of("localhost", "1.2", "256.0.0.1", "")) {
            assertThat(usage("--bind", wrong)).contains("--bind " + wrong + ": the address of one");
        }
        for (String wrong : List.of("a b", "-a", "https://a", "a.", "a".repeat(64))) {
            assertThat(usage("--host", wrong)).contains("--host " + wrong + ": a host name is expected");
        }
    }

    @Test
    void itsOwnNamesStayGood() throws Exception {
        Ports ports = new Ports(20440).called(List.of("chaine")).on(InetAddress.getByName("0.0.0.0"));

        assertThat(ports.names()).containsExactly("chaine", "localhost", "127.0.0.1");
        assertThat(ports.of(Participant.PSC).getHostString()).isEqualTo("chaine");
        assertThat(Ports.BLOCK.of(Participant.PSC).getHostString()).isEqualTo("localhost");
    }

    private String usage(String option, String value) {
        CommandLineRun run = CommandLineRun.in(directory, "up", "--work", "none", option, value);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(directory.resolve("none")).doesNotExist();
        return run.err();
    }

    /** What PSC says of itself to a client that trusts the chain's authorities and called it so. */
    private static String discovery(int port, String host) throws Exception {
        try (SSLSocket socket = (SSLSocket) trusting().createSocket()) {
            SSLParameters checked = socket.getSSLParameters();
            checked.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(checked);
            byte[] address = InetAddress.getByName("127.0.0.3").getAddress();
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(host, address), port), 10_000);
            socket.setSoTimeout(10_000);
            String request = "GET /auth/realms/esante-wallet/.well-known/wallet-openid-configuration HTTP/1.1\r\nHost: "
                    + host + ":" + port + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static SSLSocketFactory trusting() throws Exception {
        KeyStore roots = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(WORK.resolve("certs").resolve("trust.p12"))) {
            roots.load(bytes, "accroche".toCharArray());
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(roots);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }
}
