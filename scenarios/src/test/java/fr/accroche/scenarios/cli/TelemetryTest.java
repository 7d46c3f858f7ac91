package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.cli.OtlpReceiver.Received;
import fr.accroche.scenarios.secret.SecretSearch;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a collector gets of the main job, and what a log does. */
class TelemetryTest {

    /** Which stage calls which, where there is a choice. */
    private static final Map<String, List<String>> CALLED_FROM = Map.ofEntries(
            Map.entry("PSC_DISCOVERY", List.of("PROXY_CONNECT", "PROXY_DISCONNECT")),
            Map.entry("PSC_CIBA", List.of("PROXY_CONNECT")),
            Map.entry("PSC_TOKEN", List.of("PROXY_CONNECT")),
            Map.entry("EXCHANGE", List.of("PROXY_CONNECT")),
            Map.entry("PSC_INTROSPECTION", List.of("EXCHANGE")),
            Map.entry("CREDENTIAL", List.of("EXCHANGE")),
            Map.entry("PROXY_SEND", List.of("LPS_SEND")),
            Map.entry("BUSINESS", List.of("PROXY_SEND")),
            Map.entry("API_INTROSPECTION", List.of("BUSINESS")),
            Map.entry("API_REVOCATION", List.of("PROXY_DISCONNECT")),
            Map.entry("PSC_LOGOUT", List.of("PROXY_DISCONNECT")));

    @TempDir
    private Path directory;

    private OtlpReceiver collector;

    @BeforeEach
    void start() throws IOException {
        TestFolders.open();
        collector = OtlpReceiver.start();
    }

    @AfterEach
    void stop() {
        collector.close();
    }

    @Test
    void aSoundSessionIsOneTraceWithASpanForEachHopAndALineToo() throws IOException {
        CommandLineRun run = run("--otlp", collector.url(), "--log-format", "json", "-o", "json:report.json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonObject report = Json.parseLargeObject(Files.readAllBytes(directory.resolve("report.json")), 1 << 24);
        List<JsonObject> hops = report.array("hops").orElseThrow().objects();
        List<Received> spans = collector.spans();
        assertThat(spans.stream().map(Received::stage))
                .containsExactlyInAnyOrderElementsOf(hops.stream()
                        .map(hop -> hop.text("stage").orElseThrow())
                        .toList());
        assertThat(spans.stream().map(Received::trace).distinct()).hasSize(1);
        assertThat(spans)
                .allSatisfy(
                        span -> assertThat(span.span().getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_UNSET));
        assertParents();
        assertTimes(hops);
        assertLines(run.err(), hops.size());
        assertMetrics(hops.size());
        SecretSearch secrets = new SecretSearch(new Random(8));
        assertThat(secrets.in("OTLP", collector.text())).isEmpty();
        assertThat(secrets.in("the log", run.err())).isEmpty();
    }

    private void assertParents() {
        Map<String, Received> byId = collector.spansById();
        SoftAssertions.assertSoftly(softly -> byId.values().forEach(span -> {
            Optional<String> caller = span.parent().map(byId::get).map(Received::stage);
            List<String> expected = CALLED_FROM.get(span.stage());
            if (expected == null) {
                softly.assertThat(span.parent()).as(span.stage()).isEmpty();
            } else {
                softly.assertThat(caller).as(span.stage()).isPresent().get().isIn(expected);
            }
        }));
    }

    /** As the journal has them: of each span some hop of its stage began then and took so long. */
    private void assertTimes(List<JsonObject> hops) {
        List<String> noted = hops.stream()
                .map(hop -> hop.text("stage").orElseThrow() + " "
                        + hop.text("at").map(Instant::parse).orElseThrow() + " "
                        + hop.integer("durationMs").orElseThrow())
                .toList();
        assertThat(collector.spans().stream().map(span -> {
                    long begun = span.span().getStartTimeUnixNano();
                    return span.stage() + " " + Instant.ofEpochSecond(0, begun) + " "
                            + TimeUnit.NANOSECONDS.toMillis(span.span().getEndTimeUnixNano() - begun);
                }))
                .containsExactlyInAnyOrderElementsOf(noted);
    }

    private static void assertLines(String err, int hops) {
        List<JsonObject> lines = err.lines()
                .map(line -> Json.parseObject(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.members())
                        .containsKeys("@timestamp", "log.level", "message", "ecs.version", "log.logger"));
        List<JsonObject> calls = lines.stream()
                .filter(line -> line.text("log.logger").equals(Optional.of("accroche.hop")))
                .toList();
        assertThat(calls).hasSize(hops);
        assertThat(calls.stream()
                        .map(line -> line.text("trace.id").orElseThrow())
                        .distinct())
                .hasSize(1);
        assertThat(lines.get(lines.size() - 1).text("accroche.outcome")).contains("CONFORME");
    }

    private void assertMetrics(int hops) {
        assertThat(collector.metric("accroche.hops").getSum().getDataPointsList().stream()
                        .mapToLong(NumberDataPoint::getAsInt)
                        .sum())
                .isEqualTo(hops);
        assertThat(collector.metric("http.server.request.duration").getHistogram().getDataPointsList().stream()
                        .mapToLong(HistogramDataPoint::getCount)
                        .sum())
                .isEqualTo(hops
                        - collector.spans().stream()
                                .filter(span -> span.service().equals("lps"))
                                .count());
        assertThat(collector
                        .metric("accroche.proxy.sessions.open")
                        .getGauge()
                        .getDataPoints(0)
                        .getAsInt())
                .isZero();
        assertThat(collector.metric("accroche.verdict").getGauge().getDataPointsList().stream()
                        .filter(point -> point.getAsInt() == 1)
                        .map(point -> point.getAttributes(0).getValue().getStringValue()))
                .containsExactly("CONFORME");
    }

    @Test
    void aRefusedHopIsAnErrorThatNamesItsRuleAsDeclared() throws IOException {
        Files.writeString(
                directory.resolve("accroche.yaml"),
                new String(ShippedDeclaration.PROXY_INTEGRE.yaml(), StandardCharsets.UTF_8)
                        + "\nsettings: { telemetry: { otlp: \"" + collector.url() + "\", logs: json } }\n");
        CommandLineRun run = run("--config", "accroche.yaml", "--fault", "certificate-cn-of-another-lps");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.NON_CONFORME);
        assertThat(run.err().lines()).anyMatch(line -> line.contains("\"accroche.rules\":[\"IDN-01\"]"));
        List<Received> refused = collector.spans().stream()
                .filter(span -> span.span().getStatus().getCode() == StatusCode.STATUS_CODE_ERROR)
                .filter(span -> span.attribute("accroche.rules").isPresent())
                .toList();
        assertThat(refused).isNotEmpty().allSatisfy(span -> {
            assertThat(span.attribute("accroche.rules")
                            .orElseThrow()
                            .getArrayValue()
                            .getValues(0)
                            .getStringValue())
                    .isEqualTo("IDN-01");
            assertThat(span.span().getEventsList()).isNotEmpty();
            assertThat(span.text("accroche.client_certificate.cn")).isPresent();
        });
        assertThat(collector.metric("accroche.breaches").getSum().getDataPointsList())
                .isNotEmpty();
    }

    @Test
    void aCollectorThatIsAwayCostsALine() {
        collector.close();
        CommandLineRun run = run("--otlp", collector.url());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("accroche: telemetry: " + collector.url() + " does not answer as expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"collector:4318", "ftp://localhost", "http://me:secret@localhost:4318", "http://"})
    void whatIsNoAddressIsRefusedWithoutRepeatingIt(String address) {
        CommandLineRun run = run("--otlp", address);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--otlp: an address is expected").doesNotContain(address);
    }

    private CommandLineRun run(String... options) {
        return CommandLineRun.in(
                directory,
                Stream.concat(Stream.of("test", "--client-id", "alpha-edc-bas"), Arrays.stream(options))
                        .toArray(String[]::new));
    }
}
