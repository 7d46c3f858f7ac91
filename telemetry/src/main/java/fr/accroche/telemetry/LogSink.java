package fr.accroche.telemetry;

import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.compliance.verdict.Verdict;
import fr.accroche.telemetry.JsonLog.Level;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A line for each hop, and one for the verdict. */
final class LogSink implements HopSink {

    private final JsonLog log;
    private long told;

    LogSink(JsonLog log) {
        this.log = log;
    }

    @Override
    public void take(TracedHop traced) {
        Hop hop = traced.hop();
        JsonObject fields = JsonObject.EMPTY
                .with("service.name", hop.server())
                .with("trace.id", traced.traceId())
                .with("span.id", traced.spanId())
                .with("parent.id", traced.parentSpan().orElse(null))
                .with("event.duration", hop.took().toNanos());
        for (Map.Entry<String, Json> field : HopFields.of(traced).members().entrySet()) {
            fields = fields.with(field.getKey(), field.getValue());
        }
        log.write(traced.start(), traced.failed() ? Level.WARN : Level.INFO, "accroche.hop", sentence(hop), fields);
    }

    private static String sentence(Hop hop) {
        Stream<String> words = Stream.of(
                hop.server(),
                hop.call(),
                hop.status() == 0 ? "" : String.valueOf(hop.status()),
                hop.answer().orElse(""),
                String.join(" ", HopFields.rules(hop)));
        return words.filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }

    @Override
    public void judged(Verdict verdict) {
        Outcome outcome = verdict.outcome();
        JsonObject fields = JsonObject.EMPTY.with("service.name", "accroche").with("accroche.outcome", outcome.name());
        Level level = outcome == Outcome.CONFORME ? Level.INFO : Level.ERROR;
        log.write(
                log.clock().instant(),
                level,
                "accroche.verdict",
                outcome.title().in(Language.EN),
                fields);
    }

    @Override
    public void lost(long hops) {
        if (hops > told) {
            told = hops;
            JsonObject fields =
                    JsonObject.EMPTY.with("service.name", "accroche").with("accroche.telemetry.lost", hops);
            log.write(log.clock().instant(), Level.WARN, "accroche.hop", "lines of calls are missing", fields);
        }
    }

    @Override
    public void close() {
        // Whoever owns the stream closes it.
    }
}
