package fr.accroche.proxy;

import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.Store;
import fr.accroche.wire.state.SweptStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;

/** A state whose every operation fails while it is told to. */
final class FailingState implements State {

    private final State sound;
    private volatile Optional<RuntimeException> failure = Optional.empty();

    FailingState(State sound) {
        this.sound = sound;
    }

    void failWith(RuntimeException failure) {
        this.failure = Optional.of(failure);
    }

    void recover() {
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
