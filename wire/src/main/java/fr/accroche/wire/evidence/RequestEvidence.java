package fr.accroche.wire.evidence;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.wire.Request;
import fr.accroche.wire.TraceParent;

/** What every server notes of a request before it looks at it: the trace it belongs to, and the TLS it came over. */
public final class RequestEvidence {

    private RequestEvidence() {}

    /** Adds it to the notes just opened. */
    public static HopNotes in(HopNotes notes, Request request) {
        PeerEvidence.of(request.peer())
                .facts()
                .forEach((fact, observed) -> notes.note(fact, observed.value(), observed.where()));
        return notes.note(
                Fact.TRACE_ID,
                TraceParent.in(request.headers()).map(TraceParent::traceId),
                "header/" + TraceParent.HEADER);
    }
}
