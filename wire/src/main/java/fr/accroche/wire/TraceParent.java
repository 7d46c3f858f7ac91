package fr.accroche.wire;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trace that a call belongs to (W3C Trace Context §3.2.2), by which the calls of one session find each other, and the span
 * of it that calls.
 *
 * @param traceId 32 hexadecimal digits, not all zero
 * @param spanId 16 hexadecimal digits, not all zero: what the header field calls parent-id
 * @param flags two hexadecimal digits
 */
public record TraceParent(String traceId, String spanId, String flags) {

    /** The header field's name. */
    public static final String HEADER = "traceparent";

    private static final int RECORDED = 1;

    private static final Pattern SHAPE = Pattern.compile(
            "(?!ff|00.{54})[0-9a-f]{2}-(?!0{32})(?<trace>[0-9a-f]{32})-(?<span>(?!0{16})[0-9a-f]{16})-(?<flags>[0-9a-f]{2})(-.*)?");

    /** The caller's trace; empty if the field is absent, repeated or not of the standard's form. */
    public static Optional<TraceParent> in(Headers headers) {
        List<String> values = headers.all(HEADER);
        Matcher shape = SHAPE.matcher(values.size() == 1 ? values.get(0) : "");
        return shape.matches()
                ? Optional.of(new TraceParent(shape.group("trace"), shape.group("span"), shape.group("flags")))
                : Optional.empty();
    }

    /** A new trace, and a span of it that nobody records (§3.2.2.5.1). */
    public static TraceParent begin(RandomGenerator random) {
        return new TraceParent(id(16, random), id(8, random), "00");
    }

    /** A new span of the same trace, which the journal records. */
    public TraceParent within(RandomGenerator random) {
        return new TraceParent(traceId, id(8, random), HexFormat.of().toHexDigits((byte) (bits() | RECORDED)));
    }

    /** Whether the span was recorded by whoever calls: then it can be found. */
    public boolean recorded() {
        return (bits() & RECORDED) != 0;
    }

    private int bits() {
        return HexFormat.fromHexDigits(flags);
    }

    /** The field's value for the calls of this span. */
    public String value() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    /** The field's value for a call further on: a new span of the same trace. */
    public String next(RandomGenerator random) {
        return new TraceParent(traceId, id(8, random), flags).value();
    }

    /** In one draw, which of a secure generator costs the most, whatever its length; never all zero. */
    private static String id(int length, RandomGenerator random) {
        byte[] id = new byte[length];
        random.nextBytes(id);
        id[length - 1] |= 1;
        return HexFormat.of().formatHex(id);
    }
}
