package fr.accroche.scenarios.diagnosis;

import static fr.accroche.scenarios.diagnosis.RealFailures.IGC;
import static fr.accroche.scenarios.diagnosis.RealFailures.assertFirst;
import static fr.accroche.scenarios.diagnosis.RealFailures.get;
import static fr.accroche.scenarios.diagnosis.RealFailures.java;
import static fr.accroche.scenarios.diagnosis.RealFailures.made;
import static fr.accroche.scenarios.diagnosis.RealFailures.order;
import static fr.accroche.scenarios.diagnosis.RealFailures.printed;
import static fr.accroche.scenarios.diagnosis.RealFailures.server;
import static fr.accroche.scenarios.diagnosis.RealFailures.store;
import static fr.accroche.scenarios.diagnosis.RealFailures.trusting;
import static fr.accroche.scenarios.diagnosis.RealFailures.uri;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.accroche.certs.Branch;
import fr.accroche.certs.CertificateFolder;
import fr.accroche.certs.Profile;
import fr.accroche.wire.ClientAuthentication;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.WireServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are wrong for real: what the programs that are here print of them today is diagnosed. */
class RealFileFailuresTest {

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
        files.issueOrReuse("other", order(Profile.ORG_AUTH_CLI, List.of()), PASSWORD);
        files.trust("trust", Branch.TEST, PASSWORD);
    }

    @AfterAll
    static void stop() {
        SOUND.close();
        RUNTIME.close();
    }

    @Test
    void f17ATruststoreThatJavaSeesEmpty() throws Exception {
        assumeTrue(
                made(folder, "openssl pkcs12 -export -nokeys -in trust.pem -out empty.p12 -passout pass:changeit"),
                "skipped: openssl is not installed here");

        assertFirst("F17", java(() -> get(trusting(folder.resolve("empty.p12")), SOUND)));
    }

    @Test
    void f18AnOldPkcs12() throws Exception {
        boolean made = made(
                folder,
                "openssl pkcs12 -export -legacy -in client.pem -inkey client.key.pem -out legacy.p12 -passout pass:changeit -certpbe PBE-SHA1-RC2-40");
        assumeTrue(made, "skipped: no openssl 3 with its legacy provider here");

        assertFirst("F18", printed(folder, "openssl pkcs12 -nokeys -in legacy.p12 -passin pass:changeit"));
        assertFirst("F18", printed(folder, "curl -sS --cert-type P12 --cert legacy.p12:changeit " + uri(SOUND)));
    }

    @Test
    void f20AWrongPassword() throws Exception {
        assertFirst("F20", java(() -> store("PKCS12", folder.resolve("client.p12"), "wrong-one")));
        assertFirst(
                "F20", printed(folder, "keytool -J-Duser.language=en -list -keystore client.p12 -storepass wrong-one"));
        assertFirst("F20", printed(folder, "openssl pkcs12 -nokeys -in client.p12 -passin pass:wrong-one"));
        assertFirst("F20", printed(folder, "curl -sS --cert-type P12 --cert client.p12:wrong-one " + uri(SOUND)));
    }

    @Test
    void f24AFileOfAnotherFormat() throws Exception {
        assertFirst("F24", java(() -> store("PKCS12", folder.resolve("client.pem"), "changeit")));
        assertFirst("F24", java(() -> store("JKS", folder.resolve("client.pem"), "changeit")));
        assertFirst(
                "F24", printed(folder, "keytool -J-Duser.language=en -list -keystore client.pem -storepass changeit"));
        assertFirst("F24", printed(folder, "curl -sS --cert client.p12 --key client.key.pem " + uri(SOUND)));
    }

    @Test
    void f25AKeyOfAnotherCertificate() throws Exception {
        assertFirst("F25", printed(folder, "curl -sS --cert client.pem --key other.key.pem " + uri(SOUND)));
        assertFirst(
                "F25",
                printed(folder, "openssl pkcs12 -export -in client.pem -inkey other.key.pem -passout pass:changeit"));
        Files.writeString(
                folder.resolve("pair.js"),
                "const f = require('fs').readFileSync;"
                        + "require('tls').createSecureContext({cert: f('client.pem'), key: f('other.key.pem')})");
        assertFirst("F25", printed(folder, "node pair.js"));
    }
}
