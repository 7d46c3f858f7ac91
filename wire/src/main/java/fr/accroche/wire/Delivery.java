package fr.accroche.wire;

import java.time.Duration;
import java.util.Objects;

/**
 * How an answer goes out: whole and at once, or as a service in trouble would send it. Whoever waits here waits on a timer; no
 * thread is held.
 *
 * @param manner what becomes of it
 * @param after how long nothing goes out
 * @param parts into how many pieces the body is cut, each of one byte at least
 * @param over how long those pieces take together; the head goes first
 */
public record Delivery(Manner manner, Duration after, int parts, Duration over) {

    /** What becomes of an answer. */
    public enum Manner {
        WHOLE,
        /** Nothing goes out, and the connection waits for its deadline. */
        SILENT,
        /** Nothing goes out, and the connection is closed. */
        DROPPED,
        /** Nothing goes out, and the connection is reset (RFC 9293 §3.5.2). */
        RESET,
        /** Bytes that are no HTTP go out, and the connection is closed. */
        NO_HTTP,
        /** The head goes out, then bytes that are no chunk (RFC 9112 §7.1), and the connection is closed. */
        BROKEN_CHUNK
    }

    /** For {@code after}, and for {@code over}: what a client must bear of a server. */
    public static final Duration LONGEST = Duration.ofSeconds(60);

    /** For {@code parts}: each is a record of TLS, and a turn of an event loop that others wait for. */
    public static final int MOST_PARTS = 10_000;

    /** As almost every answer goes out. */
    public static final Delivery AT_ONCE = of(Manner.WHOLE);

    public Delivery {
        Objects.requireNonNull(manner, "manner");
        if (isOut(after) || isOut(over)) {
            throw new IllegalArgumentException("a delay is from 0 to " + LONGEST.toSeconds() + " s");
        }
        if (parts < 1 || parts > MOST_PARTS) {
            throw new IllegalArgumentException("an answer is in one piece at least, and in " + MOST_PARTS + " at most");
        }
    }

    /** Without delay, in one piece. */
    public static Delivery of(Manner manner) {
        return new Delivery(manner, Duration.ZERO, 1, Duration.ZERO);
    }

    /** The same, with nothing going out before this has passed. */
    public Delivery after(Duration delay) {
        return new Delivery(manner, delay, parts, over);
    }

    /** The same, with the body cut into so many pieces, which take this long together. */
    public Delivery dribbled(int pieces, Duration together) {
        return new Delivery(manner, after, pieces, together);
    }

    /** How much longer than any other answer it takes. */
    Duration longer() {
        return after.plus(over);
    }

    private static boolean isOut(Duration delay) {
        return delay.isNegative() || delay.compareTo(LONGEST) > 0;
    }
}
