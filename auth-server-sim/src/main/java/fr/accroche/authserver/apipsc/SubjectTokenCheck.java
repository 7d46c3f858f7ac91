package fr.accroche.authserver.apipsc;

import fr.accroche.wire.TraceParent;

/** One way of finding out whether a subject token is genuine and alive. */
@FunctionalInterface
interface SubjectTokenCheck {

    /**
     * @param trace of the exchange, for what is asked at PSC
     * @throws UpstreamFailure if PSC gives no usable answer
     */
    PscSays ask(String token, TraceParent trace) throws UpstreamFailure;
}
