package fr.accroche.scenarios.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.Branch;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.Order;
import fr.accroche.certs.Profile;
import fr.accroche.certs.TestIgc;
import fr.accroche.scenarios.Programs;
import fr.accroche.wire.ClientAuthentication;
import fr.accroche.wire.ConnectionObserver;
import fr.accroche.wire.Limits;
import fr.accroche.wire.Response;
import fr.accroche.wire.ServerSettings;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.WireServer;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Failures made for real, with certificates of a test IGC and the programs that are on this machine. */
final class RealFailures {

    static final TestIgc IGC = TestIgc.inMemory(Clock.systemUTC());
    static final Instant NOW = Instant.now(Clock.systemUTC());

    private RealFailures() {}

    static void assertFirst(String id, String printed) {
        if (!printed.isEmpty()) {
            assertThat(ids(printed)).as(printed).startsWith(id);
        }
    }

    /** Where the text is another error's too. */
    static void assertAmong(String id, String printed) {
        if (!printed.isEmpty()) {
            assertThat(ids(printed)).as(printed).contains(id);
        }
    }

    private static List<String> ids(String printed) {
        return Diagnosis.of(printed).candidates().stream()
                .map(candidate -> candidate.error().id())
                .toList();
    }

    static Order order(Profile profile, List<String> names) {
        return new Order(
                profile,
                Branch.TEST,
                "Paris (75)",
                "EXPLOITANT FICTIF",
                "300000000010009",
                names.isEmpty() ? "alpha-edc-bas" : names.get(0),
                names,
                NOW.minus(Duration.ofDays(1)),
                NOW.plus(Duration.ofDays(90)));
    }

    static KeyStore store(String type, Path file, String password) throws Exception {
        KeyStore store = KeyStore.getInstance(type);
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.toCharArray());
        }
        return store;
    }

    static SSLContext trusting(Path truststore) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store("PKCS12", truststore, "changeit"));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), new SecureRandom());
        return context;
    }

    static HttpResponse<String> get(SSLContext context, WireServer server) throws Exception {
        return HttpClient.newBuilder()
                .sslContext(context)
                .build()
                .send(HttpRequest.newBuilder(URI.create(uri(server))).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The stack trace that Java prints. */
    static String java(Callable<?> failing) {
        try {
            failing.call();
        } catch (Exception failure) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace, true));
            return trace.toString();
        }
        throw new AssertionError("did not fail");
    }

    static WireServer server(WireRuntime runtime, HeldCertificate identity, ClientAuthentication clients) {
        InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        ServerSettings settings = new ServerSettings("real", free, identity, clients, Limits.DEFAULT);
        return new WireServer(
                        runtime, settings, request -> Response.of(200, "text/plain", "OK"), new ConnectionObserver() {})
                .start();
    }

    static String uri(WireServer server) {
        return "https://localhost:" + server.uri().getPort() + "/";
    }

    /** What a program prints; nothing, with a line that says so, where it is not installed. */
    static String printed(Path folder, String command) throws Exception {
        String[] words = command.split(" ");
        if (!Programs.present(words[0])) {
            System.out.println("skipped: " + words[0] + " is not installed here");
            return "";
        }
        return Programs.run(folder, words).printed();
    }

    /** Whether a program that is here succeeds. */
    static boolean made(Path folder, String command) throws Exception {
        String[] words = command.split(" ");
        return Programs.present(words[0]) && Programs.run(folder, words).exitCode() == 0;
    }
}
