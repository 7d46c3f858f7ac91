package fr.accroche.wire.state;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * Where a simulator keeps what outlives a call: sessions, tokens, requests under way, what it has seen before. One in memory serves
 * one process; one that several processes share lets any of them answer any call.
 *
 * <p>A store is known by its name: whoever asks for the same name of the same state gets the same values.
 */
public interface State {

    /** Later than any clock of ours goes. */
    Instant FOR_EVER = Instant.parse("2200-01-01T00:00:00Z");

    /**
     * A store.
     *
     * @param name as {@code psc.sessions}
     * @param shape of its values
     * @param capacity how many it keeps at most; beyond, the oldest go first
     */
    <V> Store<V> store(String name, Shape<V> shape, int capacity);

    /** The same of values that wait, once they have expired, to be taken by {@link SweptStore#takeExpired}. */
    <V> SweptStore<V> swept(String name, Shape<V> shape, int capacity);

    /**
     * Returns where this state can be reached.
     *
     * @throws StateUnavailableException where it cannot
     */
    void require();

    /** A text that all processes have alike: whoever comes first proposes it. */
    default String agreed(String name, Supplier<String> proposal) {
        Store<String> agreed = store("agreed", Shape.of(String.class), 1_000);
        return agreed.get(name).orElseGet(() -> {
            String proposed = proposal.get();
            return agreed.change(
                    name,
                    there -> there.map(Change::<String, String>none)
                            .orElseGet(() -> Change.to(proposed, FOR_EVER, proposed)));
        });
    }
}
