package fr.accroche.proxy;

import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.StateUnavailableException;
import fr.accroche.wire.state.Store;
import java.lang.System.Logger.Level;
import java.time.OffsetDateTime;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The traces of every copy of the proxy. In memory they are gone with the process, as the demonstrator's are (docs/sources.md, ANS
 * proxy). What cannot be kept, as while what the copies share is away, waits here, and follows with the next one, or when somebody
 * asks; the log says once that some wait, and once that none does any more.
 */
final class StateTraces implements TraceStore {

    private static final System.Logger LOG = System.getLogger(ProxySim.class.getName());

    private record Kept(String key, Trace trace) {}

    private final Store<Trace> traces;
    private final int capacity;
    private final Deque<Kept> waiting = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean failing = new AtomicBoolean();

    /** @param capacity how many are kept */
    StateTraces(State state, int capacity) {
        this.traces = state.store("proxy.traces", Shape.of(Trace.class), capacity);
        this.capacity = capacity;
    }

    @Override
    public void keep(Trace trace) {
        waiting.addLast(new Kept(UUID.randomUUID().toString(), trace));
        if (waiting.size() > capacity) {
            waiting.pollFirst(); // the others would push it out of the store
        }
        follow();
    }

    /** Tries each once. One whose answer was lost is kept again, under its one key. */
    private void follow() {
        for (int left = waiting.size(); left > 0; left--) {
            Kept next = waiting.pollFirst();
            if (next == null) {
                break; // taken by another call
            }
            try {
                traces.put(next.key(), next.trace(), State.FOR_EVER);
            } catch (StateUnavailableException away) {
                waiting.addFirst(next);
                tell(true, "traces wait for the state that they are kept in: " + away.getMessage());
                return;
            } catch (RuntimeException defect) { // of this one: it holds up none of the others
                waiting.addLast(next);
                tell(true, "a trace could not be kept, and is tried again with the next ones: " + defect);
            }
        }
        if (waiting.isEmpty()) {
            tell(false, "no trace waits any more");
        }
    }

    private void tell(boolean fails, String what) {
        if (failing.compareAndSet(!fails, fails)) {
            LOG.log(fails ? Level.WARNING : Level.INFO, what);
        }
    }

    @Override
    public List<Trace> between(OffsetDateTime start, OffsetDateTime end) {
        follow();
        return traces.all().values().stream()
                .filter(trace ->
                        trace.timestamp().isAfter(start) && trace.timestamp().isBefore(end))
                .toList();
    }

    @Override
    public int notWritten() {
        return waiting.size();
    }

    /** What still waits is tried once more. */
    @Override
    public void close() {
        follow();
    }
}
