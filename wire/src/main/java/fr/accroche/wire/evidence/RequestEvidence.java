package fr.accroche.wire.evidence;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.wire.Form;
import fr.accroche.wire.Request;
import fr.accroche.wire.TraceParent;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What every server notes of a request before it looks at it: the TLS it came over, the trace it belongs to, and what its
 * query would leave in a log.
 */
public final class RequestEvidence {

    private RequestEvidence() {}

    /** Adds it to the notes just opened. */
    public static HopNotes in(HopNotes notes, Request request) {
        PeerEvidence.facts(request.peer())
                .forEach((fact, observed) -> notes.note(fact, observed.value(), observed.where()));
        Optional<TraceParent> trace = TraceParent.in(request.headers());
        return notes.note(Fact.TRACE_ID, trace.map(TraceParent::traceId), "header/" + TraceParent.HEADER)
                .note(
                        Fact.PARENT_SPAN,
                        trace.filter(TraceParent::recorded).map(TraceParent::spanId),
                        "header/" + TraceParent.HEADER)
                .note(Fact.QUERY_VALUES, words(request.query()), "HTTP/query");
    }

    /** Names too: a query need not have values. One that is no form is one word. */
    private static Optional<String> words(String query) {
        if (query.isEmpty()) {
            return Optional.empty();
        }
        try {
            Form form = Form.parse(query);
            return Optional.of(form.names().stream()
                    .flatMap(name -> Stream.concat(Stream.of(name), form.all(name).stream()))
                    .collect(Collectors.joining("\n")));
        } catch (IllegalArgumentException noForm) {
            return Optional.of(query);
        }
    }
}
