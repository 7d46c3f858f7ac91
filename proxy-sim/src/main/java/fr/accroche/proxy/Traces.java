package fr.accroche.proxy;

import fr.accroche.wire.admin.Held;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** What becomes a trace, of which there are the latest, in the order of the calls. */
final class Traces implements Held, AutoCloseable {

    private final Clock clock;
    private final TraceStore store;

    /**
     * @param clock gives the time and the zone of the timestamps
     * @param store where they are kept
     */
    Traces(Clock clock, TraceStore store) {
        this.clock = clock;
        this.store = store;
    }

    void failed(Asked asked, Trace.Origin origin) {
        Trace.Person person = new Trace.Person(asked.nationalId(), asked.clientId());
        store.keep(new Trace(
                Trace.Type.CONNECT_FAILURE,
                person,
                origin,
                Optional.empty(),
                Optional.empty(),
                now(),
                Optional.empty()));
    }

    void connected(Trace.Type type, Session session, Trace.Origin origin) {
        store.keep(of(type, session, session.client().certificate(), origin, Optional.empty()));
    }

    void sent(Session session, Trace.Origin origin, Trace.Sent call) {
        store.keep(of(Trace.Type.SEND, session, session.client().businessCertificate(), origin, Optional.of(call)));
    }

    /** Those strictly between two moments. */
    List<Trace> between(OffsetDateTime start, OffsetDateTime end) {
        return store.between(start, end);
    }

    OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private Trace of(
            Trace.Type type,
            Session session,
            Optional<X509Certificate> certificate,
            Trace.Origin origin,
            Optional<Trace.Sent> call) {
        return new Trace(
                type,
                new Trace.Person(session.nationalId(), session.client().clientId()),
                origin,
                Optional.of(new Trace.SessionIds(session.id(), session.psc().sessionState())),
                certificate.map(shown -> shown.getSubjectX500Principal().toString()),
                now(),
                call);
    }

    /** How many wait to be written, as they could not be. */
    @Override
    public int size() {
        return store.notWritten();
    }

    /** Forgets none: they say what was done, whatever is forgotten of it. */
    @Override
    public void clear() {
        // none
    }

    @Override
    public void close() {
        store.close();
    }
}
