package fr.accroche.scenarios.chain;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was started, to be stopped in the reverse order. Of one thread. */
final class StartedParts implements AutoCloseable {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    /** The part, which is closed with the others from now on. */
    <C extends AutoCloseable> C closing(C part) {
        parts.push(part);
        return part;
    }

    /**
     * Closes every part, whatever becomes of the others.
     *
     * @throws IllegalStateException if some did not close, which it bears
     */
    @Override
    public void close() {
        IllegalStateException wrong = new IllegalStateException("a server of the chain did not stop");
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception failure) {
                wrong.addSuppressed(failure);
            }
        }
        if (wrong.getSuppressed().length > 0) {
            throw wrong;
        }
    }
}
