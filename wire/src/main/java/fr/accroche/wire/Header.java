package fr.accroche.wire;

import java.util.Objects;

/**
 * One header field line (RFC 9110 §5.1).
 *
 * @param name as it was written; compared without case
 * @param value without the surrounding white space
 */
public record Header(String name, String value) {
    public Header {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }
}
