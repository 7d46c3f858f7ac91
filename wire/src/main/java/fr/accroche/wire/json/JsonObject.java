package fr.accroche.wire.json;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A JSON object: ordered, immutable.
 *
 * @param members its members, in order
 */
public record JsonObject(Map<String, Json> members) implements Json {

    public static final JsonObject EMPTY = new JsonObject(Map.of());

    public JsonObject {
        members.forEach((name, value) -> {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, name);
        });
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** With this member: in its place if there was one of this name, at the end otherwise. */
    public JsonObject with(String name, Json value) {
        Map<String, Json> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new JsonObject(more);
    }

    /** With a text member; absent if the value is null. */
    public JsonObject with(String name, String value) {
        return value == null ? without(name) : with(name, new JsonText(value));
    }

    public JsonObject with(String name, long value) {
        return with(name, JsonNumber.of(value));
    }

    public JsonObject with(String name, boolean value) {
        return with(name, new JsonBoolean(value));
    }

    public JsonObject with(String name, Collection<? extends Json> values) {
        return with(name, new JsonArray(List.copyOf(values)));
    }

    /** These members but this one. */
    public JsonObject without(String name) {
        Map<String, Json> fewer = new LinkedHashMap<>(members);
        fewer.remove(name);
        return new JsonObject(fewer);
    }

    public Optional<Json> get(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** A text member; empty if absent or of another type. */
    public Optional<String> text(String name) {
        return members.get(name) instanceof JsonText text ? Optional.of(text.value()) : Optional.empty();
    }

    /** A number member without fraction that fits a long; empty if absent or of another type. */
    public Optional<Long> integer(String name) {
        return members.get(name) instanceof JsonNumber number ? whole(number.value()) : Optional.empty();
    }

    /** A boolean member; empty if absent or of another type. */
    public Optional<Boolean> bool(String name) {
        return members.get(name) instanceof JsonBoolean bool ? Optional.of(bool.value()) : Optional.empty();
    }

    /** An object member; empty if absent or of another type. */
    public Optional<JsonObject> object(String name) {
        return members.get(name) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    }

    /** An array member; empty if absent or of another type. */
    public Optional<JsonArray> array(String name) {
        return members.get(name) instanceof JsonArray array ? Optional.of(array) : Optional.empty();
    }

    /** The names only: values hold secrets. */
    @Override
    public String toString() {
        return "JsonObject" + members.keySet();
    }

    private static Optional<Long> whole(BigDecimal value) {
        try {
            return Optional.of(value.longValueExact());
        } catch (ArithmeticException notWhole) {
            return Optional.empty();
        }
    }
}
