package fr.accroche.scenarios.load;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The rounds of both proxies on one workload, taken in turns.
 *
 * @param nginx its rounds
 * @param ours as many, each right after one of nginx
 */
record Compared(List<Round> nginx, List<Round> ours) {

    /** Ours by nginx's, of the middle rounds. */
    double ratio(ToDoubleFunction<Round> figure) {
        return Round.median(ours, figure) / Round.median(nginx, figure);
    }
}
