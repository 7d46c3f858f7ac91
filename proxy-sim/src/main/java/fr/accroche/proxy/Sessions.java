package fr.accroche.proxy;

import fr.accroche.compliance.text.Text;
import fr.accroche.wire.admin.Held;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The live sessions. One that is not used for its life is over. */
final class Sessions implements Held {

    private static final Text FULL = Text.of(
            "{0} sessions sont ouvertes, c'est le plus que le proxy garde : fermez-en par DELETE /disconnect",
            "{0} sessions are open, the most that the proxy keeps: end some with DELETE /disconnect");

    private final Clock clock;
    private final Duration life;
    private final int capacity;
    private final SecureRandom random;

    /** Least recently used first. */
    private final Map<Token, Used> sessions = new LinkedHashMap<>();

    private record Used(Session session, Instant at) {}

    Sessions(Clock clock, Duration life, int capacity, SecureRandom random) {
        this.clock = clock;
        this.life = life;
        this.capacity = capacity;
        this.random = random;
    }

    /** Opens a session: only now, when nothing can fail any more. */
    synchronized Outcome<Session> open(Equipped equipped) {
        forgetUnused();
        if (sessions.size() >= capacity) {
            return Outcome.refused(
                    Refused.byContract(WireError.empty(503, "proxy_internal_error"), FULL.with(capacity)));
        }
        Authenticated authenticated = equipped.authenticated();
        Identified who = authenticated.who();
        Session session = new Session(
                newId(), who.asked().nationalId(), who.client(), authenticated.tokens(), equipped.apiTokens());
        sessions.put(session.id(), new Used(session, clock.instant()));
        return Outcome.next(session);
    }

    /** The live session of this id, which is thereby used. */
    synchronized Optional<Session> find(Token id) {
        Optional<Session> found = end(id);
        found.ifPresent(session -> sessions.put(id, new Used(session, clock.instant())));
        return found;
    }

    /** The same, of which it is no use: who asks has still to prove that it is theirs. */
    synchronized Optional<Session> peek(Token id) {
        forgetUnused();
        return Optional.ofNullable(sessions.get(id)).map(Used::session);
    }

    /** Ends the live session of this id. */
    synchronized Optional<Session> end(Token id) {
        forgetUnused();
        return Optional.ofNullable(sessions.remove(id)).map(Used::session);
    }

    @Override
    public synchronized int size() {
        forgetUnused();
        return sessions.size();
    }

    @Override
    public synchronized void clear() {
        sessions.clear();
    }

    private void forgetUnused() {
        Instant limit = clock.instant().minus(life);
        Iterator<Used> oldestFirst = sessions.values().iterator();
        while (oldestFirst.hasNext() && !oldestFirst.next().at().isAfter(limit)) {
            oldestFirst.remove();
        }
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
