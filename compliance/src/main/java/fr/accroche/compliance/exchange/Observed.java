package fr.accroche.compliance.exchange;

import java.util.Objects;

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

    public Observed {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(where, "where");
    }

    /** The value for a person's eye: a dash for nothing, and {@link #plain}. */
    public String shown() {
        return value.isEmpty() ? NOTHING.value : plain(value);
    }

    /** A text that a stranger wrote, without the control characters that could steer a terminal. */
    public static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", "�");
    }
}
