package fr.accroche.authserver.psc;

import fr.accroche.authserver.ExpiringStore;
import fr.accroche.authserver.Ids;
import fr.accroche.compliance.declaration.PscChoices;
import fr.accroche.compliance.identity.Professional;
import fr.accroche.wire.admin.Held;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** The sessions that live: each ends when it has lasted long enough, or was not used for a while. Thread-safe. */
final class PscSessions {

    private static final int CAPACITY = 20_000;

    private final PscChoices choices;
    private final Ids ids;
    private final Clock clock;
    private final Consumer<PscSession> ended;
    private final ExpiringStore<PscSession> sessions;

    /** @param ended is told of each session that somebody ends */
    PscSessions(PscChoices choices, Ids ids, Clock clock, Consumer<PscSession> ended) {
        this.ended = ended;
        this.choices = choices;
        this.ids = ids;
        this.clock = clock;
        this.sessions = new ExpiringStore<>(clock, CAPACITY);
    }

    /** A session of a professional who has just authenticated. */
    PscSession open(Professional person, String channel) {
        PscSession session = new PscSession(ids.uuid(), person, channel, clock.instant());
        sessions.put(session.id(), session, until(session));
        return session;
    }

    /** The same session of the same person, who has just authenticated again; its tokens live on. One that ended meanwhile stays so. */
    synchronized PscSession renew(PscSession session, String channel) {
        if (find(session.id()).isEmpty()) {
            return open(session.person(), channel);
        }
        PscSession renewed = new PscSession(session.id(), session.person(), channel, clock.instant());
        sessions.put(renewed.id(), renewed, until(renewed));
        return renewed;
    }

    /** A session that lives. */
    Optional<PscSession> find(String id) {
        return sessions.get(id);
    }

    /** The same, which is used: it lives on, but never longer than a session may. */
    synchronized Optional<PscSession> use(String id) {
        Optional<PscSession> session = sessions.get(id);
        session.ifPresent(alive -> sessions.put(id, alive, until(alive)));
        return session;
    }

    /** Ends a session, with every token of it; empty if there is none. */
    Optional<PscSession> end(String id) {
        Optional<PscSession> session = take(id);
        session.ifPresent(ended);
        return session;
    }

    private synchronized Optional<PscSession> take(String id) {
        return sessions.take(id);
    }

    Held held() {
        return sessions;
    }

    /** When a session that is used now ends. */
    Instant until(PscSession session) {
        Instant idle = clock.instant().plus(choices.sessionIdle());
        Instant last = session.authTime().plus(choices.sessionLife());
        return idle.isBefore(last) ? idle : last;
    }
}
