package fr.accroche.proxy.metier;

import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonBoolean;
import fr.accroche.wire.json.JsonNull;
import fr.accroche.wire.json.JsonNumber;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What a JSON value may be: a published schema, ready to judge with. */
sealed interface Schema {

    /** Judges a value at this pointer, and all that is in it. */
    void check(String pointer, Json value, Consumer<JsonFault> faults);

    /**
     * An object of known members only.
     *
     * @param members what each is
     * @param required those that must be there
     */
    record Members(Map<String, Schema> members, Set<String> required) implements Schema {
        @Override
        public void check(String pointer, Json value, Consumer<JsonFault> faults) {
            if (!(value instanceof JsonObject object)) {
                faults.accept(new JsonFault(pointer, "an object", kind(value)));
                return;
            }
            required.stream()
                    .filter(name -> object.get(name).isEmpty())
                    .forEach(name -> faults.accept(new JsonFault(below(pointer, name), "to be there", "nothing")));
            members.forEach((name, known) ->
                    object.get(name).ifPresent(member -> known.check(below(pointer, name), member, faults)));
            long more = object.members().keySet().stream()
                    .filter(name -> !members.containsKey(name))
                    .count();
            if (more > 0) {
                faults.accept(new JsonFault(
                        pointer, "no other members than " + String.join(", ", members.keySet()), more + " more"));
            }
        }
    }

    /**
     * An array.
     *
     * @param items what each is
     * @param least how many there must be
     * @param most how many there may be
     */
    record Items(Schema items, long least, long most) implements Schema {
        @Override
        public void check(String pointer, Json value, Consumer<JsonFault> faults) {
            if (!(value instanceof JsonArray array)) {
                faults.accept(new JsonFault(pointer, "an array", kind(value)));
                return;
            }
            List<Json> found = array.items();
            if (found.size() < least || found.size() > most) {
                faults.accept(new JsonFault(pointer, least + " to " + most + " items", found.size() + " items"));
                return;
            }
            for (int i = 0; i < found.size(); i++) {
                items.check(below(pointer, String.valueOf(i)), found.get(i), faults);
            }
        }
    }

    /**
     * A text. Its length is judged first: a pattern is never run on a text that is too long.
     *
     * @param longest in characters
     * @param pattern the whole of its form
     */
    record Word(long longest, Pattern pattern) implements Schema {
        @Override
        public void check(String pointer, Json value, Consumer<JsonFault> faults) {
            if (!(value instanceof JsonText text)) {
                faults.accept(new JsonFault(pointer, "a text", kind(value)));
                return;
            }
            String found = text.value();
            int length = found.codePointCount(0, found.length());
            if (length > longest) {
                faults.accept(new JsonFault(pointer, "at most " + longest + " characters", length + " characters"));
            } else if (!pattern.matcher(found).matches()) {
                faults.accept(new JsonFault(
                        pointer, "a text of the form " + pattern, "another text of " + length + " characters"));
            }
        }
    }

    /** One of a few texts. */
    record Choice(List<String> texts) implements Schema {
        @Override
        public void check(String pointer, Json value, Consumer<JsonFault> faults) {
            if (!(value instanceof JsonText text) || !texts.contains(text.value())) {
                faults.accept(new JsonFault(pointer, "one of " + String.join(", ", texts), kind(value)));
            }
        }
    }

    /** {@code true} or {@code false}. */
    record Flag() implements Schema {
        @Override
        public void check(String pointer, Json value, Consumer<JsonFault> faults) {
            if (!(value instanceof JsonBoolean)) {
                faults.accept(new JsonFault(pointer, "true or false", kind(value)));
            }
        }
    }

    /** A number without fraction. */
    record Whole() implements Schema {
        @Override
        public void check(String pointer, Json value, Consumer<JsonFault> faults) {
            if (!(value instanceof JsonNumber number)
                    || number.value().stripTrailingZeros().scale() > 0) {
                faults.accept(new JsonFault(pointer, "a whole number", kind(value)));
            }
        }
    }

    private static String below(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static String kind(Json value) {
        if (value instanceof JsonText) {
            return "another text";
        }
        if (value instanceof JsonObject) {
            return "an object";
        }
        if (value instanceof JsonArray) {
            return "an array";
        }
        if (value instanceof JsonNull) {
            return "null";
        }
        return value instanceof JsonBoolean ? "true or false" : "a number";
    }
}
