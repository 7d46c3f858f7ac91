package fr.accroche.wire.json;

/** A text is not the JSON that was asked for. Its message holds line and column, never the content. */
public final class JsonException extends RuntimeException {
    public JsonException(String message) {
        super(message);
    }
}
