package fr.accroche.wire;

import java.time.Duration;

/**
 * What a listener bears in a relayed exchange, whose bodies are never held whole.
 *
 * @param bodyBytes largest body, each way; beyond, 413 or 502, or the connection is cut if the answer has begun
 * @param idle for a caller to send the next piece of its body, or to take the next one of its answer
 */
public record RelayLimits(long bodyBytes, Duration idle) {

    /** Far above any document of the téléservices, far below what would fill a disk. */
    public static final RelayLimits DEFAULT = new RelayLimits(1L << 30, Duration.ofSeconds(30));
}
