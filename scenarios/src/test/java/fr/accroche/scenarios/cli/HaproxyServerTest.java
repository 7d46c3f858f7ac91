package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.accroche.certs.Branch;
import fr.accroche.certs.Delivery;
import fr.accroche.certs.Profile;
import fr.accroche.scenarios.Daemon;
import fr.accroche.scenarios.Programs;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HAProxy as {@code haproxy-server} configures it: where nginx answers 400, it sends an alert. */
class HaproxyServerTest {

    @TempDir
    private static Path folder;

    private static Deliveries deliveries;
    private static Delivery client;
    private static Daemon haproxy;
    private static String url;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(
                Programs.present("haproxy") && Programs.present("curl"),
                "skipped: haproxy or curl is not installed here");
        deliveries = new Deliveries(folder);
        client = deliveries.deliver("client", Deliveries.client());
        Delivery server = deliveries.deliver("the \"server\" of d'Alpha, $HOME", Deliveries.server());
        String address = Daemon.address();
        String configuration = deliveries.config("haproxy-server", server, "--listen", address);
        deliveries.makeBundle(configuration);
        haproxy = Daemon.haproxy(folder.resolve("haproxy"), configuration);
        url = "https://" + address.replace("127.0.0.1", "localhost") + "/";
    }

    @AfterAll
    static void stop() throws Exception {
        if (haproxy != null) {
            haproxy.close();
        }
    }

    @Test
    void aSoundClientPasses() throws Exception {
        assertThat(deliveries.curl(client, url).printed()).contains("/OU=300000000010009/CN=alpha-edc-bas");
    }

    @Test
    void f5AServersCertificateAsAClientsIsAccepted() throws Exception {
        Delivery wrong = deliveries.deliver("ssl", Deliveries.named("proxy.localhost"));

        assertThat(deliveries.curl(wrong, url).printed()).contains("/CN=proxy.localhost");
    }

    @Test
    void f6ASealAsAClientsIsNot() throws Exception {
        Delivery seal = deliveries.deliver("seal", Deliveries.client().withProfile(Profile.ORG_SIGN));

        assertThat(deliveries.presenting(seal, url)).contains("alert unsupported certificate");
    }

    @Test
    void f10OneOfTheOtherBranch() throws Exception {
        Delivery other = deliveries.deliver("other", Deliveries.client().withBranch(Branch.PRODUCTION));

        assertThat(deliveries.presenting(other, url)).contains("alert unknown ca");
    }

    /** curl tells the alert as if the server's certificate were meant, and names no date. */
    @Test
    void f28AnExpiredOne() throws Exception {
        Delivery expired = deliveries.deliver("expired", Deliveries.expired());

        assertThat(deliveries.presenting(expired, url))
                .containsPattern("alert certificate expired|\\(60\\) SSL certificate verification failed");
    }

    @Test
    void f33NoCertificate() throws Exception {
        assertThat(deliveries.presentingNothing(url)).contains("alert handshake failure");
    }
}
