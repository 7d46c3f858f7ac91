package fr.accroche.teleservice;

import fr.accroche.wire.admin.Held;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

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

    /** Whether this text comes for the first time; it is remembered. */
    synchronized boolean first(String text) {
        purge();
        if (text.length() > LONGEST) {
            return true;
        }
        if (!texts.add(text)) {
            return false;
        }
        byAge.add(new Entry(text, clock.instant().plus(life)));
        if (byAge.size() > capacity) {
            texts.remove(byAge.remove().text());
        }
        return true;
    }

    /** Whether this text came before. */
    synchronized boolean has(String text) {
        purge();
        return texts.contains(text);
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
