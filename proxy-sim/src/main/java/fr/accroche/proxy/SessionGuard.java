package fr.accroche.proxy;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.json.JsonObject;
import java.util.Optional;
import java.util.function.Function;

/** Lets only calls of a live session through. */
final class SessionGuard {

    private static final Text NONE = Text.of(
            "le cookie proxy_session_id manque : connectez-vous par POST /connect",
            "the cookie proxy_session_id is missing: connect with POST /connect");
    private static final Text OVER = Text.of(
            "la session de ce cookie est inconnue ou terminée : reconnectez-vous par POST /connect",
            "the session of this cookie is unknown or over: connect again with POST /connect");

    private SessionGuard() {}

    /**
     * @param message what the contract answers when there is no session
     * @param lookup finds or ends the session
     */
    static Outcome<Session> check(Call call, String message, Function<Token, Optional<Session>> lookup) {
        Optional<Token> cookie = SessionCookie.read(call.request());
        call.notes().note(Fact.PROXY_SESSION, cookie.map(Token::value), "cookie/" + SessionCookie.NAME);
        Outcome<Session> found = cookie.flatMap(lookup)
                .map(Outcome::next)
                .orElseGet(() -> Outcome.refused(refused(cookie.isPresent(), message)));
        return found.noting(session -> note(call, session));
    }

    private static void note(Call call, Session session) {
        call.notes().note(Fact.CLIENT_ID, session.client().clientId(), "session/clientId");
        call.notes().note(Fact.PSC_SESSION, session.psc().sessionState(), "session/session_state");
    }

    private static Refused refused(boolean named, String message) {
        WireError wire = WireError.descriptor(401, message, JsonObject.EMPTY);
        return named
                ? Refused.byContract(wire, OVER).with("Set-Cookie", SessionCookie.expired())
                : Refused.byContract(wire, NONE);
    }
}
