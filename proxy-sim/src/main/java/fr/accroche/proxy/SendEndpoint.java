package fr.accroche.proxy;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
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
    private final TokenExchange tokens;
    private final Traces traces;
    private final Breakers breakers;
    private final ProxyDefects defects;
    private final BodyTampering tampering;

    SendEndpoint(
            Addresses addresses,
            Sessions sessions,
            SessionGuard guard,
            TokenExchange tokens,
            Traces traces,
            Breakers breakers,
            ProxyDefects defects) {
        this.addresses = addresses;
        this.sessions = sessions;
        this.guard = guard;
        this.tokens = tokens;
        this.traces = traces;
        this.breakers = breakers;
        this.defects = defects;
        this.tampering = new BodyTampering(defects);
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
        Outcome<Session> caller = guard.check(call, "No session found.", sessions::find);
        return addresses
                .find(call.request())
                .noting(addressed -> note(call, addressed.route()))
                .then(addressed -> caller.then(session -> authorised(call, addressed, session)));
    }

    private Outcome<Authorised> authorised(Call call, Addressed addressed, Session session) {
        return bearer(call, session, addressed.route())
                .then(bearer -> Outcome.next(new Authorised(addressed, session, bearer)));
    }

    private Outcome<Authorised.Bearer> bearer(Call call, Session session, Route route) {
        return defects.has(ProxyDefect.SENDS_PSC_TOKEN)
                ? Outcome.next(
                        new Authorised.Bearer(Fact.PSC_TOKEN, session.psc().access()))
                : tokens.current(session, route, call.trace())
                        .then(token -> Outcome.next(new Authorised.Bearer(Fact.API_TOKEN, token)));
    }

    private static Outcome<Response> relay(Call call, Authorised authorised, byte[] body) {
        return authorised
                .session()
                .client()
                .business()
                .send(relayed(call, authorised, body), call.trace())
                .then(answer -> Outcome.next(
                        new Response(answer.status(), RelayedHeaders.ofResponse(answer.headers()), answer.body())));
    }

    private static ClientRequest relayed(Call call, Authorised authorised, byte[] body) {
        Request request = call.request();
        return new ClientRequest(
                request.method(),
                authorised.addressed().uri(),
                RelayedHeaders.ofRequest(request.headers(), authorised.bearer().token()),
                body);
    }

    private static void note(Call call, Route route) {
        Optional<String> teleservice = Teleservice.named(route.name()).map(Teleservice::label);
        call.notes().note(Fact.TELESERVICE, teleservice, "path/route");
    }

    private void note(Call call, Authorised authorised) {
        Authorised.Bearer bearer = authorised.bearer();
        call.notes().note(bearer.kind(), bearer.token().value(), "session/token");
        Addressed addressed = authorised.addressed();
        traces.sent(
                authorised.session(),
                call.origin(),
                new Trace.Sent(addressed.route().name(), call.request().method(), addressed.rest()));
    }
}
