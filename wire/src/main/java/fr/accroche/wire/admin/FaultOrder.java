package fr.accroche.wire.admin;

import java.util.Objects;
import java.util.Optional;

/**
 * A fault to come at one server.
 *
 * @param endpoint which of its endpoints, by the name that its book has for it
 * @param act what happens there
 * @param times to how many calls, one after the other, 1 to {@value #MOST_TIMES}
 * @param clientId to calls of this client only; empty for any
 */
public record FaultOrder(String endpoint, FaultAct act, int times, Optional<String> clientId) {

    static final int MOST_TIMES = 1000;

    public FaultOrder {
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(clientId, "clientId");
        if (times < 1 || times > MOST_TIMES) {
            throw new IllegalArgumentException("times is from 1 to " + MOST_TIMES);
        }
    }

    /** Once, to whoever calls first. */
    public static FaultOrder next(String endpoint, FaultAct act) {
        return new FaultOrder(endpoint, act, 1, Optional.empty());
    }

    /** The same, so many times. */
    public FaultOrder times(int calls) {
        return new FaultOrder(endpoint, act, calls, clientId);
    }

    /** The same, to this client only. */
    public FaultOrder to(String client) {
        return new FaultOrder(endpoint, act, times, Optional.of(client));
    }
}
