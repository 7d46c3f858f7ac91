package fr.accroche.telemetry;

import fr.accroche.compliance.exchange.Journal;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.Verdict;
import fr.accroche.wire.admin.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Tells what passes to programs that watch: whatever is recorded in a journal that it stands around. It neither blocks nor slows who
 * records, and its own failures are a line of warning. Thread-safe.
 */
public final class Telemetry implements AutoCloseable {

    /** Tells nobody, and costs nothing. */
    public static final Telemetry NONE = new Telemetry(Optional.empty());

    /** More than each part takes at most. */
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(3);

    private final Optional<HopDesk> desk;

    private Telemetry(Optional<HopDesk> desk) {
        this.desk = desk;
    }

    /**
     * Starts telling.
     *
     * @param collector where spans and metrics go, if anywhere
     * @param log where lines go, if anywhere
     * @param version of accroche
     * @param random makes ids where the wire has none
     * @param warn told once, if the collector cannot be reached
     */
    public static Telemetry to(
            Optional<Collector> collector,
            Optional<JsonLog> log,
            String version,
            RandomGenerator random,
            Consumer<Text> warn) {
        List<HopSink> sinks = new ArrayList<>();
        collector.ifPresent(to -> sinks.add(new Otlp(to, version, warn)));
        log.ifPresent(to -> sinks.add(new LogSink(to)));
        if (sinks.isEmpty()) {
            return NONE;
        }
        HopDesk desk = new HopDesk(sinks, new Correlator(random));
        desk.start();
        return new Telemetry(Optional.of(desk));
    }

    /**
     * A journal that tells of what is recorded in another.
     *
     * @param clock the one that its hops are dated by
     */
    public Journal around(Journal journal, MovableClock clock) {
        return desk.<Journal>map(open -> hop -> {
                    journal.record(hop);
                    open.take(hop, clock.reading().offset());
                })
                .orElse(journal);
    }

    /** Tells a verdict. */
    public void judged(Verdict verdict) {
        desk.ifPresent(open -> open.judged(verdict));
    }

    /** Tells what is left, in seconds at most. */
    @Override
    public void close() {
        close(LONGEST_CLOSE);
    }

    void close(Duration most) {
        desk.ifPresent(open -> open.close(most));
    }
}
