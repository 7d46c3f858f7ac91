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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** nginx as {@code nginx-server} configures it, with a sound certificate and with those that vendors are surprised by. */
class NginxServerTest {

    @TempDir
    private static Path folder;

    private static Deliveries deliveries;
    private static Delivery client;
    private static Daemon nginx;
    private static String url;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(
                Programs.present("nginx") && Programs.present("curl"), "skipped: nginx or curl is not installed here");
        deliveries = new Deliveries(folder);
        client = deliveries.deliver("client", Deliveries.client());
        Delivery server = deliveries.deliver("the \"server\" of d'Alpha", Deliveries.server());
        String address = Daemon.address();
        nginx = Daemon.nginx(folder.resolve("nginx"), deliveries.config("nginx-server", server, "--listen", address));
        url = "https://" + address.replace("127.0.0.1", "localhost") + "/";
    }

    @AfterAll
    static void stop() throws Exception {
        if (nginx != null) {
            nginx.close();
        }
    }

    @Test
    void aSoundClientPasses() throws Exception {
        assertThat(deliveries.curl(client, url).printed()).startsWith(Deliveries.SUBJECT);
        assertThat(deliveries.java(client, url).printed()).startsWith("200\n" + Deliveries.SUBJECT);
        assumeTrue(Programs.present("node"), "skipped: node is not installed here");
        assertThat(deliveries.node(client, url).printed()).startsWith("200\n" + Deliveries.SUBJECT);
    }

    @Test
    void f5AServersCertificateAsAClientsIsAccepted() throws Exception {
        Delivery wrong = deliveries.deliver("ssl", Deliveries.named("proxy.localhost"));

        assertThat(deliveries.curl(wrong, url).printed()).startsWith("CN=proxy.localhost,OU=300000000010009");
    }

    @Test
    void f6ASealAsAClientsIsNot() throws Exception {
        Delivery seal = deliveries.deliver("seal", Deliveries.client().withProfile(Profile.ORG_SIGN));

        assertThat(deliveries.presenting(seal, url)).contains("The SSL certificate error");
        assertThat(nginx.log()).containsPattern("\\(26:unsuit(able|ported) certificate purpose\\)");
    }

    @Test
    void f10OneOfTheOtherBranch() throws Exception {
        Delivery other = deliveries.deliver("other", Deliveries.client().withBranch(Branch.PRODUCTION));

        assertThat(deliveries.presenting(other, url)).contains("The SSL certificate error");
        assertThat(nginx.log()).containsPattern("\\((19:self.signed certificate in|20:unable to get local issuer)");
    }

    /** Java does not even send it: the server names one authority, which is not its own. */
    @Test
    void f10OneOfTheOtherBranchFromJava() throws Exception {
        Delivery other = deliveries.deliver("other-java", Deliveries.client().withBranch(Branch.PRODUCTION));
        String program = deliveries
                .config("java", other, "--url", url)
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

        assertThat(deliveries.presenting(leaf, client, url)).contains("The SSL certificate error");
        assertThat(nginx.log()).contains("(21:unable to verify the first certificate)");
    }

    @Test
    void f28AnExpiredOne() throws Exception {
        Delivery expired = deliveries.deliver("expired", Deliveries.expired());

        assertThat(deliveries.presenting(expired, url)).contains("The SSL certificate error");
        assertThat(nginx.log()).contains("(10:certificate has expired)");
    }

    @Test
    void f33NoCertificate() throws Exception {
        assertThat(deliveries.presentingNothing(url)).contains("No required SSL certificate was sent");
    }
}
