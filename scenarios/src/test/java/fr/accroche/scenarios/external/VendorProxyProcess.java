package fr.accroche.scenarios.external;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Participants;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.chain.Chain;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.chain.Ports;
import fr.accroche.scenarios.chain.ProxyAddresses;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.admin.MovableClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** {@link VendorProxy} in a process of its own. */
public final class VendorProxyProcess implements AutoCloseable {

    private final Process process;
    private final URI uri;

    private VendorProxyProcess(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** How it stands before a chain that will listen on a block of ports: with the addresses and files of that chain. */
    public static Properties configuration(Declaration declaration, int base) {
        MovableClock clock = MovableClock.running(Clock.systemUTC());
        Chain.Surround around = new Chain.Surround(
                TestFolders.open(clock), new Ports(base), Stubs.NONE, hop -> {}, clock, new SecureRandom());
        Declaration simulated = declaration.withParticipants(Participants.SIMULATED);
        Properties set = new Properties();
        try (Chain chain =
                Chain.start(ChainPlan.sound(simulated), simulated.operations().get(0), around)) {
            ProxyAddresses addresses = chain.addresses();
            set.setProperty("discovery", addresses.discovery().toString());
            set.setProperty("trust", chain.trust().pem().toString());
            set.setProperty(
                    "server", TestFolders.PATH.resolve("certs/serveurs.p12").toString());
            addresses.routes().forEach((service, route) -> {
                String key = "route." + service.route();
                set.setProperty(key + ".target", route.target().toString());
                set.setProperty(key + ".token", route.token().toString());
                set.setProperty(
                        key + ".revocation", route.revocation().orElseThrow().toString());
            });
            set.setProperty(
                    "routes",
                    String.join(
                            ",",
                            addresses.routes().keySet().stream()
                                    .map(service -> service.route())
                                    .toList()));
            declaration
                    .operations()
                    .forEach(operation -> set.setProperty(
                            "client." + operation.clientId(),
                            chain.certificateFiles(operation).p12().toString()));
            set.setProperty(
                    "clients",
                    String.join(
                            ",",
                            declaration.operations().stream()
                                    .map(operation -> operation.clientId().value())
                                    .toList()));
        }
        return set;
    }

    public static VendorProxyProcess start(Path folder, Properties set) throws IOException {
        Path file = folder.resolve("vendor.properties");
        try (Writer out = Files.newBufferedWriter(file)) {
            set.store(out, null);
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        VendorProxy.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("ready ")) {
                    return new VendorProxyProcess(process, URI.create(line.substring("ready ".length())));
                }
            }
        } catch (IOException broken) {
            process.destroyForcibly();
            throw broken;
        }
        throw new IOException("the vendor's proxy did not start");
    }

    public URI uri() {
        return uri;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
