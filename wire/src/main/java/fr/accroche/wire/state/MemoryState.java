package fr.accroche.wire.state;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The state of one process, gone with it. Thread-safe. */
public final class MemoryState implements State {

    private final Clock clock;
    private final Map<String, MemoryStore<?>> stores = new ConcurrentHashMap<>();

    /** @param clock by which values expire */
    public MemoryState(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public <V> Store<V> store(String name, Shape<V> shape, int capacity) {
        return named(name, new MemoryStore<>(clock, capacity, false));
    }

    @Override
    public <V> SweptStore<V> swept(String name, Shape<V> shape, int capacity) {
        return named(name, new MemoryStore<>(clock, capacity, true));
    }

    @Override
    public void require() {
        // this process is here
    }

    /** That the same name means the same shape is the word of whoever names it. */
    @SuppressWarnings("unchecked")
    private <V> MemoryStore<V> named(String name, MemoryStore<V> fresh) {
        MemoryStore<?> there = stores.putIfAbsent(name, fresh);
        return there == null ? fresh : (MemoryStore<V>) there;
    }
}
