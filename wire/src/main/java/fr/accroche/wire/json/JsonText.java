package fr.accroche.wire.json;

import java.util.Objects;

/**
 * A JSON string.
 *
 * @param value its characters, with no escapes
 */
public record JsonText(String value) implements Json {

    public JsonText {
        Objects.requireNonNull(value, "value");
    }

    /** How long, not what. */
    @Override
    public String toString() {
        return "JsonText[" + value.length() + "]";
    }
}
