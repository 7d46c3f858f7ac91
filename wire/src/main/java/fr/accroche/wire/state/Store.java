package fr.accroche.wire.state;

import fr.accroche.wire.admin.Held;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Values that live until an instant, and at most so many: beyond, the oldest go first. What has expired is dropped at the next
 * call, wherever it stands, so that nothing is held for longer than it lives. Each operation is one step, for every thread of
 * every process that shares the store.
 *
 * <p>Any operation throws {@link StateUnavailableException} where what is shared cannot be reached.
 *
 * @param <V> the values: records that are never changed
 */
public interface Store<V> extends Held {

    /** Keeps a value until an instant, excluded; it is the newest then, also if it was there already. */
    void put(String key, V value, Instant until);

    /** Keeps a value unless one that lives has this key; whether it was kept. */
    boolean putNew(String key, V value, Instant until);

    Optional<V> get(String key);

    /** Gets a value that nobody gets again. */
    Optional<V> take(String key);

    /**
     * Looks at a value, and keeps another instead, or none, in one step.
     *
     * @param change may be asked again where another process was faster: it does nothing else than tell
     * @return what the change results in
     */
    <R> R change(String key, Function<Optional<V>, Change<V, R>> change);

    /** What is alive, by key, oldest first. */
    Map<String, V> all();

    /** How many are alive, which is how many are held. */
    @Override
    int size();
}
