package fr.accroche.proxy;

import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Traces that are gone with the process, as the demonstrator's are (docs/sources.md, ANS proxy). */
final class MemoryTraces implements TraceStore {

    private final int capacity;
    private final Deque<Trace> traces = new ArrayDeque<>();

    /** @param capacity how many are kept */
    MemoryTraces(int capacity) {
        this.capacity = capacity;
    }

    @Override
    public synchronized void keep(Trace trace) {
        if (traces.size() == capacity) {
            traces.removeFirst();
        }
        traces.addLast(trace);
    }

    @Override
    public synchronized List<Trace> between(OffsetDateTime start, OffsetDateTime end) {
        return traces.stream()
                .filter(trace ->
                        trace.timestamp().isAfter(start) && trace.timestamp().isBefore(end))
                .toList();
    }

    synchronized List<Trace> all() {
        return List.copyOf(traces);
    }

    @Override
    public int notWritten() {
        return 0;
    }

    @Override
    public void close() {
        // nothing is open
    }
}
