package fr.accroche.authserver.psc;

import java.time.Duration;
import java.util.Optional;

/** What a poll finds (CIBA Core §11). */
sealed interface Poll {

    /** No such request, or it was redeemed, refused or forgotten. */
    record Unknown() implements Poll {}

    /** Another client's request. */
    record OfAnother(String owner) implements Poll {}

    /**
     * A request of this client's.
     *
     * @param early whether it came too early; refused for it, it has to wait longer from now on
     * @param gap since the previous poll; empty if this one need not wait
     */
    record Known(State state, boolean early, CibaRequest request, Optional<Duration> gap, Duration interval)
            implements Poll {}

    /** How a known request stands. */
    enum State {
        PENDING,
        EXPIRED,
        DENIED,
        GRANTED
    }
}
