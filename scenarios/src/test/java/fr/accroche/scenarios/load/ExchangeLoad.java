package fr.accroche.scenarios.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import fr.accroche.certs.TestIgc.KeySizes;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.scenarios.chain.Chain;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.chain.Ports;
import fr.accroche.scenarios.chain.WorkFolder;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Token exchanges per second through the whole chain, next to the raw rate of RS256 in the same run. Asked for by name, so that
 * no build waits for it; it asserts nothing about time. {@code docs/load.md} has the command and what it printed.
 */
class ExchangeLoad {

    private static final int CONNECTIONS = Integer.getInteger("accroche.connections", 16);
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("accroche.seconds", 15));

    /** Calls answered, and the time of each in nanoseconds, ascending. */
    private record Measured(long[] nanos, Duration elapsed, Duration cpu) {

        double perSecond() {
            return nanos.length / (elapsed.toNanos() / 1e9);
        }

        long percentileMicros(double part) {
            return nanos[(int) Math.min(nanos.length - 1, nanos.length * part)] / 1_000;
        }

        long cpuMicros() {
            return cpu.toNanos() / 1_000 / nanos.length;
        }
    }

    @Test
    void measure(@TempDir Path work) throws Exception {
        MovableClock clock = MovableClock.running(Clock.systemUTC());
        String yaml = ShippedDeclaration.PROXY_INTEGRE.text()
                + "settings: { pscTokenLife: 1h, psc: { firstPoll: lenient } }\n";
        Declaration declaration =
                DeclarationReader.read("load.yaml", yaml.getBytes(StandardCharsets.UTF_8), LocalDate.now(clock));
        Operation operation = declaration.operations().get(0);
        Chain.Surround around = new Chain.Surround(
                WorkFolder.in(work, clock, new KeySizes(2048, 2048)),
                Ports.FREE,
                Stubs.NONE,
                hop -> {},
                clock,
                new SecureRandom());
        try (Chain chain = Chain.start(ChainPlan.sound(declaration), operation, around);
                WireClient client = chain.client(operation)) {
            String clientId = operation.clientId().value();
            String token = pscToken(client, chain.uri(Participant.PSC), clientId);
            URI exchange = URI.create(chain.uri(Participant.API_PSC) + "/realms/" + Teleservice.DMP.route()
                    + "/protocol/openid-connect/token");
            Callable<Boolean> one =
                    () -> exchange(client, exchange, clientId, token).status() == 200;
            assertThat(one.call()).isTrue();
            double before = signatures();
            run(one, CONNECTIONS, TIME);
            Measured exchanges = run(one, CONNECTIONS, TIME);
            double after = signatures();
            report(exchanges, before, after);
        }
    }

    private static void report(Measured exchanges, double before, double after) {
        System.out.printf(
                "%d processors, %s %s, %d connections, %d s after as many of warm-up%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name"),
                System.getProperty("java.version"),
                CONNECTIONS,
                TIME.toSeconds());
        System.out.printf(
                "token exchanges: %.0f per second, p50 %d us, p99 %d us, %d us of CPU each, load generator included%n",
                exchanges.perSecond(),
                exchanges.percentileMicros(0.5),
                exchanges.percentileMicros(0.99),
                exchanges.cpuMicros());
        System.out.printf(
                "RS256 signatures (RSA 2048), on every processor: %.0f per second before, %.0f after%n", before, after);
    }

    private static String pscToken(WireClient client, URI discovery, String clientId) throws Exception {
        JsonObject metadata =
                Json.parseObject(client.send(ClientRequest.get(discovery)).body());
        Form ask = Form.of(
                "client_id", clientId,
                "scope", "openid scope_all",
                "acr_values", "eidas1",
                "login_hint", "899900000011",
                "binding_message", "42");
        JsonObject asked = post(client, at(metadata, "backchannel_authentication_endpoint"), ask);
        Form poll = Form.of(
                "client_id",
                clientId,
                "grant_type",
                "urn:openid:params:grant-type:ciba",
                "auth_req_id",
                asked.text("auth_req_id").orElseThrow());
        return post(client, at(metadata, "token_endpoint"), poll)
                .text("access_token")
                .orElseThrow();
    }

    private static URI at(JsonObject metadata, String endpoint) {
        return URI.create(metadata.text(endpoint).orElseThrow());
    }

    private static JsonObject post(WireClient client, URI uri, Form form) throws IOException {
        return Json.parseObject(
                client.send(ClientRequest.post(uri, "application/x-www-form-urlencoded", form.encoded()))
                        .body());
    }

    private static Response exchange(WireClient client, URI uri, String clientId, String token) throws IOException {
        Form form = Form.of(
                "client_id", clientId,
                "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token", token,
                "subject_token_type", "urn:ietf:params:oauth:token-type:access_token",
                "subject_issuer", "psc");
        return client.send(ClientRequest.post(uri, "application/x-www-form-urlencoded", form.encoded()));
    }

    private static double signatures() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        byte[] claims = new byte[1_024];
        ThreadLocal<Signature> signer = ThreadLocal.withInitial(() -> signer(pair));
        Callable<Boolean> one = () -> {
            signer.get().update(claims);
            return signer.get().sign().length == 256;
        };
        Duration time = Duration.ofSeconds(Math.max(1, TIME.toSeconds() / 3));
        run(one, Runtime.getRuntime().availableProcessors(), time);
        return run(one, Runtime.getRuntime().availableProcessors(), time).perSecond();
    }

    private static Signature signer(KeyPair pair) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            return signature;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Measured run(Callable<Boolean> one, int threads, Duration time) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        try {
            long cpu = process.getProcessCpuTime();
            long start = System.nanoTime();
            long end = start + time.toNanos();
            List<Future<List<Long>>> parts = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                parts.add(pool.submit(() -> until(end, one)));
            }
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> part : parts) {
                all.addAll(part.get());
            }
            long[] nanos = all.stream().mapToLong(Long::longValue).toArray();
            Arrays.sort(nanos);
            return new Measured(
                    nanos,
                    Duration.ofNanos(System.nanoTime() - start),
                    Duration.ofNanos(process.getProcessCpuTime() - cpu));
        } finally {
            pool.shutdown();
        }
    }

    private static List<Long> until(long end, Callable<Boolean> one) throws Exception {
        List<Long> nanos = new ArrayList<>();
        for (long now = System.nanoTime(); now < end; ) {
            assertThat(one.call()).isTrue();
            long then = System.nanoTime();
            nanos.add(then - now);
            now = then;
        }
        return nanos;
    }
}
