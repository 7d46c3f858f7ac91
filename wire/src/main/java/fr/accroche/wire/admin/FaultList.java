package fr.accroche.wire.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The faults of one server as they stand, which is one value: whoever meets one, adds one or forgets one keeps another list instead.
 *
 * @param lastId of all that there ever were
 * @param entries in the order in which they were set
 */
record FaultList(int lastId, List<Entry> entries) {

    static final int MOST = 100;

    static final FaultList NONE = new FaultList(0, List.of());

    /** One fault, and how often it was met. */
    record Entry(int id, FaultOrder order, int met) {

        int left() {
            return order.times() - met;
        }

        private Entry again() {
            return new Entry(id, order, met + 1);
        }
    }

    FaultList {
        entries = List.copyOf(entries);
    }

    /**
     * With another fault, the last. Those that are over go first, the oldest of them; none that waits does.
     *
     * @throws IllegalArgumentException if too many wait already
     */
    FaultList plus(FaultOrder order) {
        List<Entry> all = new ArrayList<>(entries);
        while (all.size() >= MOST) {
            Entry over = all.stream()
                    .filter(entry -> entry.left() == 0)
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException(MOST + " faults wait, the most there can be: DELETE some"));
            all.remove(over);
        }
        all.add(new Entry(lastId + 1, order, 0));
        return new FaultList(lastId + 1, all);
    }

    Entry last() {
        return entries.get(entries.size() - 1);
    }

    /** The one that is to be met: the oldest that fits and is not over. */
    Optional<Entry> next(Predicate<FaultOrder> fitting) {
        return entries.stream()
                .filter(entry -> entry.left() > 0 && fitting.test(entry.order()))
                .findFirst();
    }

    FaultList met(Entry met) {
        return new FaultList(
                lastId,
                entries.stream()
                        .map(entry -> entry.id() == met.id() ? entry.again() : entry)
                        .toList());
    }

    boolean has(int id) {
        return entries.stream().anyMatch(entry -> entry.id() == id);
    }

    FaultList without(int id) {
        return new FaultList(
                lastId, entries.stream().filter(entry -> entry.id() != id).toList());
    }

    FaultList cleared() {
        return new FaultList(lastId, List.of());
    }

    boolean marksWait() {
        return next(order -> order.act() instanceof FaultAct.Mark).isPresent();
    }

    int waiting() {
        return (int) entries.stream().filter(entry -> entry.left() > 0).count();
    }
}
