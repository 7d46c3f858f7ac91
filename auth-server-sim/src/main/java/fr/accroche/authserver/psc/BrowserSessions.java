package fr.accroche.authserver.psc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.Ids;
import fr.accroche.authserver.Reply;
import fr.accroche.authserver.psc.browser.AuthorizationRequest;
import fr.accroche.authserver.psc.browser.Cookies;
import fr.accroche.wire.admin.Held;
import fr.accroche.wire.state.Change;
import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which browser has which session, and what its person has agreed to. Thread-safe. */
final class BrowserSessions {

    private static final int CAPACITY = 20_000;

    private final PscSessions sessions;
    private final Ids ids;
    private final Clock clock;
    private final Duration life;
    private final Store<String> cookies;
    private final Store<Set<String>> consents;

    /**
     * @param life the longest that a session lasts
     */
    BrowserSessions(PscSessions sessions, Ids ids, Clock clock, State state, Duration life) {
        this.sessions = sessions;
        this.ids = ids;
        this.clock = clock;
        this.life = life;
        this.cookies = state.store("browsers", Shape.of(String.class), CAPACITY);
        this.consents = state.store("consents", Shape.of(Set.class, String.class), CAPACITY);
    }

    /** The session of the browser that calls, if it has one that lives. */
    Optional<PscSession> of(Call call) {
        return Cookies.SESSION.in(call).flatMap(cookies::get).flatMap(sessions::find);
    }

    /** Gives a browser a session, under a name that it did not have before the person authenticated. */
    Reply remember(Call call, Reply reply, PscSession session) {
        Cookies.SESSION.in(call).ifPresent(cookies::take);
        String cookie = ids.opaque();
        cookies.put(cookie, session.id(), clock.instant().plus(life));
        return Cookies.SESSION.set(reply, cookie);
    }

    /** Takes the browser's session away from it. */
    Reply forget(Call call, Reply reply) {
        Optional<String> cookie = Cookies.SESSION.in(call);
        cookie.ifPresent(cookies::take);
        return cookie.isPresent() ? Cookies.SESSION.forget(reply) : reply;
    }

    /** Whether the person agreed, in this session, to all that a request asks for. */
    boolean agreed(PscSession session, AuthorizationRequest request) {
        return consents.get(key(session, request))
                .filter(agreed -> agreed.containsAll(request.wanted()))
                .isPresent();
    }

    void agree(PscSession session, AuthorizationRequest request) {
        Instant until = clock.instant().plus(life);
        consents.change(key(session, request), before -> {
            Set<String> agreed = new LinkedHashSet<>(before.orElse(Set.of()));
            agreed.addAll(request.wanted());
            return Change.to(agreed, until, agreed);
        });
    }

    /** The browsers and the consents, as a reset sees them. */
    Map<String, Held> held() {
        return Map.of("browserSessions", cookies, "consents", consents);
    }

    private static String key(PscSession session, AuthorizationRequest request) {
        return session.id() + ' ' + request.client().clientId();
    }
}
