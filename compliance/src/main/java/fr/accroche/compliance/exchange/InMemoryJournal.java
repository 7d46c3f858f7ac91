package fr.accroche.compliance.exchange;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Keeps the latest hops of a process. */
public final class InMemoryJournal implements KeptJournal {

    private final int capacity;
    private final Deque<Hop> hops = new ArrayDeque<>();
    private long dropped;

    /**
     * @param capacity how many hops are kept; beyond, the oldest go
     */
    public InMemoryJournal(int capacity) {
        this.capacity = capacity;
    }

    @Override
    public synchronized void record(Hop hop) {
        if (hops.size() == capacity) {
            hops.removeFirst();
            dropped++;
        }
        hops.addLast(hop);
    }

    @Override
    public synchronized List<Hop> hops() {
        return hops.stream().sorted(Comparator.comparing(Hop::at)).toList();
    }

    @Override
    public synchronized void clear() {
        hops.clear();
        dropped = 0;
    }

    @Override
    public synchronized long dropped() {
        return dropped;
    }
}
