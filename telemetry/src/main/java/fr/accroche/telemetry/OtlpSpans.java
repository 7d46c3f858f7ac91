package fr.accroche.telemetry;

import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.text.Language;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A span for each hop, of a service for each server. */
final class OtlpSpans {

    private static final Duration LONGEST_EXPORT = Duration.ofSeconds(2);
    private static final int QUEUE = 20_000;

    private final SpanProcessor batches;
    private final Resource process;
    private final ChosenIds ids = new ChosenIds();
    private final Map<String, Tracer> tracers = new HashMap<>();

    /** Those of the hop at hand, which has its place already. Of one thread. */
    private static final class ChosenIds implements IdGenerator {
        private String trace = "";
        private String span = "";

        private void choose(TracedHop hop) {
            trace = hop.traceId();
            span = hop.spanId();
        }

        @Override
        public String generateTraceId() {
            return trace;
        }

        @Override
        public String generateSpanId() {
            return span;
        }
    }

    OtlpSpans(Collector collector, Reached reached, Resource process) {
        this.process = process;
        this.batches = BatchSpanProcessor.builder(reached.by(OtlpHttpSpanExporter.builder()
                        .setEndpoint(collector.traces())
                        .setHeaders(collector::headers)
                        .setTimeout(LONGEST_EXPORT)
                        .setRetryPolicy(null)
                        .setMeterProvider(MeterProvider::noop)
                        .build()))
                .setScheduleDelay(Duration.ofSeconds(1))
                .setExporterTimeout(LONGEST_EXPORT)
                .setMaxQueueSize(QUEUE)
                .build();
    }

    void take(TracedHop traced) {
        ids.choose(traced);
        Hop hop = traced.hop();
        SpanBuilder builder = tracers.computeIfAbsent(hop.server(), this::tracer)
                .spanBuilder(name(hop))
                .setSpanKind(kind(hop.stage()))
                .setStartTimestamp(traced.start())
                .setAllAttributes(HopAttributes.of(HopFields.of(traced)));
        traced.parentSpan()
                .ifPresentOrElse(
                        parent -> builder.setParent(Context.root().with(Span.wrap(context(traced.traceId(), parent)))),
                        builder::setNoParent);
        traced.caller().ifPresent(other -> builder.addLink(context(other.traceId(), other.spanId())));
        Span span = builder.startSpan();
        hop.breaches().forEach(breach -> span.addEvent("accroche.breach", told(breach), traced.end()));
        if (traced.failed()) {
            span.setStatus(StatusCode.ERROR, why(hop));
        }
        span.end(traced.end());
    }

    private Tracer tracer(String server) {
        return SdkTracerProvider.builder()
                .setResource(process.toBuilder()
                        .put(AttributeKey.stringKey("service.name"), server)
                        .build())
                .setIdGenerator(ids)
                .setSampler(Sampler.alwaysOn())
                .addSpanProcessor(batches)
                .build()
                .get("fr.accroche");
    }

    private static String name(Hop hop) {
        return HopFields.method(hop).map(method -> method + " ").orElse("")
                + hop.stage().name();
    }

    private static SpanKind kind(Stage stage) {
        if (TracedHop.CALLERS.contains(stage)) {
            return SpanKind.CLIENT;
        }
        return stage == Stage.PROXY_SESSION_OVER ? SpanKind.INTERNAL : SpanKind.SERVER;
    }

    private static SpanContext context(String trace, String span) {
        return SpanContext.createFromRemoteParent(trace, span, TraceFlags.getSampled(), TraceState.getDefault());
    }

    private static Attributes told(Breach breach) {
        return Attributes.builder()
                .put("accroche.rule", breach.rule().value())
                .put("message", Observed.plain(breach.sentence().in(Language.EN)))
                .put("accroche.expected", breach.expected().shown())
                .put("accroche.observed", breach.observed().shown())
                .put("accroche.observed.where", breach.observed().where())
                .build();
    }

    private static String why(Hop hop) {
        return Stream.concat(hop.answer().map(Observed::plain).stream(), HopFields.rules(hop).stream())
                .collect(Collectors.joining(" "));
    }

    CompletableResultCode shutdown() {
        return batches.shutdown();
    }
}
