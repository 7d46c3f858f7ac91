package fr.accroche.compliance.declaration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the part of JSON Schema that our schema is written in. Anything else is refused: a keyword that is not understood
 * would be a promise to editors that the validator does not keep.
 */
final class SchemaReader {

    private static final Set<String> ANNOTATIONS =
            Set.of("$schema", "$id", "title", "description", "default", "definitions");
    private static final String DEFINITION = "#/definitions/";

    private final Map<String, Yaml> definitions;
    private final String neighbour;
    private final Optional<SchemaReader> beside;

    private SchemaReader(Yaml schema, String neighbour, Optional<SchemaReader> beside) {
        this.definitions = entries(entries(schema).getOrDefault("definitions", new Yaml.Mapping(0, 0, Map.of())));
        this.neighbour = neighbour;
        this.beside = beside;
    }

    /**
     * Reads a whole schema.
     *
     * @throws IllegalArgumentException for a keyword, or a use of one, that is not understood
     */
    static Shape read(Yaml schema) {
        return new SchemaReader(schema, "", Optional.empty()).shape(schema);
    }

    /**
     * The same of a schema that refers to the definitions of another.
     *
     * @param neighbour the other's file name, in the same folder
     */
    static Shape read(Yaml schema, String neighbour, Yaml other) {
        SchemaReader beside = new SchemaReader(other, "", Optional.empty());
        return new SchemaReader(schema, neighbour, Optional.of(beside)).shape(schema);
    }

    private Shape shape(Yaml schema) {
        Map<String, Yaml> keywords = new LinkedHashMap<>(entries(schema));
        keywords.keySet().removeAll(ANNOTATIONS);
        if (keywords.containsKey("type")) {
            return typed(schema, keywords);
        }
        if (keywords.size() != 1) {
            throw notUnderstood(schema, keywords.keySet());
        }
        String keyword = keywords.keySet().iterator().next();
        Yaml value = keywords.get(keyword);
        return switch (keyword) {
            case "$ref" -> reference(schema, value);
            case "allOf" -> only(items(value));
            case "anyOf" -> anyOf(value);
            case "enum" ->
                new Shape.Choice(items(value).stream().map(SchemaReader::scalar).toList());
            case "const" -> new Shape.Choice(List.of(scalar(value)));
            default -> throw notUnderstood(schema, keywords.keySet());
        };
    }

    private Shape reference(Yaml schema, Yaml target) {
        allow(schema, entries(schema), "$ref");
        String name = word(target);
        if (beside.isPresent() && name.startsWith(neighbour + DEFINITION)) {
            return beside.get().defined(target, name.substring(neighbour.length()));
        }
        return defined(target, name);
    }

    private Shape defined(Yaml target, String name) {
        Yaml definition = name.startsWith(DEFINITION) ? definitions.get(name.substring(DEFINITION.length())) : null;
        if (definition == null) {
            throw notUnderstood(target, Set.of(name));
        }
        return shape(definition);
    }

    /** Draft 7 ignores what stands beside a reference: a description needs this around it. */
    private Shape only(List<Yaml> one) {
        if (one.size() != 1) {
            throw notUnderstood(one.get(0), Set.of("allOf"));
        }
        return shape(one.get(0));
    }

    private Shape anyOf(Yaml alternatives) {
        List<Shape> shapes = items(alternatives).stream().map(this::shape).toList();
        return told(shapes).orElseGet(() -> new Shape.Alternatives(shapes));
    }

    /** Blocks that all have a constant under the key {@code type}. */
    private static Optional<Shape> told(List<Shape> shapes) {
        Map<String, Shape.Block> blocks = new LinkedHashMap<>();
        for (Shape shape : shapes) {
            if (!(shape instanceof Shape.Block block)
                    || !(block.properties().get("type") instanceof Shape.Choice choice)
                    || !block.required().contains("type")) {
                return Optional.empty();
            }
            choice.values().forEach(word -> blocks.put(word.text(), block));
        }
        return Optional.of(new Shape.OneBlockByWord("type", blocks));
    }

    private Shape typed(Yaml schema, Map<String, Yaml> keywords) {
        Yaml type = keywords.get("type");
        List<String> names = type instanceof Yaml.Sequence several
                ? several.items().stream().map(SchemaReader::word).toList()
                : List.of(word(type));
        return switch (String.join("|", names)) {
            case "object" -> block(schema, keywords);
            case "array" -> list(schema, keywords);
            case "boolean" -> {
                allow(schema, keywords, "type");
                yield new Shape.Flag();
            }
            case "string", "string|number", "string|number|boolean" -> {
                allow(schema, keywords, "type", "pattern");
                yield new Shape.Word(kinds(names), Pattern.compile(word(needed(schema, keywords, "pattern"))));
            }
            default -> throw notUnderstood(type, names);
        };
    }

    private static Set<Yaml.Kind> kinds(List<String> names) {
        return names.stream()
                .map(name -> Yaml.Kind.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    private Shape block(Yaml schema, Map<String, Yaml> keywords) {
        allow(schema, keywords, "type", "properties", "required", "additionalProperties", "oneOf");
        Map<String, Shape> properties = new LinkedHashMap<>();
        if (keywords.containsKey("properties")) {
            entries(keywords.get("properties")).forEach((key, member) -> properties.put(key, shape(member)));
        }
        Yaml others = needed(schema, keywords, "additionalProperties");
        List<String> required = words(keywords.get("required"));
        return new Shape.Block(
                properties,
                others.kind() == Yaml.Kind.BOOLEAN ? closed(others) : Optional.of(shape(others)),
                required,
                keywords.containsKey("oneOf") ? eitherKey(schema, items(keywords.get("oneOf"))) : List.of());
    }

    private static Optional<Shape> closed(Yaml others) {
        if (!word(others).equals("false")) {
            throw notUnderstood(others, Set.of("additionalProperties"));
        }
        return Optional.empty();
    }

    /** The sentence for a missing key names two. */
    private static List<String> eitherKey(Yaml schema, List<Yaml> branches) {
        if (branches.size() != 2) {
            throw notUnderstood(schema, Set.of("oneOf"));
        }
        return branches.stream().map(SchemaReader::onlyRequired).toList();
    }

    /** A branch of {@code oneOf} says but which key must be there. */
    private static String onlyRequired(Yaml branch) {
        Map<String, Yaml> keywords = entries(branch);
        allow(branch, keywords, "required");
        List<String> keys = words(needed(branch, keywords, "required"));
        if (keys.size() != 1) {
            throw notUnderstood(branch, Set.of("oneOf"));
        }
        return keys.get(0);
    }

    private Shape list(Yaml schema, Map<String, Yaml> keywords) {
        allow(schema, keywords, "type", "items", "minItems");
        boolean some = keywords.containsKey("minItems");
        if (some && !word(keywords.get("minItems")).equals("1")) {
            throw notUnderstood(schema, Set.of("minItems"));
        }
        return new Shape.Items(shape(needed(schema, keywords, "items")), some);
    }

    private static void allow(Yaml schema, Map<String, Yaml> keywords, String... understood) {
        Set<String> others = new TreeSet<>(keywords.keySet());
        others.removeAll(Set.of(understood));
        if (!others.isEmpty()) {
            throw notUnderstood(schema, others);
        }
    }

    private static Yaml needed(Yaml schema, Map<String, Yaml> keywords, String keyword) {
        Yaml value = keywords.get(keyword);
        if (value == null) {
            throw new IllegalArgumentException("schema, line " + schema.line() + ": needs " + keyword);
        }
        return value;
    }

    private static IllegalArgumentException notUnderstood(Yaml at, Iterable<String> what) {
        return new IllegalArgumentException(
                "schema, line " + at.line() + ": not understood here: " + String.join(", ", what));
    }

    private static Map<String, Yaml> entries(Yaml value) {
        if (value instanceof Yaml.Mapping block) {
            return block.entries();
        }
        throw notUnderstood(value, Set.of("a block is expected"));
    }

    private static List<Yaml> items(Yaml value) {
        if (value instanceof Yaml.Sequence list && !list.items().isEmpty()) {
            return list.items();
        }
        throw notUnderstood(value, Set.of("a list is expected"));
    }

    private static List<String> words(Yaml list) {
        return list == null
                ? List.of()
                : items(list).stream().map(SchemaReader::word).toList();
    }

    private static String word(Yaml value) {
        return scalar(value).text();
    }

    private static Yaml.Scalar scalar(Yaml value) {
        if (value instanceof Yaml.Scalar scalar) {
            return scalar;
        }
        throw notUnderstood(value, Set.of("a word is expected"));
    }
}
