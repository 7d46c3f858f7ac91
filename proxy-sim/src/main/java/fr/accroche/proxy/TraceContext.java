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
 * @param trace which
 * @param continued whether the caller named it
 * @param random makes span ids
 */
record TraceContext(TraceParent trace, boolean continued, SecureRandom random) {

    static TraceContext of(Request request, SecureRandom random) {
        Optional<TraceParent> named = TraceParent.in(request.headers());
        return new TraceContext(named.orElseGet(() -> TraceParent.begin(random)), named.isPresent(), random);
    }

    /** The header fields of one call further on: a new span of the same trace. A state belongs to the caller's trace only. */
    Headers in(Headers headers) {
        Headers kept = continued ? headers : headers.without("tracestate");
        return kept.with(TraceParent.HEADER, trace.next(random));
    }

    void noteIn(HopNotes notes) {
        notes.note(Fact.TRACE_ID, trace.traceId(), continued ? "header/traceparent" : "proxy/traceparent");
    }
}
