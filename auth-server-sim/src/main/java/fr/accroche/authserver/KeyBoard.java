package fr.accroche.authserver;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Where the keys of a server hang. Thread-safe. */
interface KeyBoard {

    /** They, as they were a moment ago at most: what signing can afford each time. */
    Keyring recent();

    /** They, as they are now. */
    Keyring latest();

    /**
     * Hangs others instead, in one step.
     *
     * @param change may be asked again where someone else was faster: it does nothing else than tell
     */
    void change(UnaryOperator<Keyring> change);

    /** One of this process. */
    record Own(AtomicReference<Keyring> keys) implements KeyBoard {

        Own(Keyring first) {
            this(new AtomicReference<>(first));
        }

        @Override
        public Keyring recent() {
            return keys.get();
        }

        @Override
        public Keyring latest() {
            return keys.get();
        }

        @Override
        public void change(UnaryOperator<Keyring> change) {
            keys.updateAndGet(change);
        }
    }
}
