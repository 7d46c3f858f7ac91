package fr.accroche.proxy.metier;

import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The published JSON Schemas of the métier mode ({@code docs/schemas}, draft 7), which also judge. They are written in a part
 * of that language; any other keyword is refused, for it would be a promise that the proxy does not keep.
 */
final class Schemas {

    private static final String SUFFIX = ".schema.json";
    private static final Set<String> ANNOTATIONS = Set.of("$schema", "title", "description");

    /** Where no length is given: as much as a text may have at all. */
    private static final long UNBOUNDED = Integer.MAX_VALUE;

    static final int MOST_FAULTS = 20;

    private Schemas() {}

    /**
     * Reads one, with those that it refers to.
     *
     * @param name without {@code .schema.json}
     * @throws IllegalArgumentException for a keyword that is not understood
     */
    static Schema named(String name) {
        return read(Json.parseObject(bytes(name)));
    }

    /** The published document. */
    static byte[] bytes(String name) {
        String file = name + SUFFIX;
        try (InputStream in = Objects.requireNonNull(Schemas.class.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a value: the first {@value #MOST_FAULTS} places, so that no answer outgrows the request. */
    static List<JsonFault> faults(Schema schema, Json value) {
        List<JsonFault> faults = new ArrayList<>();
        schema.check("", value, fault -> {
            if (faults.size() < MOST_FAULTS) {
                faults.add(fault);
            }
        });
        return faults;
    }

    static Schema read(JsonObject schema) {
        Set<String> keywords = new TreeSet<>(schema.members().keySet());
        keywords.removeAll(ANNOTATIONS);
        if (keywords.contains("$ref")) {
            allow(keywords, "$ref");
            return named(schema.text("$ref").orElseThrow().replace(SUFFIX, ""));
        }
        if (keywords.contains("enum")) {
            allow(keywords, "enum");
            return new Schema.Choice(schema.array("enum").orElseThrow().texts());
        }
        return typed(schema, keywords);
    }

    private static Schema typed(JsonObject schema, Set<String> keywords) {
        return switch (schema.text("type").orElse("")) {
            case "object" -> {
                allow(keywords, "type", "properties", "required", "additionalProperties");
                yield members(schema);
            }
            case "array" -> {
                allow(keywords, "type", "items", "minItems", "maxItems");
                yield new Schema.Items(
                        read(schema.object("items").orElseThrow()),
                        schema.integer("minItems").orElse(0L),
                        schema.integer("maxItems").orElse(UNBOUNDED));
            }
            case "string" -> {
                allow(keywords, "type", "pattern", "maxLength");
                yield new Schema.Word(
                        schema.integer("maxLength").orElse(UNBOUNDED),
                        whole(schema.text("pattern").orElseThrow()));
            }
            case "boolean" -> {
                allow(keywords, "type");
                yield new Schema.Flag();
            }
            case "integer" -> {
                allow(keywords, "type");
                yield new Schema.Whole();
            }
            default -> throw new IllegalArgumentException("schema: a type is expected");
        };
    }

    private static Schema members(JsonObject schema) {
        if (schema.bool("additionalProperties").orElse(true)) {
            throw new IllegalArgumentException("schema: additionalProperties: false is expected");
        }
        Map<String, Schema> members = new LinkedHashMap<>();
        schema.object("properties")
                .orElse(JsonObject.EMPTY)
                .members()
                .forEach((name, member) -> members.put(name, read((JsonObject) member)));
        Set<String> required = new HashSet<>();
        for (Json name : schema.array("required").map(JsonArray::items).orElse(List.of())) {
            required.add(((JsonText) name).value());
        }
        return new Schema.Members(members, required);
    }

    /** A dollar of ECMA 262 is the very end, one of Java may stand before a last line end: the whole text is matched. */
    private static Pattern whole(String pattern) {
        if (!pattern.startsWith("^") || !pattern.endsWith("$")) {
            throw new IllegalArgumentException("schema: a pattern of the whole text is expected");
        }
        return Pattern.compile(pattern);
    }

    private static void allow(Set<String> keywords, String... understood) {
        Set<String> others = new TreeSet<>(keywords);
        others.removeAll(Set.of(understood));
        if (!others.isEmpty()) {
            throw new IllegalArgumentException("schema: not understood here: " + others);
        }
    }
}
