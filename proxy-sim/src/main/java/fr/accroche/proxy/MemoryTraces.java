package fr.accroche.proxy;

import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest of the traces that a file holds. Thread-safe. */
final class MemoryTraces {

    private final int capacity;
    private final Deque<Trace> traces = new ArrayDeque<>();

    /** @param capacity how many are kept */
    MemoryTraces(int capacity) {
        this.capacity = capacity;
    }

    synchronized void keep(Trace trace) {
        if (traces.size() == capacity) {
            traces.removeFirst();
        }
        traces.addLast(trace);
    }

    synchronized List<Trace> between(OffsetDateTime start, OffsetDateTime end) {
        return traces.stream()
                .filter(trace ->
                        trace.timestamp().isAfter(start) && trace.timestamp().isBefore(end))
                .toList();
    }

    synchronized List<Trace> all() {
        return List.copyOf(traces);
    }
}
