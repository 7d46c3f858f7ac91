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

    private final BusinessParts parts;
    private final BodyTampering tampering;
    private final RelayTampering around;

    SendEndpoint(BusinessParts parts) {
        this.parts = parts;
        this.tampering = new BodyTampering(parts.defects());
        this.around = new RelayTampering(parts.defects());
    }

    @Override
    public Outcome<Onward> decide(Call call) {
        return authorised(call).then(authorised -> permitted(call, authorised));
    }

    private Outcome<Onward> permitted(Call call, Authorised authorised) {
        Client client = authorised.session().client();
        return parts.breakers()
                .permit(client.clientId(), authorised.addressed().route())
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
        Outcome<Session> caller = parts.guard().check(call, "No session found.", this::session);
        return parts.addresses()
                .find(call.request())
                .noting(addressed -> BusinessFacts.note(call, addressed.route()))
                .then(addressed -> caller.then(session -> authorised(call, addressed, session)));
    }

    private Optional<Session> session(Token id) {
        Optional<Session> found = parts.sessions().find(id);
        return parts.defects().has(ProxyDefect.ACCEPTS_ANY_SESSION) ? found.or(parts.sessions()::lastUsed) : found;
    }

    private Outcome<Authorised> authorised(Call call, Addressed addressed, Session session) {
        return parts.modes()
                .forwards(call, session, addressed.route())
                .then(route -> parts.authorised(call, addressed, session));
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
        if (!parts.defects().has(ProxyDefect.FORGETS_WHAT_WAS_SENT)) {
            parts.trace(call, authorised);
        }
    }
}
