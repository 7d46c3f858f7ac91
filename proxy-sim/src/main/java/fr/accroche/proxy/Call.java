package fr.accroche.proxy;

import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.wire.Request;

/**
 * A call to the proxy while it is handled.
 *
 * @param request as it came
 * @param notes what becomes its hop
 * @param trace the trace that it belongs to
 */
record Call(Request request, HopNotes notes, TraceContext trace) {

    Trace.Origin origin() {
        return Trace.Origin.of(request);
    }
}
