package fr.accroche.redis;

import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.StateUnavailableException;
import fr.accroche.wire.state.Store;
import fr.accroche.wire.state.SweptStore;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;

/** A state whose every operation fails while it is told to. */
public final class FailingState implements State {

    private final State sound;
    private Optional<RuntimeException> failure = Optional.empty();
    private int left;

    public FailingState(State sound) {
        this.sound = sound;
    }

    public void failWith(RuntimeException failure) {
        fail(failure, 0);
    }

    /** As a server that is gone. */
    public void goAway() {
        goAwayAfter(0);
    }

    /** The same, so many operations later. */
    public void goAwayAfter(int operations) {
        fail(new StateUnavailableException("redis://127.0.0.1:6379/0", new IOException("gone")), operations);
    }

    private synchronized void fail(RuntimeException with, int after) {
        failure = Optional.of(with);
        left = after;
    }

    public synchronized void recover() {
        failure = Optional.empty();
    }

    private synchronized void asked() {
        if (failure.isPresent() && left-- <= 0) {
            throw failure.get();
        }
    }

    @Override
    public void require() {
        asked();
        sound.require();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <V> Store<V> store(String name, Shape<V> shape, int capacity) {
        return failing(Store.class, sound.store(name, shape, capacity));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <V> SweptStore<V> swept(String name, Shape<V> shape, int capacity) {
        return failing(SweptStore.class, sound.swept(name, shape, capacity));
    }

    private <S> S failing(Class<S> type, S store) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    asked();
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }
}
