package fr.accroche.proxy;

import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import java.util.Optional;

/**
 * {@code /send/<route>/…}: relays a business request, in passe-plat. A sound proxy decides from its head, and lets its body
 * pass; one that is broken on purpose holds it whole, so that it can do its worst.
 */
final class SendEndpoint implements Endpoint, RelayEndpoint {

    private static final byte[] NOTHING = {};

    private final Addresses addresses;
    private final Sessions sessions;
    private final SessionGuard guard;
    private final Bearers bearers;
    private final Traces traces;
    private final Breakers breakers;
    private final Modes modes;
    private final ProxyDefects defects;
    private final BodyTampering tampering;
    private final RelayTampering around;

    SendEndpoint(MetierEndpoint.Parts parts) {
        this.addresses = parts.addresses();
        this.sessions = parts.sessions();
        this.guard = parts.guard();
        this.bearers = parts.bearers();
        this.traces = parts.traces();
        this.breakers = parts.breakers();
        this.modes = parts.modes();
        this.defects = parts.defects();
        this.tampering = new BodyTampering(defects);
        this.around = new RelayTampering(defects);
    }

    @Override
    public Outcome<Onward> decide(Call call) {
        return authorised(call).then(authorised -> permitted(call, authorised));
    }

    private Outcome<Onward> permitted(Call call, Authorised authorised) {
        Client client = authorised.session().client();
        return breakers.permit(client.clientId(), authorised.addressed().route())
                .then(permit -> {
                    note(call, authorised);
                    ClientRequest head = relayed(call, authorised, NOTHING); // its body follows, untouched: passe-plat
                    ClientRequest traced = new ClientRequest(
                            head.method(), head.uri(), call.trace().in(head.headers()), NOTHING);
                    return Outcome.next(new Onward(client.business().client(), traced, permit));
                });
    }

    @Override
    public Outcome<Response> answer(Call call) {
        byte[] body = call.request().body();
        call.notes().noteBody(body);
        return authorised(call)
                .noting(authorised -> note(call, authorised))
                .then(authorised -> relay(call, authorised, tampering.of(body)));
    }

    private Outcome<Authorised> authorised(Call call) {
        BusinessFacts.note(call);
        Outcome<Session> caller = guard.check(call, "No session found.", this::session);
        return addresses
                .find(call.request())
                .noting(addressed -> BusinessFacts.note(call, addressed.route()))
                .then(addressed -> caller.then(session -> authorised(call, addressed, session)));
    }

    private Optional<Session> session(Token id) {
        Optional<Session> found = sessions.find(id);
        return defects.has(ProxyDefect.ACCEPTS_ANY_SESSION) ? found.or(sessions::lastUsed) : found;
    }

    private Outcome<Authorised> authorised(Call call, Addressed addressed, Session session) {
        return modes.forwards(call, session, addressed.route())
                .then(route -> bearers.of(session, route, call.trace()))
                .then(bearer -> Outcome.next(new Authorised(addressed, session, bearer)));
    }

    private Outcome<Response> relay(Call call, Authorised authorised, byte[] body) {
        return authorised
                .session()
                .client()
                .business()
                .send(around.of(call.request().headers(), relayed(call, authorised, body)), call.trace())
                .then(answer -> Outcome.next(around.of(
                        new Response(answer.status(), RelayedHeaders.ofResponse(answer.headers()), answer.body()))));
    }

    private static ClientRequest relayed(Call call, Authorised authorised, byte[] body) {
        Request request = call.request();
        return new ClientRequest(
                request.method(),
                authorised.addressed().uri(),
                RelayedHeaders.ofRequest(request.headers(), authorised.bearer().token()),
                body);
    }

    private void note(Call call, Authorised authorised) {
        BusinessFacts.note(call, authorised.bearer());
        Addressed addressed = authorised.addressed();
        if (!defects.has(ProxyDefect.FORGETS_WHAT_WAS_SENT)) {
            traces.sent(
                    authorised.session(),
                    call.origin(),
                    new Trace.Sent(addressed.route().name(), call.request().method(), addressed.rest()));
        }
    }
}
