package fr.accroche.telemetry;

import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.Verdict;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.resources.Resource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Spans and metrics for a collector, by OTLP over HTTP (OpenTelemetry Protocol 1, §OTLP/HTTP). */
final class Otlp implements HopSink {

    private static final int LONGEST_CLOSE_SECONDS = 2;

    private final OtlpSpans spans;
    private final OtlpMetrics metrics;

    Otlp(Collector collector, String version, Consumer<Text> warn) {
        Reached reached = new Reached(collector, warn);
        Resource process = Resource.getDefault().toBuilder()
                .put(AttributeKey.stringKey("service.namespace"), "accroche")
                .put(AttributeKey.stringKey("service.version"), version)
                .put(
                        AttributeKey.stringKey("service.instance.id"),
                        UUID.randomUUID().toString())
                .build();
        this.spans = new OtlpSpans(collector, reached, process);
        this.metrics = new OtlpMetrics(collector, reached, process);
    }

    @Override
    public void take(TracedHop hop) {
        spans.take(hop);
        metrics.take(hop);
    }

    @Override
    public void judged(Verdict verdict) {
        metrics.judged(verdict);
    }

    @Override
    public void lost(long hops) {
        metrics.lost(hops);
    }

    @Override
    public void close() {
        CompletableResultCode.ofAll(List.of(spans.shutdown(), metrics.shutdown()))
                .join(LONGEST_CLOSE_SECONDS, TimeUnit.SECONDS);
    }
}
