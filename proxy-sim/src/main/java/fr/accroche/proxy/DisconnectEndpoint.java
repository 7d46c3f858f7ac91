package fr.accroche.proxy;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.wire.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code DELETE /disconnect}: ends the session here, then its API tokens where they were issued, then PSC's session. Whatever
 * those servers answer, the session is over and the answer 200: its tokens are gone from the proxy.
 */
final class DisconnectEndpoint implements Endpoint {

    private final Sessions sessions;
    private final SessionGuard guard;
    private final TokenRevocation revocation;
    private final Psc psc;
    private final Traces traces;
    private final RefusalWriter refusals;

    DisconnectEndpoint(
            Sessions sessions,
            SessionGuard guard,
            TokenRevocation revocation,
            Psc psc,
            Traces traces,
            RefusalWriter refusals) {
        this.sessions = sessions;
        this.guard = guard;
        this.revocation = revocation;
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
        List<Failure> failures = new ArrayList<>(revocation.everyToken(session, call.trace()));
        psc.logOut(session, call.trace())
                .fold(answer -> true, refused -> failures.add(new Failure("logout at PSC", refused)));
        Response done = Response.of(200).with("Set-Cookie", SessionCookie.expired());
        if (failures.isEmpty()) {
            return done;
        }
        call.notes()
                .note(
                        Fact.LEFT_UNDONE,
                        failures.stream().map(Failure::terse).collect(Collectors.joining(" | ")),
                        "upstream");
        for (Failure failure : failures) {
            done = refusals.withFailure(done, failure.why());
        }
        return done;
    }
}
