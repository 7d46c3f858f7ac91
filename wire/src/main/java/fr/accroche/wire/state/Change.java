package fr.accroche.wire.state;

import java.time.Instant;
import java.util.Optional;

/**
 * What becomes of a value in a store.
 *
 * @param result what whoever changes it gets
 * @param next what stands in the store from now on
 * @param <V> the values
 * @param <R> the result
 */
public record Change<V, R>(R result, Next<V> next) {

    /** What stands in the store from now on. */
    public sealed interface Next<V> {

        /** What stood there. */
        record Same<V>() implements Next<V> {}

        /** This, until an instant. */
        record Other<V>(V value, Instant until) implements Next<V> {}

        /** Nothing. */
        record Gone<V>() implements Next<V> {}
    }

    /** Leaves everything as it is. */
    public static <V, R> Change<V, R> none(R result) {
        return new Change<>(result, new Next.Same<>());
    }

    /** Keeps a value until an instant. */
    public static <V, R> Change<V, R> to(V value, Instant until, R result) {
        return new Change<>(result, new Next.Other<>(value, until));
    }

    /** Keeps nothing. */
    public static <V, R> Change<V, R> gone(R result) {
        return new Change<>(result, new Next.Gone<>());
    }

    /** Keeps a value instead of one that is there, and results in it; where there is none, in nothing. */
    public static <V> Change<V, Optional<V>> ofPresent(Optional<V> there, V value, Instant until) {
        return there.isPresent() ? to(value, until, Optional.of(value)) : none(Optional.empty());
    }
}
