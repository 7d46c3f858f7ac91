package fr.accroche.telemetry;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A hop and its place in the trace of its exchange.
 *
 * @param hop what the journal has
 * @param shift how far the chain's clock was from real time: traces are of real time
 * @param traceId of the exchange, 32 hexadecimal digits
 * @param spanId its own, 16 hexadecimal digits
 * @param parentSpan the span of the same trace that caused it
 * @param caller what called it, where that is in another trace than the exchange's
 */
record TracedHop(
        Hop hop, Duration shift, String traceId, String spanId, Optional<String> parentSpan, Optional<Span> caller) {

    /** Noted by who calls. */
    static final Set<Stage> CALLERS = Set.of(Stage.LPS_CONNECT, Stage.LPS_SEND, Stage.LPS_DISCONNECT);

    private static final String WAITING = "authorization_pending";

    /** A span of some trace. */
    record Span(String traceId, String spanId) {}

    TracedHop {
        Objects.requireNonNull(hop, "hop");
        Objects.requireNonNull(shift, "shift");
        Objects.requireNonNull(traceId, "traceId");
        Objects.requireNonNull(spanId, "spanId");
        Objects.requireNonNull(parentSpan, "parentSpan");
        Objects.requireNonNull(caller, "caller");
    }

    /** When it began, in real time. */
    Instant start() {
        return hop.at().minus(shift);
    }

    Instant end() {
        return start().plus(hop.took());
    }

    /**
     * Whether it is shown as an error: whatever was refused, broke a rule or got no answer. To be told that the professional has
     * not answered yet (CIBA Core §11) is none.
     */
    boolean failed() {
        boolean waiting = hop.answer().filter(WAITING::equals).isPresent();
        boolean refused = hop.status() >= 400 && !waiting;
        boolean unanswered = hop.status() == 0 && hop.answer().isPresent();
        return refused
                || unanswered
                || !hop.breaches().isEmpty()
                || hop.fact(Fact.REFUSAL_WITHHELD).isPresent();
    }

    /** Whether a server noted it of a call that it answered. */
    boolean served() {
        return !CALLERS.contains(hop.stage()) && hop.stage() != Stage.PROXY_SESSION_OVER;
    }
}
