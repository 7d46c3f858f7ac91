package fr.accroche.wire.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A JSON array: ordered, immutable.
 *
 * @param items its values, in order
 */
public record JsonArray(List<Json> items) implements Json {

    public JsonArray {
        items = List.copyOf(items);
    }

    public static JsonArray of(Json... items) {
        return new JsonArray(Arrays.asList(items));
    }

    /** An array of texts. */
    public static JsonArray ofTexts(Iterable<String> texts) {
        List<Json> items = new ArrayList<>();
        texts.forEach(text -> items.add(new JsonText(text)));
        return new JsonArray(items);
    }

    /** The texts among the values, in order; values of another type are left out. */
    public List<String> texts() {
        return items.stream()
                .filter(JsonText.class::isInstance)
                .map(item -> ((JsonText) item).value())
                .toList();
    }

    /** The objects among the values, in order; values of another type are left out. */
    public List<JsonObject> objects() {
        return items.stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }

    /** How many values, not which. */
    @Override
    public String toString() {
        return "JsonArray[" + items.size() + "]";
    }
}
