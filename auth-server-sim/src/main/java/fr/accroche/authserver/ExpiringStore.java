package fr.accroche.authserver;

import fr.accroche.wire.admin.Held;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Values that live until an instant, and at most so many: beyond, the oldest go first. What has expired is dropped at the next
 * call, wherever it stands, so that nothing is held for longer than it lives. Thread-safe.
 *
 * @param <V> the values
 */
public final class ExpiringStore<V> implements Held {

    private record Entry<V>(V value, Deadline deadline) {}

    private record Deadline(Instant until, long turn, String key) {}

    private final Clock clock;
    private final int capacity;

    /** Oldest first. */
    private final Map<String, Entry<V>> entries = new LinkedHashMap<>();

    /** Next to expire first. */
    private final TreeSet<Deadline> deadlines =
            new TreeSet<>(Comparator.comparing(Deadline::until).thenComparingLong(Deadline::turn));

    private long turns;

    public ExpiringStore(Clock clock, int capacity) {
        this.clock = clock;
        this.capacity = capacity;
    }

    /** Keeps a value until an instant, excluded; it is the newest then, also if it was there already. */
    public synchronized void put(String key, V value, Instant until) {
        remove(key);
        Deadline deadline = new Deadline(until, turns++, key);
        entries.put(key, new Entry<>(value, deadline));
        deadlines.add(deadline);
        purge();
        while (entries.size() > capacity) {
            remove(entries.keySet().iterator().next());
        }
    }

    /** Keeps a value unless one that lives has this key; whether it was kept. */
    public synchronized boolean putNew(String key, V value, Instant until) {
        if (get(key).isPresent()) {
            return false;
        }
        put(key, value, until);
        return true;
    }

    public synchronized Optional<V> get(String key) {
        purge();
        return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    /** Gets a value that nobody gets again. */
    public synchronized Optional<V> take(String key) {
        purge();
        return remove(key);
    }

    /** The keys of what is alive, oldest first. */
    public synchronized List<String> keys() {
        purge();
        return List.copyOf(entries.keySet());
    }

    /** How many are alive, which is how many are held. */
    @Override
    public synchronized int size() {
        purge();
        return entries.size();
    }

    @Override
    public synchronized void clear() {
        entries.clear();
        deadlines.clear();
    }

    private Optional<V> remove(String key) {
        Entry<V> removed = entries.remove(key);
        if (removed == null) {
            return Optional.empty();
        }
        deadlines.remove(removed.deadline());
        return Optional.of(removed.value());
    }

    private void purge() {
        Instant now = clock.instant();
        while (!deadlines.isEmpty() && !now.isBefore(deadlines.first().until())) {
            remove(deadlines.first().key());
        }
    }
}
