package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.accroche.certs.Branch;
import fr.accroche.certs.Delivery;
import fr.accroche.certs.Profile;
import fr.accroche.scenarios.Daemon;
import fr.accroche.scenarios.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** nginx and HAProxy, as they are configured here, with sound certificates and with those that vendors are surprised by. */
class ServerConfigurationsTest {

    @TempDir
    private static Path folder;

    private static Deliveries deliveries;
    private static Delivery client;
    private static Daemon nginx;
    private static Daemon haproxy;
    private static String nginxUrl;
    private static String haproxyUrl;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(
                Programs.present("nginx") && Programs.present("haproxy") && Programs.present("curl"),
                "skipped: nginx, haproxy or curl is not installed here");
        deliveries = new Deliveries(folder);
        client = deliveries.deliver("client", Deliveries.client());
        Delivery server = deliveries.deliver("the \"server\" of d'Alpha", Deliveries.server());
        String address = Daemon.address();
        nginx = Daemon.nginx(folder.resolve("nginx"), deliveries.config("nginx-server", server, "--listen", address));
        nginxUrl = url(address);
        String other = Daemon.address();
        String configuration = deliveries.config("haproxy-server", server, "--listen", other);
        deliveries.makeBundle(configuration);
        haproxy = Daemon.haproxy(folder.resolve("haproxy"), configuration);
        haproxyUrl = url(other);
    }

    @AfterAll
    static void stop() throws Exception {
        if (nginx != null) {
            nginx.close();
        }
        if (haproxy != null) {
            haproxy.close();
        }
    }

    private static String url(String address) {
        return "https://" + address.replace("127.0.0.1", "localhost") + "/";
    }

    @Test
    void aSoundClientPasses() throws Exception {
        assertThat(deliveries.curl(client, nginxUrl).printed()).startsWith(Deliveries.SUBJECT);
        assertThat(deliveries.curl(client, haproxyUrl).printed()).contains("/OU=300000000010009/CN=alpha-edc-bas");
        assertThat(deliveries.java(client, nginxUrl).printed()).startsWith("200\n" + Deliveries.SUBJECT);
        if (Programs.present("node")) {
            assertThat(deliveries.node(client, nginxUrl).printed()).startsWith("200\n" + Deliveries.SUBJECT);
        }
    }

    @Test
    void f5AServersCertificateAsAClientsIsAccepted() throws Exception {
        Delivery wrong = deliveries.deliver("ssl", Deliveries.named("proxy.localhost"));

        assertThat(deliveries.curl(wrong, nginxUrl).printed()).startsWith("CN=proxy.localhost,OU=300000000010009");
        assertThat(deliveries.curl(wrong, haproxyUrl).printed()).contains("/CN=proxy.localhost");
    }

    @Test
    void f6ASealAsAClientsIsNot() throws Exception {
        Delivery seal = deliveries.deliver("seal", Deliveries.client().withProfile(Profile.ORG_SIGN));

        assertThat(presenting(seal, nginxUrl)).contains("The SSL certificate error");
        assertThat(nginx.log()).containsPattern("\\(26:unsuit(able|ported) certificate purpose\\)");
        assertThat(presenting(seal, haproxyUrl)).contains("alert unsupported certificate");
    }

    @Test
    void f10OneOfTheOtherBranch() throws Exception {
        Delivery other = deliveries.deliver("other", Deliveries.client().withBranch(Branch.PRODUCTION));

        assertThat(presenting(other, nginxUrl)).contains("The SSL certificate error");
        assertThat(nginx.log()).containsPattern("\\((19:self.signed certificate in|20:unable to get local issuer)");
        assertThat(presenting(other, haproxyUrl)).contains("alert unknown ca");
    }

    /** Java does not even send it: the server names one authority, which is not its own. */
    @Test
    void f10OneOfTheOtherBranchFromJava() throws Exception {
        Delivery other = deliveries.deliver("other-java", Deliveries.client().withBranch(Branch.PRODUCTION));
        String program = deliveries
                .config("java", other, "--url", nginxUrl)
                .replace(other.trust().get(1).toString(), client.trust().get(1).toString());

        assertThat(deliveries.java(program).printed())
                .startsWith("400\n")
                .contains("No required SSL certificate was sent");
    }

    @Test
    void f14ALeafAlone() throws Exception {
        Path leaf = folder.resolve("leaf.pem");
        String chain = Files.readString(client.chain());
        Files.writeString(leaf, chain.substring(0, chain.indexOf("-----BEGIN", 1)));

        assertThat(presenting(leaf, client, nginxUrl)).contains("The SSL certificate error");
        assertThat(nginx.log()).contains("(21:unable to verify the first certificate)");
    }

    /** curl tells the alert as if the server's certificate were meant, and names no date. */
    @Test
    void f28AnExpiredOne() throws Exception {
        Delivery expired = deliveries.deliver("expired", Deliveries.expired());

        assertThat(presenting(expired, nginxUrl)).contains("The SSL certificate error");
        assertThat(nginx.log()).contains("(10:certificate has expired)");
        assertThat(presenting(expired, haproxyUrl))
                .containsPattern("alert certificate expired|\\(60\\) SSL certificate verification failed");
    }

    @Test
    void f33NoCertificate() throws Exception {
        assertThat(curl(nginxUrl)).contains("No required SSL certificate was sent");
        assertThat(curl(haproxyUrl)).contains("alert handshake failure");
    }

    private static String presenting(Delivery presented, String url) throws Exception {
        return presenting(presented.chain(), presented, url);
    }

    private static String presenting(Path chain, Delivery keyOf, String url) throws Exception {
        String key = keyOf.keyed().orElseThrow().key().toString();
        return curl("--cert", chain.toString(), "--key", key, url);
    }

    /** With TLS 1.2, where the alert comes before the client has anything else to write, and is always seen (F32). */
    private static String curl(String... arguments) throws Exception {
        String trust = client.trust().get(2).toString();
        String[] command = Stream.concat(
                        Stream.of("curl", "-sS", "--tls-max", "1.2", "--cacert", trust), Arrays.stream(arguments))
                .toArray(String[]::new);
        return Programs.run(folder, command).printed();
    }
}
