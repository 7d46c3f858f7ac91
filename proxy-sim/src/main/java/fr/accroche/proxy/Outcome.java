package fr.accroche.proxy;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a stage of a call comes to: the next state, or a refusal that ends the call.
 *
 * @param <S> the next state
 */
sealed interface Outcome<S> {

    /** The call goes on. */
    record Next<S>(S state) implements Outcome<S> {}

    /** The call ends here. */
    record Ended<S>(Refused refused) implements Outcome<S> {}

    static <S> Outcome<S> next(S state) {
        return new Next<>(state);
    }

    static <S> Outcome<S> refused(Refused refused) {
        return new Ended<>(refused);
    }

    /** Goes on with this stage. */
    default <T> Outcome<T> then(Function<? super S, Outcome<T>> stage) {
        return fold(stage, Outcome::refused);
    }

    /** Lets the state be noted on the way. */
    default Outcome<S> noting(Consumer<? super S> note) {
        if (this instanceof Next<S> next) {
            note.accept(next.state());
        }
        return this;
    }

    default <R> R fold(Function<? super S, ? extends R> next, Function<Refused, ? extends R> refused) {
        if (this instanceof Next<S> reached) {
            return next.apply(reached.state());
        }
        return refused.apply(((Ended<S>) this).refused());
    }
}
