package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.accroche.certs.Branch;
import fr.accroche.certs.Delivery;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.Pkcs12Dialect;
import fr.accroche.certs.Profile;
import fr.accroche.scenarios.Daemon;
import fr.accroche.scenarios.Programs;
import fr.accroche.wire.ClientAuthentication;
import fr.accroche.wire.ConnectionObserver;
import fr.accroche.wire.Limits;
import fr.accroche.wire.Response;
import fr.accroche.wire.ServerSettings;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.WireServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each printed configuration, run by its program against a server that refuses any other certificate in the handshake. */
class ClientConfigurationsTest {

    /** Of all that some syntax gives a meaning to, what every one of these programs can read. */
    private static final String AWKWARD = "client d'Alpha \"bas\" : a\\b #1, {x} %d;&";

    private static final WireRuntime RUNTIME = WireRuntime.start();
    private static final WireServer SERVER = server(Deliveries.IGC.issue(Deliveries.server()));

    @TempDir
    private static Path folder;

    private static Deliveries deliveries;
    private static Delivery client;

    @BeforeAll
    static void deliver() {
        deliveries = new Deliveries(folder);
        client = deliveries.deliver(AWKWARD, Deliveries.client());
    }

    @AfterAll
    static void stop() {
        SERVER.close();
        RUNTIME.close();
    }

    /** Answers what it was asked, by whom. */
    private static WireServer server(HeldCertificate identity) {
        InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        ClientAuthentication strict =
                new ClientAuthentication.Strict(Deliveries.IGC.judge(Profile.ORG_AUTH_CLI, Branch.TEST), true);
        ServerSettings settings = new ServerSettings("configured", free, identity, strict, Limits.DEFAULT);
        return new WireServer(
                        RUNTIME,
                        settings,
                        request -> Response.of(
                                200,
                                "text/plain",
                                request.path() + " "
                                        + request.peer()
                                                .certificate()
                                                .orElseThrow()
                                                .getSubjectX500Principal()
                                                .getName()),
                        new ConnectionObserver() {})
                .start();
    }

    private static String url() {
        return "https://localhost:" + SERVER.uri().getPort() + "/hello";
    }

    @Test
    void curl() throws Exception {
        need("curl");

        Programs.Ended ended = deliveries.curl(client, url());

        assertThat(ended.exitCode()).as(ended.printed()).isZero();
        assertThat(ended.printed()).isEqualTo("/hello " + subject());
    }

    @Test
    void curlWithAPasswordOfTheUsersOwn() throws Exception {
        need("curl");
        char[] password = "a \"b\\c' $x".toCharArray();
        Delivery own = deliveries.deliver("own", Deliveries.client(), Pkcs12Dialect.MODERN, Optional.of(password));
        Files.writeString(folder.resolve("my pw.txt"), new String(password) + "\r\nmore\n");

        String script = deliveries.config("curl", own, "--url", url(), "--password-file", "my pw.txt");
        Programs.Ended ended = deliveries.run("curl.sh", script, "sh", "curl.sh");

        assertThat(ended.printed()).isEqualTo("/hello " + subject());
    }

    @Test
    void java() throws Exception {
        Programs.Ended ended = deliveries.java(client, url());

        assertThat(ended.exitCode()).as(ended.printed()).isZero();
        assertThat(ended.printed().lines()).containsExactly("200", "/hello " + subject());
    }

    @Test
    void node() throws Exception {
        need("node");

        Programs.Ended ended = deliveries.node(client, url());

        assertThat(ended.exitCode()).as(ended.printed()).isZero();
        assertThat(ended.printed()).isEqualTo("200\n/hello " + subject());
    }

    @Test
    void nginx() throws Exception {
        String address = Daemon.address();
        String configuration = deliveries.config("nginx-client", client, "--url", url(), "--listen", address);

        try (Daemon nginx = Daemon.nginx(folder.resolve("nginx"), configuration)) {
            HttpResponse<String> response = get("http://" + address + "/through");
            assertThat(response.body()).as(nginx.log()).isEqualTo("/through " + subject());
            assertThat(response.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void haproxy() throws Exception {
        String address = Daemon.address();
        String configuration = deliveries.config("haproxy-client", client, "--url", url(), "--listen", address);
        deliveries.makeBundle(configuration);

        Daemon haproxy = Daemon.haproxy(folder.resolve("haproxy"), configuration);
        try (haproxy) {
            HttpResponse<String> response = get("http://" + address + "/through");
            assertThat(response.body()).isEqualTo("/through " + subject());
            assertThat(response.statusCode()).isEqualTo(200);
        }
    }

    /** A server of another authority, or of another name, is not talked to by any of them. */
    @Test
    void theServerIsVerifiedToo() throws Exception {
        try (WireServer elsewhere = server(Deliveries.IGC.issue(Deliveries.named("other.localhost")))) {
            String url = "https://localhost:" + elsewhere.uri().getPort() + "/";
            if (Programs.present("curl")) {
                assertThat(deliveries.curl(client, url).printed()).contains("curl: (60)");
            }
            if (Programs.present("node")) {
                assertThat(deliveries.node(client, url).printed()).startsWith("ERR_TLS_CERT_ALTNAME_INVALID");
            }
            assertThat(deliveries.java(client, url).printed()).contains("No subject alternative DNS name matching");
        }
    }

    @Test
    void theServerIsVerifiedByProxiesToo() throws Exception {
        try (WireServer elsewhere = server(Deliveries.IGC.issue(Deliveries.named("other.localhost")))) {
            String url = "https://localhost:" + elsewhere.uri().getPort() + "/";
            String address = Daemon.address();
            String proxy = deliveries.config("haproxy-client", client, "--url", url, "--listen", address);
            deliveries.makeBundle(proxy);
            Daemon haproxy = Daemon.haproxy(folder.resolve("haproxy-elsewhere"), proxy);
            try (haproxy) {
                assertThat(get("http://" + address + "/").statusCode()).isEqualTo(503);
            }
            String other = Daemon.address();
            String configuration = deliveries.config("nginx-client", client, "--url", url, "--listen", other);
            try (Daemon nginx = Daemon.nginx(folder.resolve("nginx-elsewhere"), configuration)) {
                assertThat(get("http://" + other + "/").statusCode()).isEqualTo(502);
                assertThat(nginx.log()).contains("upstream SSL certificate does not match \"localhost\"");
            }
        }
    }

    private static HttpResponse<String> get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String subject() {
        return client.certificate().getSubjectX500Principal().getName();
    }

    private static void need(String program) {
        assumeTrue(Programs.present(program), "skipped: " + program + " is not installed here");
    }
}
