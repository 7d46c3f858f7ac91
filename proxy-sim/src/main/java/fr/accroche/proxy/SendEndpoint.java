package fr.accroche.proxy;

import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;

/** {@code /send/<route>/…}: relays a business request, in passe-plat. */
final class SendEndpoint implements Endpoint {

    private final Addresses addresses;
    private final Sessions sessions;
    private final SessionGuard guard;
    private final Bearers bearers;
    private final Traces traces;
    private final Modes modes;
    private final BodyTampering tampering;

    SendEndpoint(
            Addresses addresses,
            Sessions sessions,
            SessionGuard guard,
            Bearers bearers,
            Traces traces,
            Modes modes,
            ProxyDefects defects) {
        this.addresses = addresses;
        this.sessions = sessions;
        this.guard = guard;
        this.bearers = bearers;
        this.traces = traces;
        this.modes = modes;
        this.tampering = new BodyTampering(defects);
    }

    @Override
    public Outcome<Response> answer(Call call) {
        Request request = call.request();
        BusinessFacts.note(call);
        Outcome<Session> caller = guard.check(call, "No session found.", sessions::find);
        return addresses
                .find(request)
                .noting(addressed -> BusinessFacts.note(call, addressed.route()))
                .then(addressed -> caller.then(session -> authorised(call, addressed, session)))
                .noting(authorised -> note(call, authorised))
                .then(authorised -> relay(call, authorised, tampering.of(request.body()))); // untouched: passe-plat
    }

    private Outcome<Authorised> authorised(Call call, Addressed addressed, Session session) {
        return modes.forwards(call, session, addressed.route())
                .then(route -> bearers.of(session, route, call.trace()))
                .then(bearer -> Outcome.next(new Authorised(addressed, session, bearer)));
    }

    private static Outcome<Response> relay(Call call, Authorised authorised, byte[] body) {
        Request request = call.request();
        ClientRequest relayed = new ClientRequest(
                request.method(),
                authorised.addressed().uri(),
                RelayedHeaders.ofRequest(request.headers(), authorised.bearer().token()),
                body);
        return authorised
                .session()
                .client()
                .business()
                .send(relayed, call.trace())
                .then(answer -> Outcome.next(
                        new Response(answer.status(), RelayedHeaders.ofResponse(answer.headers()), answer.body())));
    }

    private void note(Call call, Authorised authorised) {
        BusinessFacts.note(call, authorised.bearer());
        Addressed addressed = authorised.addressed();
        traces.sent(
                authorised.session(),
                call.origin(),
                new Trace.Sent(addressed.route().name(), call.request().method(), addressed.rest()));
    }
}
