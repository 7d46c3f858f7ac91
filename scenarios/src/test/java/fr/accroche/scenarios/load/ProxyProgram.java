package fr.accroche.scenarios.load;

import fr.accroche.certs.Branch;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.Profile;
import fr.accroche.certs.SubjectName;
import fr.accroche.certs.TestIgc;
import fr.accroche.certs.TestIgc.KeySizes;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.InMemoryJournal;
import fr.accroche.proxy.ClientIdentity;
import fr.accroche.proxy.LpsProof;
import fr.accroche.proxy.ProxySettings;
import fr.accroche.proxy.ProxySim;
import fr.accroche.proxy.Route;
import fr.accroche.scenarios.chain.WorkFolder;
import fr.accroche.wire.ClientAuthentication;
import fr.accroche.wire.Limits;
import fr.accroche.wire.ServerSettings;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.admin.MovableClock;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;

/**
 * The chain's proxy in a process of its own, as {@code accroche up} has it, journal included. It prints its address, obeys
 * {@link #RECORD} on its standard input, then the file to keep the recording in, and ends with that input.
 */
final class ProxyProgram {

    /** Begins a recording of JFR. */
    static final String RECORD = "record";

    private static final int HOPS_KEPT = 100_000;
    private static final char[] PASSWORD = WorkFolder.PASSWORD.toCharArray();

    private ProxyProgram() {}

    public static void main(String[] line) throws Exception {
        ProxyArguments arguments = ProxyArguments.of(line);
        MovableClock clock = MovableClock.running(Clock.systemUTC());
        TestIgc igc = TestIgc.in(arguments.work(), clock, new KeySizes(2048, 2048));
        try (WireRuntime runtime = WireRuntime.start(clock);
                ProxySim proxy = new ProxySim(
                        listening(arguments, igc),
                        settings(arguments, igc),
                        new InMemoryJournal(HOPS_KEPT),
                        clock,
                        new SecureRandom(),
                        clock::pass,
                        runtime)) {
            System.out.println(proxy.start().uri());
            obey();
        }
    }

    private static ServerSettings listening(ProxyArguments arguments, TestIgc igc) throws Exception {
        return new ServerSettings(
                "proxy",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                held(arguments.server()),
                new ClientAuthentication.Strict(igc.judge(Profile.ORG_AUTH_CLI, Branch.TEST), true),
                Limits.DEFAULT);
    }

    private static ProxySettings settings(ProxyArguments arguments, TestIgc igc) throws Exception {
        Route route = new Route(Teleservice.DMP.route(), arguments.backend(), arguments.tokenEndpoint());
        SubjectName lps = SubjectName.of(certificate(arguments.lps()).getSubjectX500Principal());
        return ProxySettings.of(
                        arguments.discovery(),
                        igc.roots(Branch.TEST),
                        Map.of(arguments.clientId(), ClientIdentity.of(held(arguments.client()))),
                        List.of(route))
                .withLps(Map.of(arguments.clientId(), new LpsProof.Certificate(lps)));
    }

    /** The one entry of a PKCS#12 of the chain. */
    static HeldCertificate held(Path p12) throws Exception {
        KeyStore store = KeyStore.getInstance(p12.toFile(), PASSWORD);
        String alias = store.aliases().nextElement();
        List<X509Certificate> chain = Stream.of(store.getCertificateChain(alias))
                .map(X509Certificate.class::cast)
                .toList();
        return new HeldCertificate((PrivateKey) store.getKey(alias, PASSWORD), chain);
    }

    private static X509Certificate certificate(Path pem) throws Exception {
        try (InputStream in = Files.newInputStream(pem)) {
            Certificate leaf = CertificateFactory.getInstance("X.509").generateCertificate(in);
            return (X509Certificate) leaf;
        }
    }

    private static void obey() throws Exception {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Recording recording = recording();
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            if (order.equals(RECORD)) {
                recording = recording();
                recording.start();
            } else {
                recording.stop();
                recording.dump(Path.of(order));
                recording.close();
            }
            System.out.println("done");
        }
    }

    private static Recording recording() throws Exception {
        Recording recording = new Recording(Configuration.getConfiguration("profile"));
        recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
        recording.enable(Breakdown.BY_CPU_TIME).with("throttle", "10ms"); // of JDK 25 on; elsewhere it does nothing
        return recording;
    }
}
