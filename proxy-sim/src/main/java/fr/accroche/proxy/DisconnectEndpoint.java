package fr.accroche.proxy;

import fr.accroche.wire.Response;
import java.util.List;
import java.util.Optional;

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
    private final ProxyDefects defects;

    DisconnectEndpoint(
            Sessions sessions,
            SessionGuard guard,
            SessionEnd end,
            Traces traces,
            RefusalWriter refusals,
            ProxyDefects defects) {
        this.sessions = sessions;
        this.guard = guard;
        this.end = end;
        this.traces = traces;
        this.refusals = refusals;
        this.defects = defects;
    }

    @Override
    public Outcome<Response> answer(Call call) {
        return guard.check(call, "Session ID not found.", this::end)
                .noting(session -> traces.connected(Trace.Type.DISCONNECT, session, call.origin()))
                .then(session -> Outcome.next(loggedOut(call, session)));
    }

    private Optional<Session> end(Token id) {
        boolean kept = defects.has(ProxyDefect.KEEPS_SESSION_AFTER_DISCONNECT)
                || defects.has(ProxyDefect.KEEPS_SESSION_WHEN_PSC_IS_DOWN);
        return kept ? sessions.find(id) : sessions.end(id);
    }

    private Response loggedOut(Call call, Session session) {
        List<Failure> undone = end.finish(session, call.trace(), call.notes(), new Silent());
        Response done = Response.of(200).with("Set-Cookie", SessionCookie.expired());
        if (defects.has(ProxyDefect.KEEPS_SESSION_WHEN_PSC_IS_DOWN)) {
            return onlyIfLoggedOut(session, undone, done);
        }
        for (Failure failure : undone) {
            done = refusals.withFailure(done, failure.why());
        }
        return done;
    }

    private Response onlyIfLoggedOut(Session session, List<Failure> undone, Response done) {
        boolean down = undone.stream()
                .map(failure -> failure.why().grounds())
                .anyMatch(Grounds.UpstreamFailed.class::isInstance);
        if (down) {
            return new Response(500, done.headers(), done.body());
        }
        sessions.end(session.id());
        return done;
    }
}
