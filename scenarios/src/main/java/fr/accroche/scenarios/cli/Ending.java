package fr.accroche.scenarios.cli;

import java.util.function.Supplier;

/**
 * What a chain ends with, once: whoever asks first, an interrupt or a watch that has seen enough, makes it end, and the others
 * wait for what came of it.
 *
 * @param <R> what comes of it
 */
final class Ending<R> {

    private final Supplier<R> act;
    private boolean ended;
    private R result;

    Ending(Supplier<R> act) {
        this.act = act;
    }

    /** Ends it, or waits until it has ended. */
    synchronized R end() {
        if (!ended) {
            ended = true;
            result = act.get();
        }
        return result;
    }
}
