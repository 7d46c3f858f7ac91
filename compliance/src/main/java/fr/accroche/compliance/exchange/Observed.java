package fr.accroche.compliance.exchange;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A value and where it comes from.
 *
 * @param value the value, already redacted where it must be
 * @param where its locator, a technical path that needs no translation: {@code accroche.yaml:20}, {@code form/client_id},
 *     {@code TLS/certificate[3f2a]/CN}, {@code token/azp}, {@code json/certificateCN}, {@code SOAP/ContexteLPS/LPS/IDAM},
 *     {@code VIHF/LPS_Nom}
 */
public record Observed(String value, String where) {

    /** Nothing was there. */
    public static final Observed NOTHING = new Observed("—", "—");

    /** C0 and C1 controls, line and paragraph separators, and the bidirectional controls of Unicode annex 9. */
    private static final Pattern STEERING = Pattern.compile(
            "[\\p{gc=Cc}\\x{2028}\\x{2029}\\x{061C}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    public Observed {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(where, "where");
    }

    /** The value for a person's eye: a dash for nothing, and {@link #plain}. */
    public String shown() {
        return value.isEmpty() ? NOTHING.value : plain(value);
    }

    /** A text that a stranger wrote, on one line, without what could steer a terminal or turn the text around. */
    public static String plain(String text) {
        return STEERING.matcher(text).replaceAll("�");
    }

    /** Whether a character could steer a terminal, break a line, or turn the text after it around. */
    public static boolean steers(int character) {
        return STEERING.matcher(Character.toString(character)).matches();
    }
}
