package fr.accroche.authserver.psc;

import fr.accroche.authserver.Ids;
import fr.accroche.compliance.declaration.PscChoices;
import fr.accroche.compliance.identity.Professional;
import fr.accroche.wire.admin.Held;
import fr.accroche.wire.state.Change;
import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.Store;
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
    private final Store<PscSession> sessions;

    /** @param ended is told of each session that somebody ends */
    PscSessions(PscChoices choices, Ids ids, Clock clock, State state, Consumer<PscSession> ended) {
        this.ended = ended;
        this.choices = choices;
        this.ids = ids;
        this.clock = clock;
        this.sessions = state.store("sessions", Shape.of(PscSession.class), CAPACITY);
    }

    /** A session of a professional who has just authenticated. */
    PscSession open(Professional person, String channel) {
        PscSession session = new PscSession(ids.uuid(), person, channel, clock.instant());
        sessions.put(session.id(), session, until(session));
        return session;
    }

    /** The same session of the same person, who has just authenticated again; its tokens live on. One that ended meanwhile stays so. */
    PscSession renew(PscSession session, String channel) {
        PscSession renewed = new PscSession(session.id(), session.person(), channel, clock.instant());
        return sessions.change(session.id(), alive -> Change.ofPresent(alive, renewed, until(renewed)))
                .orElseGet(() -> open(session.person(), channel));
    }

    /** A session that lives. */
    Optional<PscSession> find(String id) {
        return sessions.get(id);
    }

    /** The same, which is used: it lives on, but never longer than a session may. */
    Optional<PscSession> use(String id) {
        return sessions.change(
                id,
                there -> there.map(alive -> Change.to(alive, until(alive), there))
                        .orElseGet(() -> Change.none(there)));
    }

    /** Ends a session, with every token of it; empty if there is none. */
    Optional<PscSession> end(String id) {
        Optional<PscSession> session = sessions.take(id);
        session.ifPresent(ended);
        return session;
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
