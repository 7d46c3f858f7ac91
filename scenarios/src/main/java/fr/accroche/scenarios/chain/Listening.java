package fr.accroche.scenarios.chain;

import fr.accroche.wire.admin.FaultBook;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** The servers of a chain that listen: where, and what they are asked to do wrong. Written while it starts, then read by anyone. */
final class Listening {

    private final Map<Participant, URI> uris = new EnumMap<>(Participant.class);
    private final Map<Participant, FaultBook> faults = new EnumMap<>(Participant.class);
    private final Map<Participant, Runnable> stops = new EnumMap<>(Participant.class);

    void add(Participant participant, URI uri) {
        uris.put(participant, uri);
    }

    void add(Participant participant, URI uri, FaultBook book) {
        uris.put(participant, uri);
        faults.put(participant, book);
    }

    /** How one can be stopped before the others. */
    void stopping(Participant participant, Runnable stop) {
        stops.put(participant, stop);
    }

    void stop(Participant participant) {
        Runnable stop = stops.get(participant);
        if (stop == null) {
            throw new IllegalArgumentException("expected one of " + stops.keySet() + ", not " + participant);
        }
        stop.run();
    }

    Map<Participant, URI> uris() {
        return Map.copyOf(uris);
    }

    URI uri(Participant participant) {
        return uris.get(participant);
    }

    /** Those whose faults are known: all but the vendor's own. */
    Set<Participant> simulated() {
        return Set.copyOf(faults.keySet());
    }

    FaultBook faults(Participant participant) {
        FaultBook found = faults.get(participant);
        if (found == null) {
            throw new IllegalArgumentException("expected one of " + faults.keySet() + ", not " + participant);
        }
        return found;
    }

    /** The address that a proxy's route leads to: what stands before the last part of the endpoint's path. */
    static URI above(URI endpoint) {
        String text = endpoint.toString();
        return URI.create(text.substring(0, text.lastIndexOf('/')));
    }
}
