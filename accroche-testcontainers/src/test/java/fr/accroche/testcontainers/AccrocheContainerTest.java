package fr.accroche.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayInputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;

/**
 * Two chains in containers of the image that was built here, met from this machine over real TLS: one whose every link is simulated,
 * and one before a proxy on this machine, as a vendor declares it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccrocheContainerTest {

    private static final Path DECLARED =
            Path.of("..", "compliance/src/main/resources/fr/accroche/compliance/declaration/proxy-integre.yaml");
    private static final String CLIENT = "alpha-edc-bas";
    private static final String OTHER_STRUCTURE = "1990000002";
    private static final String KEYS =
            "accroche-tests-" + ProcessHandle.current().pid();
    private static final String OWN = "my-proxy.test";

    private HttpsServer listener;
    private AccrocheContainer chain;
    private AccrocheContainer beforeProxy;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        Engine.assumeThere();
        listener = HttpsServer.create(new InetSocketAddress(0), 0);
        Path declaration = Files.writeString(
                folder.resolve("mine.yaml"),
                Files.readString(DECLARED) + "\nparticipants:\n  proxy: { mode: external, url: \"https://" + OWN + ":"
                        + listener.getAddress().getPort() + "\" }\n");
        chain = new AccrocheContainer().withKeysIn(KEYS).withArchitecture("proxy-integre");
        beforeProxy = new AccrocheContainer()
                .withKeysIn(KEYS)
                .withDeclaration(declaration)
                .withExtraHost(OWN, "host-gateway");
        CompletableFuture<Void> second = CompletableFuture.runAsync(beforeProxy::start);
        chain.start();
        second.join();
        listener.setHttpsConfigurator(
                new HttpsConfigurator(beforeProxy.issueServerCertificate(OWN).sslContext()));
        listener.start();
    }

    @AfterAll
    void stop() {
        if (listener != null) {
            listener.stop(0);
            beforeProxy.stop();
            chain.stop();
            DockerClientFactory.lazyClient().removeVolumeCmd(KEYS).exec();
        }
    }

    @BeforeEach
    void anew() {
        chain.forget();
        beforeProxy.forget();
    }

    /** A session of the container's LPS through the proxy on this machine, which presents this certificate. */
    private ChainVerdict through(IssuedCertificate presented) {
        OwnProxy proxy = OwnProxy.of(CLIENT, beforeProxy.addresses(), presented);
        listener.createContext("/", proxy::serve);
        try {
            return beforeProxy.rehearse(CLIENT);
        } finally {
            listener.removeContext("/");
        }
    }

    @Test
    void aSessionThroughTheProxyOfTheChainConforms() {
        ChainVerdict verdict = chain.rehearse(CLIENT);

        assertThat(verdict.conforming()).as(verdict.toString()).isTrue();
        assertThat(verdict.broken()).isEmpty();
        assertThat(verdict.rule("IDN-02").status()).isEqualTo("PASS");
    }

    @Test
    void aProxyOfThisMachineConforms() {
        ChainVerdict verdict = through(beforeProxy.clientCertificate(CLIENT));

        assertThat(verdict.conforming()).as(verdict.toString()).isTrue();
        assertThat(verdict.rule("IDN-02").broken()).isFalse();
        assertThat(beforeProxy.addresses().proxy().getHost()).isEqualTo(OWN);
    }

    @Test
    void theCertificateOfAnotherStructureIsFoundOut() {
        IssuedCertificate wrong = beforeProxy.issueClientCertificate(CLIENT, OTHER_STRUCTURE);

        ChainVerdict verdict = through(wrong);

        assertThat(wrong.certificate().getSubjectX500Principal().getName())
                .contains("CN=" + CLIENT, "OU=" + OTHER_STRUCTURE);
        assertThat(verdict.conforming()).isFalse();
        assertThat(verdict.broken()).containsExactly("IDN-02");
        assertThat(verdict.rule("IDN-02").observed())
                .hasValueSatisfying(value -> assertThat(value).contains(OTHER_STRUCTURE));
        assertThat(verdict.headlines()).first().asString().contains(OTHER_STRUCTURE, "IDN-02");
    }

    @Test
    void eachChainIsCalledAtItsOwnPortsAndSeesItsOwnCalls() {
        chain.rehearse(CLIENT);

        assertThat(chain.pscIssuer().getPort())
                .isNotEqualTo(beforeProxy.pscIssuer().getPort());
        assertThat(chain.addresses().teleservice("dmp").token().getPort())
                .isEqualTo(chain.pscIssuer().getPort() + 1);
        assertThat(chain.verdict().json()).doesNotContain("\"hops\":[]");
        assertThat(beforeProxy.verdict().json()).contains("\"hops\":[]");
    }

    @Test
    void itsRootIsThatOfEveryCertificate() throws Exception {
        KeyStore trusted = chain.clientCertificate(CLIENT).trustStore();

        var roots = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(chain.caPem().getBytes(StandardCharsets.UTF_8)));

        assertThat(roots.contains(trusted.getCertificate("root"))).isTrue();
    }

    @Test
    void aCertificateIsReadAsPem() throws Exception {
        IssuedCertificate issued = chain.clientCertificate(CLIENT);

        var read = CertificateFactory.getInstance("X.509")
                .generateCertificates(
                        new ByteArrayInputStream(issued.certificatePem().getBytes(StandardCharsets.UTF_8)));

        assertThat(read.stream().map(Object.class::cast)).containsExactlyElementsOf(issued.chain());
        assertThat(issued.keyPem()).startsWith("-----BEGIN PRIVATE KEY-----\nMII");
        assertThat(IssuedCertificate.read(issued.pkcs12("accroche".toCharArray())))
                .isEqualTo(issued);
        assertThat(issued.toString()).contains(CLIENT).doesNotContain("PrivateKey");
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        assertThatThrownBy(() -> chain.clientCertificate("nobody"))
                .isInstanceOf(DoorException.class)
                .hasMessageContaining("idNatStruct");
        assertThatThrownBy(() -> chain.rehearse("nobody")).isInstanceOf(DoorException.class);
    }

    @Test
    void aDeclarationThatIsWrongIsSaidAtOnce(@TempDir Path folder) throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "solutions: 12\n");
        try (AccrocheContainer broken = new AccrocheContainer().withDeclaration(wrong)) {
            assertThatThrownBy(broken::start)
                    .isInstanceOf(ContainerLaunchException.class)
                    .hasStackTraceContaining("accroche.yaml:1:12: solutions:");
        }
    }
}
