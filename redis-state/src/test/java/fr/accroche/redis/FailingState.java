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
    private volatile Optional<RuntimeException> failure = Optional.empty();

    public FailingState(State sound) {
        this.sound = sound;
    }

    public void failWith(RuntimeException failure) {
        this.failure = Optional.of(failure);
    }

    /** As a server that is gone. */
    public void goAway() {
        failWith(new StateUnavailableException("redis://127.0.0.1:6379/0", new IOException("gone")));
    }

    public void recover() {
        failure = Optional.empty();
    }

    @Override
    public void require() {
        failure.ifPresent(this::thrown);
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
                    failure.ifPresent(this::thrown);
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }

    private void thrown(RuntimeException told) {
        throw told;
    }
}
