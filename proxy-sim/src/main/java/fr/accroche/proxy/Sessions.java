package fr.accroche.proxy;

import fr.accroche.compliance.text.Text;
import fr.accroche.wire.admin.Held;
import fr.accroche.wire.state.Change;
import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.SweptStore;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The live sessions, of every copy of the proxy. One runs out when its whole life is over, or when it has not been used for long;
 * it waits then for the one copy that ends it elsewhere too.
 */
final class Sessions implements Held {

    private static final Text FULL = Text.of(
            "{0} sessions sont ouvertes, c'est le plus que le proxy garde : fermez-en par DELETE /disconnect",
            "{0} sessions are open, the most that the proxy keeps: end some with DELETE /disconnect");

    private final State state;
    private final SweptStore<Session> sessions;
    private final Clock clock;
    private final SessionLife life;
    private final int capacity;
    private final SecureRandom random;

    /**
     * @param state where they are kept
     * @param clients whose sessions they are: every copy has these, so that only the name is kept
     * @param capacity how many live at most
     */
    Sessions(
            State state,
            Function<String, Optional<Client>> clients,
            Clock clock,
            SessionLife life,
            int capacity,
            SecureRandom random) {
        this.state = state;
        Shape<Session> shape = Shape.of(Session.class).naming(Client.class, Client::clientId, clients);
        // twice as many: those that ran out, and one too many until it is refused, push out none that lives
        this.sessions = state.swept("proxy.sessions", shape, 2 * capacity);
        this.clock = clock;
        this.life = life;
        this.capacity = capacity;
        this.random = random;
    }

    /**
     * Returns where a session that is opened later can be kept.
     *
     * @throws fr.accroche.wire.state.StateUnavailableException where it cannot
     */
    void require() {
        state.require();
    }

    /** Opens a session: only now, when nothing can fail any more. */
    Outcome<Session> open(Equipped equipped) {
        Authenticated authenticated = equipped.authenticated();
        Identified who = authenticated.who();
        Session session = new Session(
                newId(),
                who.asked().nationalId(),
                who.client(),
                authenticated.tokens(),
                held(equipped.apiTokens()),
                clock.instant());
        // counted once it is there: however many copies open one at once, no more are left than the capacity
        sessions.put(key(session.id()), session, overAt(session));
        if (sessions.size() > capacity) {
            sessions.take(key(session.id()));
            return Outcome.refused(
                    Refused.byContract(WireError.empty(503, "proxy_internal_error"), FULL.with(capacity)));
        }
        return Outcome.next(session);
    }

    /** The live session of this id, which is thereby used. */
    Optional<Session> find(Token id) {
        return change(id, session -> session);
    }

    /** The same, of which it is no use: who asks has still to prove that it is theirs. */
    Optional<Session> peek(Token id) {
        return sessions.get(key(id));
    }

    /** The live session that was used last: only a proxy broken on purpose asks for it. */
    Optional<Session> lastUsed() {
        return sessions.all().values().stream().reduce((earlier, later) -> later);
    }

    /**
     * Changes a token of the live session of this id, which is thereby used.
     *
     * @return the session as it is then; empty where it is over
     */
    Optional<Session> change(Token id, String route, UnaryOperator<HeldToken> change) {
        return change(
                id,
                session -> session.with(route, change.apply(session.apiTokens().get(route))));
    }

    private Optional<Session> change(Token id, UnaryOperator<Session> change) {
        return sessions.change(
                key(id),
                there -> there.map(change)
                        .map(session -> Change.to(session, overAt(session), Optional.of(session)))
                        .orElseGet(() -> Change.none(Optional.empty())));
    }

    /** Ends the live session of this id. */
    Optional<Session> end(Token id) {
        return sessions.take(key(id));
    }

    /** Those that ran out by themselves since the last time, each once, whichever copy asks. */
    List<Session> takeRanOut() {
        return sessions.takeExpired();
    }

    @Override
    public int size() {
        return sessions.size();
    }

    /** Nothing is left of them, not even what would end them elsewhere. */
    @Override
    public void clear() {
        sessions.clear();
    }

    private static String key(Token id) {
        return id.value();
    }

    /** When a session that is used now is over. */
    private Instant overAt(Session session) {
        Instant whole = session.opened().plus(life.total());
        Instant unused = clock.instant().plus(life.idle());
        return whole.isBefore(unused) ? whole : unused;
    }

    private static Map<String, HeldToken> held(Map<String, ApiToken> apiTokens) {
        return apiTokens.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> HeldToken.of(entry.getValue())));
    }

    /** A random UUID (RFC 9562 §5.4), as the demonstrator's session ids are. */
    private Token newId() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        bytes[6] = (byte) (bytes[6] & 0x0f | 0x40);
        bytes[8] = (byte) (bytes[8] & 0x3f | 0x80);
        ByteBuffer halves = ByteBuffer.wrap(bytes);
        return new Token(new UUID(halves.getLong(), halves.getLong()).toString());
    }
}
