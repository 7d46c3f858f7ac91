package fr.accroche.proxy;

import fr.accroche.wire.Response;

/**
 * {@code DELETE /disconnect}: ends the session here, then its API tokens where they were issued, then PSC's session. Whatever
 * those servers answer, the session is over and the answer 200: its tokens are gone from the proxy.
 */
final class DisconnectEndpoint implements Endpoint {

    private final Sessions sessions;
    private final SessionGuard guard;
    private final SessionEnd end;
    private final Traces traces;
    private final RefusalWriter refusals;

    DisconnectEndpoint(Sessions sessions, SessionGuard guard, SessionEnd end, Traces traces, RefusalWriter refusals) {
        this.sessions = sessions;
        this.guard = guard;
        this.end = end;
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
        for (Failure failure : end.finish(session, call.trace(), call.notes(), new Silent())) {
            done = refusals.withFailure(done, failure.why());
        }
        return done;
    }
}
