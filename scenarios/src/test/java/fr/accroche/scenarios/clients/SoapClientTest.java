package fr.accroche.scenarios.clients;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.Status;
import fr.accroche.scenarios.chain.WorkFolder;
import fr.accroche.scenarios.clients.Foreign.Ended;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that Apache CXF generated from {@code docs/wsdl} calls INSi and the DMP through the proxy. */
@Tag("once")
class SoapClientTest {

    private static final Duration BUILT_WITHIN = Duration.ofMinutes(5);
    private static final Duration RUN_WITHIN = Duration.ofSeconds(60);

    private static Project project;

    @TempDir
    Path folder;

    @BeforeAll
    static void build() throws Exception {
        project = Project.copied("soap-cxf");
        Path wsdl = Path.of("..", "docs", "wsdl").toRealPath();
        List<String> command =
                new ArrayList<>(List.of(Project.maven(), "-B", "-q", "-ntp", "package", "-Dwsdl=" + wsdl));
        if ("offline: true".equals(System.getProperty("accroche.network"))) {
            command.add("-o");
        }
        project.install(BUILT_WITHIN, command);
    }

    private String run(SoapChain chain, Map<String, String> changed) throws Exception {
        Map<String, String> environment = new HashMap<>(chain.environment(folder));
        environment.putAll(changed);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Ended ended = Foreign.run(
                project.folder(),
                RUN_WITHIN,
                environment,
                List.of(
                        java,
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djavax.net.ssl.trustStore=" + chain.trust(),
                        "-Djavax.net.ssl.trustStorePassword=" + WorkFolder.PASSWORD,
                        "-cp",
                        "target/classes" + File.pathSeparator + "target/lib/*",
                        "client.Main"));
        assertThat(ended.exitCode()).as(ended.all()).isZero();
        return ended.out();
    }

    private Map<String, String> document(byte[] content) throws Exception {
        return Map.of(
                "DOCUMENT", Files.write(folder.resolve("document.pdf"), content).toString());
    }

    @Test
    void searchesDepositsFindsAndReads() throws Exception {
        byte[] content = new byte[5 * 1024 * 1024]; // more than the XML of a message may hold: it came as an attachment
        new Random(7).nextBytes(content);
        try (SoapChain chain = SoapChain.start()) {
            String said = run(chain, document(content));

            assertThat(said).isEqualToIgnoringNewLines("""
                    insi: 00
                    ins: %s
                    deposit: urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success
                    search: urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success
                    found: 1
                    read: urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success
                    sha256: %s
                    """.formatted(
                    chain.ins().value().substring(0, 13),
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content))));
            assertThat(chain.hops()).flatExtracting(Hop::breaches).isEmpty();
            assertThat(chain.verdict().with(Status.FAIL)).isEmpty();
            assertThat(bodies(chain, Stage.BUSINESS)).hasSize(4).isEqualTo(bodies(chain, Stage.PROXY_SEND));
        }
    }

    private static List<String> bodies(SoapChain chain, Stage stage) {
        return chain.hops().stream()
                .filter(hop -> hop.stage() == stage)
                .map(hop -> hop.value(Fact.BODY_SHA256).orElse("-"))
                .toList();
    }

    @Test
    void readsTheFaultsOfBothServices() throws Exception {
        try (SoapChain chain = SoapChain.start()) {
            String vihf = Files.readString(Path.of(chain.environment(folder).get("VIHF_DEPOSIT")));
            Path altered = Files.writeString(folder.resolve("altered.xml"), vihf.replace("DEMO CAMILLE", "DEMO LOU"));
            Map<String, String> changed = new HashMap<>(document(new byte[10]));
            changed.put("IDAM", "DEMO00009999");
            changed.put("VIHF_DEPOSIT", altered.toString());

            String said = run(chain, changed);

            assertThat(said)
                    .contains("insi fault: desir_550 erreur", "insi fault echoes: true")
                    .contains("dmp fault: SIM_SignatureInvalide La signature");
            assertThat(chain.hops()).flatExtracting(Hop::breaches).hasSize(2);
        }
    }
}
