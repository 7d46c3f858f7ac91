package fr.accroche.proxy;

import java.time.Duration;

/**
 * How long sessions last.
 *
 * @param total from the connection on, however much they are used
 * @param idle without being used; a replayed connection is a use, as a business call is
 */
public record SessionLife(Duration total, Duration idle) {

    /** Those of a PSC session (docs/sources.md, CI-SIS): four hours in all, thirty minutes without use. */
    public static final SessionLife USUAL = new SessionLife(Duration.ofHours(4), Duration.ofMinutes(30));

    public SessionLife {
        requirePositive("total", total);
        requirePositive("idle", idle);
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " must be longer than zero, not " + duration);
        }
    }
}
