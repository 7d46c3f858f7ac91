package fr.accroche.proxy;

import fr.accroche.proxy.metier.BusinessBuilder;

/** What business calls are served with, whether they are relayed or built. */
record BusinessParts(
        Addresses addresses,
        Sessions sessions,
        SessionGuard guard,
        Modes modes,
        Bearers bearers,
        Traces traces,
        Breakers breakers,
        BusinessBuilder builder,
        ProxyDefects defects) {

    /** With the token of the session for that téléservice. */
    Outcome<Authorised> authorised(Call call, Addressed addressed, Session session) {
        return bearers.of(session, addressed.route(), call.trace())
                .then(bearer -> Outcome.next(new Authorised(addressed, session, bearer)));
    }

    /** Leaves the trace of a call that goes on. */
    void trace(Call call, Authorised authorised) {
        Addressed addressed = authorised.addressed();
        traces.sent(
                authorised.session(),
                call.origin(),
                new Trace.Sent(addressed.route().name(), call.request().method(), addressed.rest()));
    }
}
