package fr.accroche.telemetry;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.compliance.verdict.Verdict;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongGauge;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How many hops of each kind, how long they took, which rules they broke, how many sessions are open, and what the verdict is. */
final class OtlpMetrics {

    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration LONGEST_EXPORT = Duration.ofSeconds(2);
    private static final int SESSIONS_KNOWN = 100_000;

    private static final AttributeKey<String> SERVER = AttributeKey.stringKey("accroche.server");
    private static final AttributeKey<String> STAGE = AttributeKey.stringKey("accroche.stage");
    private static final AttributeKey<String> RULE = AttributeKey.stringKey("accroche.rule");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("accroche.outcome");
    private static final AttributeKey<String> RULE_STATUS = AttributeKey.stringKey("accroche.rule.status");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");

    private final SdkMeterProvider provider;
    private final LongCounter hops;
    private final DoubleHistogram durations;
    private final LongCounter refusals;
    private final LongGauge sessions;
    private final LongGauge verdict;
    private final LongGauge rules;
    private final LongGauge lost;
    private final Set<String> open = new HashSet<>();

    OtlpMetrics(Collector collector, Reached reached, Resource process) {
        this.provider = SdkMeterProvider.builder()
                .setResource(process.toBuilder()
                        .put(AttributeKey.stringKey("service.name"), "accroche")
                        .build())
                .registerMetricReader(PeriodicMetricReader.builder(reached.by(exporter(collector)))
                        .setInterval(EVERY)
                        .build())
                .build();
        Meter meter = provider.get("fr.accroche");
        hops = meter.counterBuilder("accroche.hops").setUnit("{hop}").build();
        durations = meter.histogramBuilder("http.server.request.duration")
                .setUnit("s")
                .setExplicitBucketBoundariesAdvice(
                        List.of(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0))
                .build();
        refusals = meter.counterBuilder("accroche.breaches").setUnit("{breach}").build();
        sessions = gauge(meter, "accroche.proxy.sessions.open", "{session}");
        verdict = gauge(meter, "accroche.verdict", "1");
        rules = gauge(meter, "accroche.verdict.rules", "{rule}");
        lost = gauge(meter, "accroche.telemetry.lost", "{hop}");
    }

    private static OtlpHttpMetricExporter exporter(Collector collector) {
        return OtlpHttpMetricExporter.builder()
                .setEndpoint(collector.metrics())
                .setHeaders(collector::headers)
                .setTimeout(LONGEST_EXPORT)
                .setRetryPolicy(null)
                .setMeterProvider(MeterProvider::noop)
                .build();
    }

    private static LongGauge gauge(Meter meter, String name, String unit) {
        return meter.gaugeBuilder(name).ofLongs().setUnit(unit).build();
    }

    void take(TracedHop traced) {
        Hop hop = traced.hop();
        Attributes kind = kind(hop);
        hops.add(1, kind);
        if (hop.status() > 0 && traced.served()) {
            durations.record(hop.took().toNanos() / 1e9, kind);
        }
        HopFields.rules(hop).forEach(rule -> refusals.add(1, Attributes.of(RULE, rule, SERVER, hop.server())));
        session(hop);
    }

    /** Nothing that a stranger chooses is among them: each value makes a series of its own. */
    private static Attributes kind(Hop hop) {
        AttributesBuilder kind = Attributes.builder()
                .put(SERVER, hop.server())
                .put(STAGE, hop.stage().name());
        HopFields.method(hop).ifPresent(method -> kind.put(METHOD, method));
        if (hop.status() > 0) {
            kind.put(STATUS, hop.status());
        }
        return kind.build();
    }

    private void session(Hop hop) {
        boolean opened = hop.stage() == Stage.PROXY_CONNECT && hop.succeeded();
        boolean over =
                hop.stage() == Stage.PROXY_DISCONNECT && hop.succeeded() || hop.stage() == Stage.PROXY_SESSION_OVER;
        if (!opened && !over) {
            return;
        }
        hop.value(Fact.PROXY_SESSION).ifPresent(session -> {
            if (over) {
                open.remove(session);
            } else if (open.size() < SESSIONS_KNOWN) {
                open.add(session);
            }
            sessions.set(open.size());
        });
    }

    void judged(Verdict judged) {
        for (Outcome outcome : Outcome.values()) {
            verdict.set(judged.outcome() == outcome ? 1 : 0, Attributes.of(OUTCOME, outcome.name()));
        }
        for (Status status : Status.values()) {
            rules.set(judged.with(status).size(), Attributes.of(RULE_STATUS, status.name()));
        }
    }

    void lost(long count) {
        lost.set(count);
    }

    CompletableResultCode shutdown() {
        return provider.shutdown();
    }
}
