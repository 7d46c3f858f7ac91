package fr.accroche.proxy;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.util.Optional;

/** {@code POST /connect}: authenticates a professional for an LPS, and gets the tokens of every téléservice. */
final class ConnectEndpoint implements Endpoint {

    private final Clients clients;
    private final Psc psc;
    private final PscPolling polling;
    private final TokenExchange exchange;
    private final Sessions sessions;
    private final Traces traces;

    ConnectEndpoint(
            Clients clients, Psc psc, PscPolling polling, TokenExchange exchange, Sessions sessions, Traces traces) {
        this.clients = clients;
        this.psc = psc;
        this.polling = polling;
        this.exchange = exchange;
        this.sessions = sessions;
        this.traces = traces;
    }

    @Override
    public Outcome<Response> answer(Call call) {
        Optional<Token> cookie = SessionCookie.read(call.request());
        return AskedReader.read(call)
                .then(asked -> cookie.flatMap(sessions::find)
                        .map(live -> replay(call, live))
                        .orElseGet(() -> connect(call, asked)));
    }

    private Outcome<Response> connect(Call call, Asked asked) {
        Outcome<Session> connected = clients.identify(asked)
                .then(psc::discover) // OIDC Discovery §4
                .then(psc::request) // CIBA Core §7.1
                .then(polling::await) // CIBA Core §10.1
                .noting(authenticated -> note(call, authenticated.tokens()))
                .then(exchange::everyRoute) // RFC 8693 §2.1
                .then(sessions::open);
        return connected.fold(session -> Outcome.next(opened(call, session)), refused -> {
            traces.failed(asked, call.origin());
            return Outcome.refused(refused);
        });
    }

    private Response opened(Call call, Session session) {
        call.notes().note(Fact.PROXY_SESSION, session.id().value(), "cookie/" + SessionCookie.NAME);
        traces.connected(Trace.Type.CONNECT_SUCCESS, session, call.origin());
        JsonObject body = JsonObject.EMPTY
                .with("proxy_session_id", session.id().value())
                .with("session_state", session.psc().sessionState());
        return Response.of(200, "application/json", body.compact())
                .with("Set-Cookie", SessionCookie.holding(session.id()));
    }

    /** The cookie alone decides: the demonstrator does not look at who asks. */
    private Outcome<Response> replay(Call call, Session session) {
        call.notes().note(Fact.PROXY_SESSION, session.id().value(), "cookie/" + SessionCookie.NAME);
        call.notes().note(Fact.PSC_SESSION, session.psc().sessionState(), "session/session_state");
        traces.connected(Trace.Type.CONNECT_REPLAY, session, call.origin());
        return Outcome.next(Response.of(304));
    }

    private static void note(Call call, PscTokens tokens) {
        call.notes().note(Fact.PSC_TOKEN, tokens.access().value(), "json/access_token");
        call.notes().note(Fact.PSC_SESSION, tokens.sessionState(), "json/session_state");
    }
}
