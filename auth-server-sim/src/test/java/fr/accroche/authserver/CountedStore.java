package fr.accroche.authserver;

import fr.accroche.wire.state.Change;
import fr.accroche.wire.state.Store;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A store that counts how often it is asked: each is a round trip where it is shared. */
record CountedStore<V>(Store<V> store, AtomicInteger asked) implements Store<V> {

    private Store<V> counted() {
        asked.incrementAndGet();
        return store;
    }

    @Override
    public void put(String key, V value, Instant until) {
        counted().put(key, value, until);
    }

    @Override
    public boolean putNew(String key, V value, Instant until) {
        return counted().putNew(key, value, until);
    }

    @Override
    public Optional<V> get(String key) {
        return counted().get(key);
    }

    @Override
    public Optional<V> take(String key) {
        return counted().take(key);
    }

    @Override
    public <R> R change(String key, Function<Optional<V>, Change<V, R>> change) {
        return counted().change(key, change);
    }

    @Override
    public Map<String, V> all() {
        return counted().all();
    }

    @Override
    public int size() {
        return counted().size();
    }

    @Override
    public void clear() {
        counted().clear();
    }
}
