package fr.accroche.proxy;

import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.StateUnavailableException;
import fr.accroche.wire.state.Store;
import java.lang.System.Logger.Level;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The traces of every copy of the proxy. In memory they are gone with the process, as the demonstrator's are (docs/sources.md, ANS
 * proxy). What cannot be kept while what the copies share is away waits here, and follows with the next ones, or when somebody
 * asks; the log says once that some wait, and once that none does any more. One that a defect keeps from being kept is left out.
 */
final class StateTraces implements TraceStore {

    private static final System.Logger LOG = System.getLogger(ProxySim.class.getName());

    /** With one call, which waits for that: what an outage left follows with a few calls. */
    private static final int MOST_AT_ONCE = 100;

    private record Kept(String key, Trace trace) {}

    private final Store<Trace> traces;
    private final BlockingDeque<Kept> waiting;
    private final AtomicBoolean failing = new AtomicBoolean();
    private final AtomicLong lost = new AtomicLong();

    /** @param capacity how many are kept */
    StateTraces(State state, int capacity) {
        this.traces = state.store("proxy.traces", Shape.of(Trace.class), capacity);
        this.waiting = new LinkedBlockingDeque<>(capacity);
    }

    @Override
    public void keep(Trace trace) {
        Kept newest = new Kept(UUID.randomUUID().toString(), trace);
        while (!waiting.offerLast(newest)) {
            if (waiting.pollFirst() != null) { // the others would push it out of the store
                lost.incrementAndGet();
            }
        }
        follow(MOST_AT_ONCE);
    }

    /** One whose answer was lost is kept again, under its one key. */
    private void follow(int most) {
        for (int left = most; left > 0; left--) {
            Kept next = waiting.pollFirst();
            if (next == null) {
                tell(false, "no trace waits any more; " + lost + " were lost so far");
                return;
            }
            try {
                traces.put(next.key(), next.trace(), State.FOR_EVER);
            } catch (StateUnavailableException away) {
                if (!waiting.offerFirst(next)) { // newer ones took its place
                    lost.incrementAndGet();
                }
                tell(true, "traces wait for the state that they are kept in: " + away.getMessage());
                return;
            } catch (RuntimeException defect) { // it would be the same the next time
                String what = "a trace could not be kept, and is left out (" + lost.incrementAndGet() + " so far)";
                LOG.log(Level.WARNING, what, defect);
            }
        }
    }

    private void tell(boolean fails, String what) {
        if (failing.compareAndSet(!fails, fails)) {
            LOG.log(fails ? Level.WARNING : Level.INFO, what);
        }
    }

    @Override
    public List<Trace> between(OffsetDateTime start, OffsetDateTime end) {
        follow(Integer.MAX_VALUE);
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
        follow(Integer.MAX_VALUE);
    }
}
