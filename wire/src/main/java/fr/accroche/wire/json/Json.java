package fr.accroche.wire.json;

/**
 * A JSON value (RFC 8259). Jackson reads and writes it; this is the shape the chain handles it in.
 *
 * <p>Reading refuses, with line and column, anything that is not one whole value in UTF-8, duplicate keys, more than
 * 1 MiB, more than 2 million values, more than 64 levels, strings over 256 KiB, numbers over 1000 digits or beyond
 * 10<sup>±1000</sup>, and halves of surrogate pairs, which no UTF-8 can carry back (RFC 7493 §2.1).
 *
 * <p>No {@code toString} of a value shows its content: values hold tokens and names of persons.
 */
public sealed interface Json permits JsonObject, JsonArray, JsonText, JsonNumber, JsonBoolean, JsonNull {

    /**
     * Reads a value.
     *
     * @throws JsonException with the line and column of what is wrong
     */
    static Json parse(byte[] utf8) {
        return JsonReader.read(utf8);
    }

    /**
     * Reads a value that must be an object.
     *
     * @throws JsonException with the line and column of what is wrong
     */
    static JsonObject parseObject(byte[] utf8) {
        return object(parse(utf8));
    }

    /**
     * Reads an object of which one text may be nearly all: a document in base64. The other limits stay; ask for it only where who
     * sends it is known.
     *
     * @param mostBytes of the object, and so characters of a text; 64 MiB at most
     * @throws JsonException with the line and column of what is wrong
     */
    static JsonObject parseLargeObject(byte[] utf8, int mostBytes) {
        return object(JsonReader.readLarge(utf8, mostBytes));
    }

    /**
     * Reads a value as {@link #parseLargeObject} reads an object: a file of a person's own, of many parts.
     *
     * @param mostBytes of the value; 64 MiB at most
     * @throws JsonException with the line and column of what is wrong
     */
    static Json parseLarge(byte[] utf8, int mostBytes) {
        return JsonReader.readLarge(utf8, mostBytes);
    }

    private static JsonObject object(Json value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new JsonException("line 1, column 1: expected a JSON object, observed another value");
    }

    /** On one line. */
    default String compact() {
        return JsonWriter.write(this, false);
    }

    /** Indented by two spaces. */
    default String pretty() {
        return JsonWriter.write(this, true);
    }
}
