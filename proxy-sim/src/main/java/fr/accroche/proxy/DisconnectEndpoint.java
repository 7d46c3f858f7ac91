package fr.accroche.proxy;

import fr.accroche.wire.Response;

/**
 * {@code DELETE /disconnect}: ends the session here, then PSC's. Whatever PSC answers, the session is over and the answer
 * 200: its tokens are gone from the proxy.
 */
final class DisconnectEndpoint implements Endpoint {

    private final Sessions sessions;
    private final SessionGuard guard;
    private final Psc psc;
    private final Traces traces;
    private final RefusalWriter refusals;

    DisconnectEndpoint(Sessions sessions, SessionGuard guard, Psc psc, Traces traces, RefusalWriter refusals) {
        this.sessions = sessions;
        this.guard = guard;
        this.psc = psc;
        this.traces = traces;
        this.refusals = refusals;
    }

    @Override
    public Outcome<Response> answer(Call call) {
        return guard.check(call, "Session ID not found.", sessions::end)
                .noting(session -> traces.connected(Trace.Type.DISCONNECT, session, call.origin()))
                .then(session -> Outcome.next(loggedOut(call, session)));
    }

    private Response loggedOut(Call call, Session session) {
        Response done = Response.of(200).with("Set-Cookie", SessionCookie.expired());
        return psc.logOut(session, call.trace()).fold(answer -> done, failure -> refusals.withFailure(done, failure));
    }
}
