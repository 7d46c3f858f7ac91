package fr.accroche.wire;

import java.util.HashMap;
import java.util.Map;

/** How many workers wait for a connection to each server, over all clients: a dead one shall not hold them all. */
final class WaitingCallers {

    private final int most;
    private final Map<Origin, Integer> waiting = new HashMap<>();

    /** @param most for one server */
    WaitingCallers(int most) {
        this.most = most;
    }

    /** Lets one more wait, who then must {@link #quit}; false if there are enough. */
    synchronized boolean join(Origin origin) {
        int already = waiting.getOrDefault(origin, 0);
        if (already >= most) {
            return false;
        }
        waiting.put(origin, already + 1);
        return true;
    }

    synchronized void quit(Origin origin) {
        waiting.computeIfPresent(origin, (each, count) -> count == 1 ? null : count - 1);
    }
}
