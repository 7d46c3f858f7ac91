package fr.accroche.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.InMemoryJournal;
import fr.accroche.compliance.exchange.Journal;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TelemetryTest {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Queue<Text> warnings = new ConcurrentLinkedQueue<>();
    private final MovableClock clock = MovableClock.running(Clock.systemUTC());

    @Test
    void tellsARefusedCallInOneLine() {
        try (Telemetry telemetry = logging()) {
            telemetry
                    .around(new InMemoryJournal(1), clock)
                    .record(HopNotes.open(clock, Stage.PSC_TOKEN, "psc", "POST /token")
                            .note(Fact.CLIENT_ID, "alpha", "form")
                            .note(Fact.PSC_TOKEN, "a-token", "form")
                            .note(Fact.TLS_PROTOCOL, "TLSv1.3", "TLS")
                            .refused(401, "invalid_client\nforged line"));
        }

        JsonObject line = line();
        assertThat(line.text("log.level")).contains("WARN");
        assertThat(line.text("service.name")).contains("psc");
        assertThat(line.text("accroche.stage")).contains("PSC_TOKEN");
        assertThat(line.text("http.request.method")).contains("POST");
        assertThat(line.text("url.path")).contains("/token");
        assertThat(line.integer("http.response.status_code")).contains(401L);
        assertThat(line.text("accroche.client_id")).contains("alpha");
        assertThat(line.text("tls.protocol.version")).contains("1.3");
        assertThat(line.text("error.type").orElseThrow())
                .startsWith("invalid_client")
                .doesNotContain("\n");
        assertThat(String.join("", lines)).doesNotContain("a-token");
    }

    @Test
    void waitingForTheProfessionalIsNoError() {
        try (Telemetry telemetry = logging()) {
            telemetry
                    .around(new InMemoryJournal(1), clock)
                    .record(HopNotes.open(clock, Stage.PSC_TOKEN, "psc", "POST /token")
                            .refused(400, "authorization_pending"));
        }

        assertThat(line().text("log.level")).contains("INFO");
        assertThat(line().text("error.type")).isEmpty();
    }

    @Test
    void tellsRealTimeWhateverTheChainsClockShows() {
        Instant before = clock.real().instant();
        clock.advance(Duration.ofDays(30));
        try (Telemetry telemetry = logging()) {
            telemetry
                    .around(new InMemoryJournal(1), clock)
                    .record(HopNotes.open(clock, Stage.PSC_TOKEN, "psc", "POST /token")
                            .answered(200));
        }

        assertThat(Instant.parse(line().text("@timestamp").orElseThrow()))
                .isBetween(before, clock.real().instant());
        assertThat(line().integer("accroche.clock_shift_ms"))
                .contains(Duration.ofDays(30).toMillis());
    }

    /** One that takes connections and never answers is the worst of them. */
    @Test
    @Timeout(10)
    void aCollectorThatHangsKeepsNobodyWaiting() throws IOException {
        try (ServerSocket deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            URI address = URI.create("http://localhost:" + deaf.getLocalPort());
            InMemoryJournal kept = new InMemoryJournal(30_000);
            Telemetry telemetry = Telemetry.to(
                    Optional.of(new Collector(address, Map.of())),
                    Optional.empty(),
                    "test",
                    new Random(1),
                    warnings::add);
            Journal journal = telemetry.around(kept, clock);
            for (int i = 0; i < 30_000; i++) {
                journal.record(HopNotes.open(clock, Stage.PSC_TOKEN, "psc", "POST /token")
                        .answered(200));
            }
            assertThat(kept.hops()).hasSize(30_000);
            telemetry.close(Duration.ofMillis(100));
        }
        assertThat(warnings).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void readsTheHeadersOfTheStandardsVariableAndShowsNone() {
        Collector collector = Collector.at(
                URI.create("https://collector.example/otlp/"), "authorization=Bearer%20abc+d, x-team=edc,broken");

        assertThat(collector.headers())
                .containsExactlyInAnyOrderEntriesOf(Map.of("authorization", "Bearer abc+d", "x-team", "edc"));
        assertThat(collector.traces()).isEqualTo("https://collector.example/otlp/v1/traces");
        assertThat(collector.metrics()).isEqualTo("https://collector.example/otlp/v1/metrics");
        assertThat(collector).hasToString("https://collector.example/otlp/");
    }

    @Test
    void tellsNobodyUnlessAsked() {
        InMemoryJournal journal = new InMemoryJournal(1);

        assertThat(Telemetry.NONE.around(journal, clock)).isSameAs(journal);
        assertThat(Telemetry.to(Optional.empty(), Optional.empty(), "test", new Random(1), warnings::add))
                .isSameAs(Telemetry.NONE);
    }

    private Telemetry logging() {
        JsonLog log = new JsonLog(lines::add, Clock.systemUTC());
        return Telemetry.to(Optional.empty(), Optional.of(log), "test", new Random(1), warnings::add);
    }

    private JsonObject line() {
        assertThat(lines).hasSize(1);
        return List.copyOf(lines).stream()
                .map(line -> Json.parseObject(line.getBytes(StandardCharsets.UTF_8)))
                .findFirst()
                .orElseThrow();
    }
}
