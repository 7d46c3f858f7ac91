package fr.accroche.compliance.rule;

import java.util.regex.Pattern;

/**
 * The stable id of a rule, for example {@code IDN-02}: a family of three letters and a number.
 *
 * @param value the id as it is written
 */
public record RuleId(String value) implements Comparable<RuleId> {

    private static final Pattern SHAPE = Pattern.compile("[A-Z]{3}-\\d{2}");

    public RuleId {
        if (!isWritten(value)) {
            throw new IllegalArgumentException("a rule id looks like IDN-02, not '" + value + "'");
        }
    }

    public static RuleId of(String value) {
        return new RuleId(value);
    }

    /** Whether a text is written like the id of a rule. */
    public static boolean isWritten(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** Its family, for example {@code IDN}. */
    public String family() {
        return value.substring(0, 3);
    }

    @Override
    public int compareTo(RuleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
