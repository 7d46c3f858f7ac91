package fr.accroche.proxy;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.json.JsonObject;
import java.util.Optional;
import java.util.function.Function;

/** Lets only calls of a live session through, from the LPS whose it is where that one proves itself. */
final class SessionGuard {

    private static final Text NONE = Text.of(
            "le cookie proxy_session_id manque : connectez-vous par POST /connect",
            "the cookie proxy_session_id is missing: connect with POST /connect");
    private static final Text OVER = Text.of(
            "la session de ce cookie est inconnue ou terminée : reconnectez-vous par POST /connect",
            "the session of this cookie is unknown or over: connect again with POST /connect");

    private final Sessions sessions;
    private final LpsGuard lps;

    SessionGuard(Sessions sessions, LpsGuard lps) {
        this.sessions = sessions;
        this.lps = lps;
    }

    /**
     * A session that is refused to its caller goes on as it was, and of it the client_id alone is noted: the call is the
     * caller's own doing, and no part of that session.
     *
     * @param message what the contract answers when there is no session
     * @param lookup finds or ends the session
     */
    Outcome<Session> check(Call call, String message, Function<Token, Optional<Session>> lookup) {
        Optional<Token> cookie = SessionCookie.read(call.request());
        return cookie.flatMap(sessions::peek)
                .map(session -> owned(call, session, message))
                .orElseGet(() -> Outcome.next(cookie))
                .noting(own -> note(call, own))
                .then(own -> own.flatMap(lookup)
                        .map(Outcome::next)
                        .orElseGet(() -> Outcome.refused(none(own.isPresent(), message))))
                .noting(session -> note(call, session));
    }

    private Outcome<Optional<Token>> owned(Call call, Session session, String message) {
        String clientId = session.client().clientId();
        WireError wire =
                WireError.descriptor(401, message, JsonObject.EMPTY).with("Set-Cookie", SessionCookie.expired());
        return lps.check(call, clientId, "session/clientId", wire)
                .then(proved -> Outcome.next(Optional.of(session.id())));
    }

    private static void note(Call call, Optional<Token> cookie) {
        call.notes().note(Fact.PROXY_SESSION, cookie.map(Token::value), "cookie/" + SessionCookie.NAME);
    }

    private static void note(Call call, Session session) {
        call.notes().note(Fact.CLIENT_ID, session.client().clientId(), "session/clientId");
        call.notes().note(Fact.PSC_SESSION, session.psc().sessionState(), "session/session_state");
    }

    private Refused none(boolean named, String message) {
        WireError wire = WireError.descriptor(401, message, JsonObject.EMPTY);
        return lps.challenging(
                named
                        ? Refused.byContract(wire, OVER).with("Set-Cookie", SessionCookie.expired())
                        : Refused.byContract(wire, NONE));
    }
}
