package fr.accroche.proxy;

import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.StateUnavailableException;
import fr.accroche.wire.state.Store;
import java.time.OffsetDateTime;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * The traces of every copy of the proxy. In memory they are gone with the process, as the demonstrator's are (docs/sources.md, ANS
 * proxy). While what the copies share is away, those of this copy wait, and follow with the next one, or when somebody asks.
 */
final class StateTraces implements TraceStore {

    private record Kept(String key, Trace trace) {}

    private final Store<Trace> traces;
    private final int capacity;
    private final Deque<Kept> waiting = new ConcurrentLinkedDeque<>();

    /** @param capacity how many are kept */
    StateTraces(State state, int capacity) {
        this.traces = state.store("proxy.traces", Shape.of(Trace.class), capacity);
        this.capacity = capacity;
    }

    @Override
    public void keep(Trace trace) {
        waiting.addLast(new Kept(UUID.randomUUID().toString(), trace));
        follow();
    }

    /** One whose answer was lost is kept again, under its one key. */
    private void follow() {
        for (Kept next = waiting.pollFirst(); next != null; next = waiting.pollFirst()) {
            try {
                traces.put(next.key(), next.trace(), State.FOR_EVER);
            } catch (StateUnavailableException away) {
                waiting.addFirst(next);
                if (waiting.size() > capacity) {
                    waiting.pollFirst();
                }
                return;
            }
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
