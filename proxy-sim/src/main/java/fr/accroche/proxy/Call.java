package fr.accroche.proxy;

import fr.accroche.compliance.declaration.Settings.Enforcement;
import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.wire.Request;

/**
 * A call to the proxy while it is handled.
 *
 * @param request as it came
 * @param notes what becomes its hop
 * @param trace the trace that it belongs to
 * @param enforcement what becomes of it if it breaks a rule that the proxy itself guards
 */
record Call(Request request, HopNotes notes, TraceContext trace, Enforcement enforcement) {

    /**
     * Refuses by a rule, unless that is withheld: then it goes on.
     *
     * @param breach what is wrong
     * @param refused how it is refused
     * @param otherwise the state that it goes on with
     */
    <S> Outcome<S> refuse(Breach breach, Refused refused, S otherwise) {
        notes.breach(breach);
        if (enforcement == Enforcement.STRICT) {
            return Outcome.refused(refused);
        }
        notes.withheld(refused.wire().response().status(), refused.wire().terse());
        return Outcome.next(otherwise);
    }

    Trace.Origin origin() {
        return Trace.Origin.of(request);
    }
}
