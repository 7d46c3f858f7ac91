package fr.accroche.proxy;

import fr.accroche.compliance.text.Text;
import fr.accroche.wire.admin.Held;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The live sessions. One runs out when its whole life is over, or when it has not been used for long; it waits then for whoever
 * ends it elsewhere too.
 */
final class Sessions implements Held {

    private static final Text FULL = Text.of(
            "{0} sessions sont ouvertes, c'est le plus que le proxy garde : fermez-en par DELETE /disconnect",
            "{0} sessions are open, the most that the proxy keeps: end some with DELETE /disconnect");

    private final Clock clock;
    private final SessionLife life;
    private final int capacity;
    private final SecureRandom random;
    private final Map<Token, Session> sessions = new HashMap<>();

    /** When each was opened, the oldest first. */
    private final Map<Token, Instant> opened = new LinkedHashMap<>();

    /** When each was last used, the least recently used first. */
    private final Map<Token, Instant> used = new LinkedHashMap<>();

    /** What ran out and was not taken yet, the first to run out first; no more than live ones. */
    private final Deque<Session> ranOut = new ArrayDeque<>();

    Sessions(Clock clock, SessionLife life, int capacity, SecureRandom random) {
        this.clock = clock;
        this.life = life;
        this.capacity = capacity;
        this.random = random;
    }

    /** Opens a session: only now, when nothing can fail any more. */
    synchronized Outcome<Session> open(Equipped equipped) {
        forgetOver();
        if (sessions.size() >= capacity) {
            return Outcome.refused(
                    Refused.byContract(WireError.empty(503, "proxy_internal_error"), FULL.with(capacity)));
        }
        Authenticated authenticated = equipped.authenticated();
        Identified who = authenticated.who();
        Session session = new Session(
                newId(), who.asked().nationalId(), who.client(), authenticated.tokens(), held(equipped.apiTokens()));
        sessions.put(session.id(), session);
        opened.put(session.id(), clock.instant());
        use(session.id());
        return Outcome.next(session);
    }

    /** The live session of this id, which is thereby used. */
    synchronized Optional<Session> find(Token id) {
        forgetOver();
        Optional<Session> found = Optional.ofNullable(sessions.get(id));
        found.ifPresent(session -> use(id));
        return found;
    }

    /** The same, of which it is no use: who asks has still to prove that it is theirs. */
    synchronized Optional<Session> peek(Token id) {
        forgetOver();
        return Optional.ofNullable(sessions.get(id));
    }

    /** The live session that was used last: only a proxy broken on purpose asks for it. */
    synchronized Optional<Session> lastUsed() {
        forgetOver();
        return used.keySet().stream().reduce((earlier, later) -> later).map(sessions::get);
    }

    /** Ends the live session of this id. */
    synchronized Optional<Session> end(Token id) {
        forgetOver();
        return Optional.ofNullable(forget(id));
    }

    /** Those that ran out by themselves since the last time, each once. */
    synchronized List<Session> takeRanOut() {
        forgetOver();
        List<Session> taken = List.copyOf(ranOut);
        ranOut.clear();
        return taken;
    }

    @Override
    public synchronized int size() {
        forgetOver();
        return sessions.size();
    }

    /** Nothing is left of them, not even what would end them elsewhere. */
    @Override
    public synchronized void clear() {
        ranOut.clear();
        sessions.clear();
        opened.clear();
        used.clear();
    }

    private Map<String, HeldToken> held(Map<String, ApiToken> apiTokens) {
        return apiTokens.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> new HeldToken(entry.getValue(), clock)));
    }

    private void use(Token id) {
        used.remove(id);
        used.put(id, clock.instant());
    }

    private Session forget(Token id) {
        opened.remove(id);
        used.remove(id);
        return sessions.remove(id);
    }

    private void forgetOver() {
        forgetBefore(clock.instant().minus(life.total()), opened);
        forgetBefore(clock.instant().minus(life.idle()), used);
    }

    private void forgetBefore(Instant limit, Map<Token, Instant> earliestFirst) {
        while (!earliestFirst.isEmpty()) {
            Map.Entry<Token, Instant> earliest =
                    earliestFirst.entrySet().iterator().next();
            if (earliest.getValue().isAfter(limit)) {
                return;
            }
            if (ranOut.size() == capacity) {
                ranOut.removeFirst();
            }
            ranOut.addLast(forget(earliest.getKey()));
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
