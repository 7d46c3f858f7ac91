package fr.accroche.telemetry;

import fr.accroche.compliance.exchange.Hop;
import java.time.Duration;

/**
 * A hop that was recorded and has no place yet.
 *
 * @param hop what the journal has
 * @param shift how far the chain's clock was from real time
 * @param nanos when it came, as {@link System#nanoTime} counts
 */
record Came(Hop hop, Duration shift, long nanos) {}
