package fr.accroche.scenarios.lps;

import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonNumber;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.util.Optional;

/** A place in a JSON value (RFC 6901). */
record JsonPointer(String text) {

    /** The text or number there, as a text; empty where there is none. */
    Optional<String> in(Json value) {
        Optional<Json> found = Optional.of(value);
        for (String step : text.substring(1).split("/", -1)) {
            String name = step.replace("~1", "/").replace("~0", "~");
            found = found.flatMap(one -> member(one, name));
        }
        return found.flatMap(JsonPointer::word);
    }

    private static Optional<Json> member(Json value, String name) {
        if (value instanceof JsonObject object) {
            return object.get(name);
        }
        return value instanceof JsonArray array
                        && name.matches("0|[1-9]\\d{0,5}")
                        && Integer.parseInt(name) < array.items().size()
                ? Optional.of(array.items().get(Integer.parseInt(name)))
                : Optional.empty();
    }

    private static Optional<String> word(Json value) {
        if (value instanceof JsonText text) {
            return Optional.of(text.value());
        }
        return value instanceof JsonNumber number ? Optional.of(number.value().toPlainString()) : Optional.empty();
    }
}
