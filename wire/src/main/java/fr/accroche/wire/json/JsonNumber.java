package fr.accroche.wire.json;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A JSON number, exact: no digit is lost to a {@code double}.
 *
 * @param value its value; {@code 1.0} and {@code 1.00} are equal numbers but not equal records
 */
public record JsonNumber(BigDecimal value) implements Json {

    public JsonNumber {
        Objects.requireNonNull(value, "value");
    }

    public static JsonNumber of(long value) {
        return new JsonNumber(BigDecimal.valueOf(value));
    }

    /** That it is one, not which: identifiers are numbers at times. */
    @Override
    public String toString() {
        return "JsonNumber";
    }
}
