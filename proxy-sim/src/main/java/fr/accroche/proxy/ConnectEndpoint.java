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
    private final LpsGuard lps;
    private final ProxyDefects defects;

    ConnectEndpoint(
            Clients clients,
            Psc psc,
            PscPolling polling,
            TokenExchange exchange,
            Sessions sessions,
            Traces traces,
            LpsGuard lps,
            ProxyDefects defects) {
        this.clients = clients;
        this.psc = psc;
        this.polling = polling;
        this.exchange = exchange;
        this.sessions = sessions;
        this.traces = traces;
        this.lps = lps;
        this.defects = defects;
    }

    @Override
    public Outcome<Response> answer(Call call) {
        Optional<Token> cookie = defects.has(ProxyDefect.CONNECTS_AGAIN_WITH_A_LIVE_SESSION)
                ? Optional.empty()
                : SessionCookie.read(call.request());
        return AskedReader.read(call)
                .then(asked -> cookie.flatMap(sessions::peek)
                        .map(live -> again(call, asked, live))
                        .orElseGet(() -> connect(call, asked)));
    }

    private Outcome<Response> again(Call call, Asked asked, Session live) {
        String clientId = live.client().clientId();
        return lps.check(call, clientId, "session/clientId", notProved(asked))
                .then(proved ->
                        sessions.find(live.id()).map(used -> replay(call, used)).orElseGet(() -> connect(call, asked)));
    }

    private Outcome<Response> connect(Call call, Asked asked) {
        Outcome<Session> connected = identify(call, asked)
                .noting(who -> sessions.require()) // before a professional is asked for nothing
                .then(psc::discover) // OIDC Discovery §4
                .then(psc::request) // CIBA Core §7.1
                .then(polling::await) // CIBA Core §10.1
                .noting(authenticated -> note(call, authenticated.tokens()))
                .then(exchange::everyRoute) // RFC 8693 §2.1
                .then(sessions::open);
        return connected.fold(session -> Outcome.next(opened(call, session)), refused -> {
            traces.failed(asked, call.origin());
            return Outcome.refused(defects.failed(refused));
        });
    }

    private Outcome<Identified> identify(Call call, Asked asked) {
        Outcome<Identified> identified = clients.identify(asked);
        return identified.fold(
                who -> lps.check(call, asked.clientId(), "json/clientId", notProved(asked))
                        .then(proved -> Outcome.next(who)),
                unknown -> Outcome.refused(
                        lps.hidesUnknown()
                                ? lps.challenging(new Refused(notProved(asked), unknown.sentence(), unknown.grounds()))
                                : unknown));
    }

    /** The demonstrator, which asks no LPS for a proof, has no words for this. */
    private static WireError notProved(Asked asked) {
        return WireError.descriptor(401, "LPS authentication failed.", asked.metadata());
    }

    private Response opened(Call call, Session session) {
        call.notes().note(Fact.PROXY_SESSION, session.id().value(), "cookie/" + SessionCookie.NAME);
        traces.connected(Trace.Type.CONNECT_SUCCESS, session, call.origin());
        JsonObject body = JsonObject.EMPTY
                .with("proxy_session_id", session.id().value())
                .with("session_state", session.psc().sessionState())
                .with("access_token", defects.told(session.psc().access()));
        return Response.of(200, "application/json", body.compact())
                .with("Set-Cookie", SessionCookie.holding(session.id()));
    }

    /** The cookie decides, whatever the body asks for, as with the demonstrator. */
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
