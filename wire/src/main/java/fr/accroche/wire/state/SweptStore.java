package fr.accroche.wire.state;

import java.util.List;

/**
 * A store whose values are not dropped when they expire: they are no longer found, and wait for whoever ends them elsewhere.
 *
 * @param <V> the values
 */
public interface SweptStore<V> extends Store<V> {

    /** Those that have expired, the first to expire first; each is given once, whoever asks. */
    List<V> takeExpired();
}
