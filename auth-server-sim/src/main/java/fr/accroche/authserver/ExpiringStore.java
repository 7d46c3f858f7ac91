package fr.accroche.authserver;

import fr.accroche.wire.admin.Held;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values that live until an instant, and at most so many: beyond, the oldest go first. Thread-safe.
 *
 * @param <V> the values
 */
public final class ExpiringStore<V> implements Held {

    private record Entry<V>(V value, Instant until) {}

    private final Clock clock;
    private final int capacity;
    private final Map<String, Entry<V>> entries = new LinkedHashMap<>();

    public ExpiringStore(Clock clock, int capacity) {
        this.clock = clock;
        this.capacity = capacity;
    }

    /** Keeps a value until an instant, excluded; it is the newest then, also if it was there already. */
    public synchronized void put(String key, V value, Instant until) {
        entries.remove(key);
        entries.put(key, new Entry<>(value, until));
        Iterator<Entry<V>> oldest = entries.values().iterator();
        while (oldest.hasNext() && (dead(oldest.next()) || entries.size() > capacity)) {
            oldest.remove();
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
        return Optional.ofNullable(entries.get(key))
                .filter(entry -> !dead(entry))
                .map(Entry::value);
    }

    /** Gets a value that nobody gets again. */
    public synchronized Optional<V> take(String key) {
        return Optional.ofNullable(entries.remove(key))
                .filter(entry -> !dead(entry))
                .map(Entry::value);
    }

    /** The keys of what is alive, oldest first. */
    public synchronized List<String> keys() {
        return entries.entrySet().stream()
                .filter(entry -> !dead(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How many are alive. */
    @Override
    public synchronized int size() {
        return (int) entries.values().stream().filter(entry -> !dead(entry)).count();
    }

    @Override
    public synchronized void clear() {
        entries.clear();
    }

    private boolean dead(Entry<V> entry) {
        return !clock.instant().isBefore(entry.until());
    }
}
