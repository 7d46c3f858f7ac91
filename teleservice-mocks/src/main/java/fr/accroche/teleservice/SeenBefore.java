package fr.accroche.teleservice;

import fr.accroche.wire.admin.Held;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Remembers texts for a time, and at most so many of them: beyond, the oldest are forgotten. Very long ones, which nobody sends in
 * earnest, are not remembered. Thread-safe.
 */
final class SeenBefore implements Held {

    private static final int LONGEST = 300;

    private record Entry(String text, Instant until) {}

    private final InstantSource clock;
    private final Duration life;
    private final int capacity;
    private final ArrayDeque<Entry> byAge = new ArrayDeque<>();
    private final Set<String> texts = new HashSet<>();

    SeenBefore(InstantSource clock, Duration life, int capacity) {
        this.clock = clock;
        this.life = life;
        this.capacity = capacity;
    }

    /**
     * Remembers texts that come together, at once: of two that are equal and come at the same time, one alone is the first.
     *
     * @param evenSo whether the others are remembered too where one came before
     * @return those that came before
     */
    synchronized Set<String> remember(Set<String> together, boolean evenSo) {
        Set<String> before = before(together);
        if (before.isEmpty() || evenSo) {
            together.stream().filter(text -> text.length() <= LONGEST).forEach(this::add);
        }
        return before;
    }

    /** Those that came before. */
    synchronized Set<String> before(Set<String> together) {
        purge();
        return together.stream().filter(texts::contains).collect(Collectors.toSet());
    }

    private void add(String text) {
        if (texts.add(text)) {
            byAge.add(new Entry(text, clock.instant().plus(life)));
        }
        if (byAge.size() > capacity) {
            texts.remove(byAge.remove().text());
        }
    }

    @Override
    public synchronized int size() {
        purge();
        return byAge.size();
    }

    @Override
    public synchronized void clear() {
        byAge.clear();
        texts.clear();
    }

    private void purge() {
        Instant now = clock.instant();
        while (!byAge.isEmpty() && !now.isBefore(byAge.peek().until())) {
            texts.remove(byAge.remove().text());
        }
    }
}
