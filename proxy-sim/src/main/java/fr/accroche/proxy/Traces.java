package fr.accroche.proxy;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The latest traces, in the order of the calls. */
final class Traces {

    private final Clock clock;
    private final int capacity;
    private final Deque<Trace> traces = new ArrayDeque<>();

    /**
     * @param clock gives the time and the zone of the timestamps
     * @param capacity how many are kept; beyond, the oldest go
     */
    Traces(Clock clock, int capacity) {
        this.clock = clock;
        this.capacity = capacity;
    }

    void failed(Asked asked, Trace.Origin origin) {
        Trace.Person person = new Trace.Person(asked.nationalId(), asked.clientId());
        keep(new Trace(
                Trace.Type.CONNECT_FAILURE,
                person,
                origin,
                Optional.empty(),
                Optional.empty(),
                now(),
                Optional.empty()));
    }

    void connected(Trace.Type type, Session session, Trace.Origin origin) {
        keep(of(type, session, session.client().certificate(), origin, Optional.empty()));
    }

    void sent(Session session, Trace.Origin origin, Trace.Sent call) {
        keep(of(Trace.Type.SEND, session, session.client().businessCertificate(), origin, Optional.of(call)));
    }

    /** Those strictly between two moments. */
    synchronized List<Trace> between(OffsetDateTime start, OffsetDateTime end) {
        return traces.stream()
                .filter(trace ->
                        trace.timestamp().isAfter(start) && trace.timestamp().isBefore(end))
                .toList();
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

    private synchronized void keep(Trace trace) {
        if (traces.size() == capacity) {
            traces.removeFirst();
        }
        traces.addLast(trace);
    }
}
