package fr.accroche.proxy;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Request;
import fr.accroche.wire.TraceParent;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * The trace that a call is relayed in: the caller's, or a new one where it names none.
 *
 * @param trace which, and the call's span in it
 * @param continued whether the caller named it
 */
record TraceContext(TraceParent trace, boolean continued) {

    static TraceContext of(Request request, SecureRandom random) {
        Optional<TraceParent> named = TraceParent.in(request.headers());
        TraceParent caller = named.orElseGet(() -> TraceParent.begin(random));
        return new TraceContext(caller.within(random), named.isPresent());
    }

    /** A new one, where nobody called. */
    static TraceContext begun(SecureRandom random) {
        return new TraceContext(TraceParent.begin(random).within(random), false);
    }

    /** The header fields of a call further on, caused by this one. A state belongs to the caller's trace only. */
    Headers in(Headers headers) {
        Headers kept = continued ? headers : headers.without("tracestate");
        return kept.with(TraceParent.HEADER, trace.value());
    }

    void noteIn(HopNotes notes) {
        notes.note(Fact.TRACE_ID, trace.traceId(), continued ? "header/traceparent" : "proxy/traceparent");
        notes.note(Fact.SPAN_ID, trace.spanId(), "proxy/traceparent");
    }
}
