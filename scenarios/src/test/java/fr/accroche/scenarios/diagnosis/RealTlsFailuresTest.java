package fr.accroche.scenarios.diagnosis;

import static fr.accroche.scenarios.diagnosis.RealFailures.IGC;
import static fr.accroche.scenarios.diagnosis.RealFailures.NOW;
import static fr.accroche.scenarios.diagnosis.RealFailures.assertAmong;
import static fr.accroche.scenarios.diagnosis.RealFailures.assertFirst;
import static fr.accroche.scenarios.diagnosis.RealFailures.get;
import static fr.accroche.scenarios.diagnosis.RealFailures.java;
import static fr.accroche.scenarios.diagnosis.RealFailures.order;
import static fr.accroche.scenarios.diagnosis.RealFailures.printed;
import static fr.accroche.scenarios.diagnosis.RealFailures.server;
import static fr.accroche.scenarios.diagnosis.RealFailures.trusting;
import static fr.accroche.scenarios.diagnosis.RealFailures.uri;

import fr.accroche.certs.Branch;
import fr.accroche.certs.CertificateFolder;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.Order;
import fr.accroche.certs.Profile;
import fr.accroche.wire.ClientAuthentication;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.WireServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Handshakes that fail for real: what the programs that are here print of them today is diagnosed. */
class RealTlsFailuresTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final WireRuntime RUNTIME = WireRuntime.start();
    private static final WireServer SOUND =
            server(RUNTIME, IGC.issue(order(Profile.SERV_SSL, List.of("localhost"))), new ClientAuthentication.None());

    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeFiles() {
        CertificateFolder files = new CertificateFolder(folder, IGC);
        files.issueOrReuse("client", order(Profile.ORG_AUTH_CLI, List.of()), PASSWORD);
        files.issueOrReuse("sign", order(Profile.ORG_SIGN, List.of()), PASSWORD);
        files.trust("trust", Branch.TEST, PASSWORD);
    }

    @AfterAll
    static void stop() {
        SOUND.close();
        RUNTIME.close();
    }

    @Test
    void f13AnUnknownRoot() throws Exception {
        assertFirst("F13", java(() -> get(SSLContext.getDefault(), SOUND)));
        assertFirst("F13", printed(folder, "curl -sS " + uri(SOUND)));
        Files.writeString(folder.resolve("call.js"), "fetch(process.argv[2]).catch(e => console.log(e))");
        assertFirst("F13", printed(folder, "node call.js " + uri(SOUND)));
    }

    @Test
    void f6F14AndF15AsOpenSslVerifies() throws Exception {
        assertFirst(
                "F6",
                printed(folder, "openssl verify -purpose sslclient -CAfile trust.pem -untrusted sign.pem sign.pem"));
        Files.writeString(folder.resolve("leaf.pem"), certificate(0));
        Files.writeString(folder.resolve("intermediate.pem"), certificate(1));
        assertFirst("F15", printed(folder, "openssl verify -CAfile intermediate.pem leaf.pem"));
        assertAmong("F14", printed(folder, "openssl verify -CAfile trust.pem leaf.pem"));
    }

    @Test
    void f28AndF29Dates() throws Exception {
        Order sound = order(Profile.SERV_SSL, List.of("localhost"));
        Order expired = sound.withValidity(NOW.minus(Duration.ofDays(9)), NOW.minus(Duration.ofDays(1)));
        Order tomorrow = sound.withValidity(NOW.plus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(9)));
        try (WireServer server = server(RUNTIME, IGC.issue(expired), new ClientAuthentication.None())) {
            assertFirst("F28", java(() -> get(trusting(folder.resolve("trust.p12")), server)));
            assertFirst("F28", printed(folder, "curl -sS --cacert trust.pem " + uri(server)));
        }
        try (WireServer server = server(RUNTIME, IGC.issue(tomorrow), new ClientAuthentication.None())) {
            assertFirst("F29", java(() -> get(trusting(folder.resolve("trust.p12")), server)));
            assertFirst("F29", printed(folder, "curl -sS --cacert trust.pem " + uri(server)));
        }
    }

    @Test
    void f33NoClientCertificate() throws Exception {
        ClientAuthentication strict =
                new ClientAuthentication.Strict(IGC.judge(Profile.ORG_AUTH_CLI, Branch.TEST), true);
        try (WireServer server = server(RUNTIME, IGC.issue(order(Profile.SERV_SSL, List.of("localhost"))), strict)) {
            assertFirst("F33", java(() -> get(trusting(folder.resolve("trust.p12")), server)));
            assertFirst("F33", printed(folder, "curl -sS --cacert trust.pem " + uri(server)));
        }
    }

    @Test
    void f36AndF37AnotherNameAndPlainHttp() throws Exception {
        HeldCertificate elsewhere = IGC.issue(order(Profile.SERV_SSL, List.of("other.example")));
        try (WireServer server = server(RUNTIME, elsewhere, new ClientAuthentication.None())) {
            assertFirst("F36", java(() -> get(trusting(folder.resolve("trust.p12")), server)));
            assertFirst("F36", printed(folder, "curl -sS --cacert trust.pem " + uri(server)));
            assertFirst("F37", printed(folder, "curl -sS " + uri(server).replace("https:", "http:")));
        }
    }

    private static String certificate(int index) throws IOException {
        return Files.readString(folder.resolve("client.pem")).split("(?=-----BEGIN)")[index];
    }
}
