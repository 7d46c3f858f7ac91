package fr.accroche.wire.json;

/**
 * A JSON {@code true} or {@code false}.
 *
 * @param value which
 */
public record JsonBoolean(boolean value) implements Json {

    /** That it is one, not which. */
    @Override
    public String toString() {
        return "JsonBoolean";
    }
}
