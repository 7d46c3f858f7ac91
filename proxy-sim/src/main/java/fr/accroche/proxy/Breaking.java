package fr.accroche.proxy;

import java.time.Duration;

/**
 * When a téléservice is left alone that has just failed, again and again, for one client: calls that would wait for it in vain
 * are refused at once, and it has time to come back.
 *
 * @param failures how many in a row, at least 1
 * @param rest for how long, by the proxy's clock; then one call tries it
 */
public record Breaking(int failures, Duration rest) {

    /** Enough that a restart behind a load balancer goes unnoticed; short enough that nobody waits for the proxy to see it. */
    public static final Breaking USUAL = new Breaking(5, Duration.ofSeconds(10));

    public Breaking {
        if (failures < 1 || rest.isNegative() || rest.isZero()) {
            throw new IllegalArgumentException("a breaker opens after at least one failure, for some time");
        }
    }
}
