package fr.accroche.messages;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A patient's national health identity (INS), which is a NIR or a NIA: never shown by {@link #toString()}.
 *
 * @param value matricule and key, 15 characters; other lengths are kept as they were read
 * @param oid what kind it is: {@link #NIR}, {@link #NIA}, {@link #NIR_TEST}…
 */
public record Ins(String value, String oid) implements Patient {
    /** INS-NIR. */
    public static final String NIR = "1.2.250.1.213.1.4.8";

    /** INS-NIA, provisional. */
    public static final String NIA = "1.2.250.1.213.1.4.9";

    /** INS-NIR of a test environment, which the DMP's want everywhere. */
    public static final String NIR_TEST = "1.2.250.1.213.1.4.10";

    private static final Pattern HL7 = Pattern.compile("([^^&]+)\\^\\^\\^&([^^&]+)&ISO\\^NH");
    private static final Pattern CX = Pattern.compile(HL7.pattern() + "(?:\\^\\^[0-9]{0,14})?");
    private static final Pattern WHOLE = Pattern.compile("([0-9]{5})([0-9]{2}|2A|2B)([0-9]{6})([0-9]{2})");

    public Ins {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(oid, "oid");
    }

    /** As the VIHF's resource-id says it: {@code value^^^&oid&ISO^NH}. */
    public String hl7() {
        return value + "^^^&" + oid + "&ISO^NH";
    }

    /** Reads {@link #hl7()}; empty if the text is not of that form. */
    public static Optional<Ins> ofHl7(String text) {
        Matcher form = HL7.matcher(text);
        return form.matches() ? Optional.of(new Ins(form.group(1), form.group(2))) : Optional.empty();
    }

    /**
     * Reads what XDS metadata hold (ITI TF-3 §4.2.3.1.7, type CX): {@link #hl7()}, after which the DMP's samples put the date
     * of the identity. Empty if the text is not of that form.
     */
    public static Optional<Ins> ofCx(String text) {
        Matcher form = CX.matcher(text);
        return form.matches() ? Optional.of(new Ins(form.group(1), form.group(2))) : Optional.empty();
    }

    /** Whether the last two characters are the key of the first thirteen: 97 − n mod 97, with 2A as 19 and 2B as 18. */
    public boolean keyIsRight() {
        Matcher form = WHOLE.matcher(value);
        if (!form.matches()) {
            return false;
        }
        String department = form.group(2).replace("2A", "19").replace("2B", "18");
        long matricule = Long.parseLong(form.group(1) + department + form.group(3));
        return 97 - matricule % 97 == Integer.parseInt(form.group(4));
    }

    @Override
    public String toString() {
        return "Ins[…, " + oid + "]";
    }
}
