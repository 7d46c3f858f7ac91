package fr.accroche.telemetry;

import fr.accroche.compliance.text.Text;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.MemoryMode;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Says once that a collector does not take what it is sent, whatever it is sent. */
final class Reached {

    private static final Text UNREACHED = Text.of(
            "télémétrie : {0} ne répond pas comme attendu ({1}) ; la chaîne continue sans",
            "telemetry: {0} does not answer as expected ({1}); the chain goes on without it");

    private final Collector collector;
    private final Consumer<Text> warn;
    private final AtomicBoolean said = new AtomicBoolean();

    Reached(Collector collector, Consumer<Text> warn) {
        this.collector = collector;
        this.warn = warn;
    }

    SpanExporter by(SpanExporter exporter) {
        return new Spans(exporter);
    }

    MetricExporter by(MetricExporter exporter) {
        return new Metrics(exporter);
    }

    private CompletableResultCode awaited(CompletableResultCode result) {
        return result.whenComplete(() -> {
            if (!result.isSuccess() && said.compareAndSet(false, true)) {
                warn.accept(UNREACHED.with(collector, why(result.getFailureThrowable())));
            }
        });
    }

    /** The kind of the first cause: its text may repeat what was sent. */
    private static String why(Throwable failure) {
        Optional<Throwable> first = Optional.ofNullable(failure);
        while (first.map(Throwable::getCause).isPresent()) {
            first = first.map(Throwable::getCause);
        }
        return first.map(cause -> cause.getClass().getSimpleName()).orElse("OTLP");
    }

    private final class Spans implements SpanExporter {
        private final SpanExporter exporter;

        private Spans(SpanExporter exporter) {
            this.exporter = exporter;
        }

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            return awaited(exporter.export(spans));
        }

        @Override
        public CompletableResultCode flush() {
            return exporter.flush();
        }

        @Override
        public CompletableResultCode shutdown() {
            return exporter.shutdown();
        }
    }

    private final class Metrics implements MetricExporter {
        private final MetricExporter exporter;

        private Metrics(MetricExporter exporter) {
            this.exporter = exporter;
        }

        @Override
        public CompletableResultCode export(Collection<MetricData> metrics) {
            return awaited(exporter.export(metrics));
        }

        @Override
        public AggregationTemporality getAggregationTemporality(InstrumentType instrument) {
            return exporter.getAggregationTemporality(instrument);
        }

        @Override
        public Aggregation getDefaultAggregation(InstrumentType instrument) {
            return exporter.getDefaultAggregation(instrument);
        }

        @Override
        public MemoryMode getMemoryMode() {
            return exporter.getMemoryMode();
        }

        @Override
        public CompletableResultCode flush() {
            return exporter.flush();
        }

        @Override
        public CompletableResultCode shutdown() {
            return exporter.shutdown();
        }
    }
}
