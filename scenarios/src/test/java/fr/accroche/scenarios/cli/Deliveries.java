package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.Branch;
import fr.accroche.certs.Delivery;
import fr.accroche.certs.Order;
import fr.accroche.certs.OrderingPlatform;
import fr.accroche.certs.OrderingPlatform.Packing;
import fr.accroche.certs.Pkcs12Dialect;
import fr.accroche.certs.Profile;
import fr.accroche.certs.TestIgc;
import fr.accroche.scenarios.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Certificates delivered under a folder, one folder for each, by an IGC of these tests.
 *
 * @param under which
 */
record Deliveries(Path under) {

    static final TestIgc IGC = TestIgc.inMemory(Clock.systemUTC());
    static final String SUBJECT = "CN=alpha-edc-bas,OU=300000000010009";

    private static final Instant NOW = Instant.now(Clock.systemUTC());

    static Order client() {
        return new Order(
                Profile.ORG_AUTH_CLI,
                Branch.TEST,
                "Paris (75)",
                "EXPLOITANT FICTIF",
                "300000000010009",
                "alpha-edc-bas",
                List.of(),
                NOW.minus(Duration.ofDays(9)),
                NOW.plus(Duration.ofDays(90)));
    }

    static Order expired() {
        return client().withValidity(NOW.minus(Duration.ofDays(9)), NOW.minus(Duration.ofDays(1)));
    }

    static Order server() {
        return named("localhost");
    }

    static Order named(String host) {
        return new Order(
                Profile.SERV_SSL,
                Branch.TEST,
                "Paris (75)",
                "EXPLOITANT FICTIF",
                "300000000010009",
                host,
                List.of(host),
                NOW.minus(Duration.ofDays(9)),
                NOW.plus(Duration.ofDays(90)));
    }

    Delivery deliver(String folder, Order order) {
        return deliver(folder, order, Pkcs12Dialect.PLATFORM, Optional.empty());
    }

    Delivery deliver(String folder, Order order, Pkcs12Dialect dialect, Optional<char[]> password) {
        return new OrderingPlatform(IGC, "accroche".toCharArray())
                .deliver(order, under.resolve(folder), new Packing(2048, dialect, password));
    }

    /** What {@code accroche certs config} prints for one. */
    String config(String program, Delivery delivery, String... options) {
        Path folder = delivery.chain().getParent();
        String[] words = Stream.concat(Stream.of("certs", "config", program, folder.toString()), Arrays.stream(options))
                .toArray(String[]::new);
        CommandLineRun run = CommandLineRun.in(under, words);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }

    /** Runs the shell command that a printed configuration tells in a comment. */
    void makeBundle(String configuration) throws IOException, InterruptedException {
        List<String> commands = configuration
                .lines()
                .filter(line -> line.startsWith("#   (umask"))
                .toList();
        assertThat(commands).hasSize(1);
        Programs.Ended ended =
                Programs.run(under, "sh", "-c", commands.get(0).substring(1).strip());
        assertThat(ended.exitCode()).as(ended.printed()).isZero();
    }

    /** Saves a configuration under its usual name, and runs a command there. */
    Programs.Ended run(String file, String configuration, String... command) throws IOException, InterruptedException {
        Files.writeString(under.resolve(file), configuration);
        return Programs.run(under, command);
    }

    /** Calls a URL with the printed curl.sh. */
    Programs.Ended curl(Delivery delivery, String url) throws IOException, InterruptedException {
        return run("curl.sh", config("curl", delivery, "--url", url), "sh", "curl.sh");
    }

    /** Calls a URL with the printed ClientExample.java. */
    Programs.Ended java(Delivery delivery, String url) throws IOException, InterruptedException {
        return java(config("java", delivery, "--url", url));
    }

    /** Runs a ClientExample.java on the JDK of these tests. */
    Programs.Ended java(String program) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return run("ClientExample.java", program, java, "-Dfile.encoding=UTF-8", "ClientExample.java");
    }

    /** Calls a URL with the printed client.mjs. */
    Programs.Ended node(Delivery delivery, String url) throws IOException, InterruptedException {
        return run("client.mjs", config("node", delivery, "--url", url), "node", "client.mjs");
    }

    /** What curl prints, called with the delivered PEM files. */
    String presenting(Delivery presented, String url) throws IOException, InterruptedException {
        return presenting(presented.chain(), presented, url);
    }

    /** The same with another chain than the delivered one. */
    String presenting(Path chain, Delivery keyOf, String url) throws IOException, InterruptedException {
        String key = keyOf.keyed().orElseThrow().key().toString();
        return tls12("--cert", chain.toString(), "--key", key, url);
    }

    /** The same without a certificate. */
    String presentingNothing(String url) throws IOException, InterruptedException {
        return tls12(url);
    }

    /**
     * Trusts what came with the delivery "client". With TLS 1.2, where the alert comes before the client has anything else
     * to write, and is always seen (F32).
     */
    private String tls12(String... arguments) throws IOException, InterruptedException {
        String root = under.resolve("client").resolve("truststore-EL-TEST.pem").toString();
        String[] command = Stream.concat(
                        Stream.of("curl", "-sS", "--tls-max", "1.2", "--cacert", root), Arrays.stream(arguments))
                .toArray(String[]::new);
        return Programs.run(under, command).printed();
    }
}
