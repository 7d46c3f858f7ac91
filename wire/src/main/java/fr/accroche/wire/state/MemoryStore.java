package fr.accroche.wire.state;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** A store of this process. */
final class MemoryStore<V> implements SweptStore<V> {

    private record Entry<V>(V value, Deadline deadline) {}

    private record Deadline(Instant until, long turn, String key) {}

    private final Clock clock;
    private final int capacity;
    private final boolean swept;

    /** Oldest first. */
    private final Map<String, Entry<V>> entries = new LinkedHashMap<>();

    /** Next to expire first. */
    private final TreeSet<Deadline> deadlines =
            new TreeSet<>(Comparator.comparing(Deadline::until).thenComparingLong(Deadline::turn));

    /** What has expired and was not taken yet; no more than live ones. */
    private final Deque<V> expired = new ArrayDeque<>();

    private long turns;

    /** @param swept whether what has expired waits to be taken */
    MemoryStore(Clock clock, int capacity, boolean swept) {
        this.clock = clock;
        this.capacity = capacity;
        this.swept = swept;
    }

    @Override
    public synchronized void put(String key, V value, Instant until) {
        purge();
        remove(key);
        Deadline deadline = new Deadline(until, turns++, key);
        entries.put(key, new Entry<>(value, deadline));
        deadlines.add(deadline);
        purge();
        while (entries.size() > capacity) {
            remove(entries.keySet().iterator().next());
        }
    }

    @Override
    public synchronized boolean putNew(String key, V value, Instant until) {
        if (get(key).isPresent()) {
            return false;
        }
        put(key, value, until);
        return true;
    }

    @Override
    public synchronized Optional<V> get(String key) {
        purge();
        return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    @Override
    public synchronized Optional<V> take(String key) {
        purge();
        return remove(key);
    }

    @Override
    public synchronized <R> R change(String key, Function<Optional<V>, Change<V, R>> change) {
        Change<V, R> made = change.apply(get(key));
        if (made.next() instanceof Change.Next.Other<V> other) {
            put(key, other.value(), other.until());
        } else if (made.next() instanceof Change.Next.Gone<V>) {
            remove(key);
        }
        return made.result();
    }

    @Override
    public synchronized Map<String, V> all() {
        purge();
        Map<String, V> all = new LinkedHashMap<>();
        entries.forEach((key, entry) -> all.put(key, entry.value()));
        return Collections.unmodifiableMap(all);
    }

    @Override
    public synchronized List<V> takeExpired() {
        purge();
        List<V> taken = List.copyOf(expired);
        expired.clear();
        return taken;
    }

    @Override
    public synchronized int size() {
        purge();
        return entries.size();
    }

    @Override
    public synchronized void clear() {
        entries.clear();
        deadlines.clear();
        expired.clear();
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
            Optional<V> over = remove(deadlines.first().key());
            if (swept) {
                over.ifPresent(this::keepExpired);
            }
        }
    }

    private void keepExpired(V value) {
        if (expired.size() == capacity) {
            expired.removeFirst();
        }
        expired.addLast(value);
    }
}
