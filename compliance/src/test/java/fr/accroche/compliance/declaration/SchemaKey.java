package fr.accroche.compliance.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A key that the schema tells of, for its page and its tests.
 *
 * @param section the title of the block that it stands in; empty for the top
 * @param name the key
 * @param required whether it must be there
 * @param schema what the schema says of it
 */
record SchemaKey(String section, String name, boolean required, Yaml.Mapping schema) {

    private static final Map<String, Yaml> ROOT =
            block(DeclarationSchema.yaml()).entries();
    private static final Map<String, String> FORMS =
            Map.of("date", "date", "duration", "duration · durée", "identifier", "number · numéro");
    private static final String DEFINITION = "#/definitions/";

    /** All of them, block by block. */
    static List<SchemaKey> all() {
        List<SchemaKey> keys = new ArrayList<>(of("", ROOT));
        block(ROOT.get("definitions")).entries().values().forEach(definition -> {
            Map<String, Yaml> keywords = block(definition).entries();
            if (keywords.containsKey("properties")) {
                keys.addAll(of(text(keywords.get("title")), keywords));
            }
        });
        return keys;
    }

    private static List<SchemaKey> of(String section, Map<String, Yaml> keywords) {
        List<String> required = keywords.get("required") instanceof Yaml.Sequence list
                ? list.items().stream().map(SchemaKey::text).toList()
                : List.of();
        return block(keywords.get("properties")).entries().entrySet().stream()
                .map(entry -> new SchemaKey(
                        section, entry.getKey(), required.contains(entry.getKey()), block(entry.getValue())))
                .toList();
    }

    /** What an editor shows: its own words, or those of what it refers to. */
    String description() {
        return keyword("description").orElse("");
    }

    /** The nearest value of a keyword: on the key itself, or on what it refers to. */
    Optional<String> keyword(String keyword) {
        return Optional.ofNullable(schema.entries().get(keyword))
                .or(() -> target(schema).map(block -> block.entries().get(keyword)))
                .map(SchemaKey::text);
    }

    /** The words that it, or its items, can be; empty where they are not listed. */
    List<String> choices() {
        return choices(schema);
    }

    /** What it can be, in a word or two that need no translation: its choices, or the name of its form. */
    String value() {
        return value(schema);
    }

    private static String value(Yaml.Mapping schema) {
        Map<String, Yaml> keywords = schema.entries();
        if (keywords.containsKey("items")) {
            return "[ " + value(block(keywords.get("items"))) + " ]";
        }
        if (keywords.get("additionalProperties") instanceof Yaml.Mapping others) {
            return "{ `*`: " + value(others) + " }";
        }
        Optional<Yaml.Mapping> target = target(schema);
        if (target.isPresent()) {
            return value(target.get());
        }
        List<String> choices = choices(schema);
        if (!choices.isEmpty()) {
            return choices.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
        }
        return keywords.get("anyOf") instanceof Yaml.Sequence several
                ? several.items().stream()
                        .map(one -> value(block(one)))
                        .distinct()
                        .collect(Collectors.joining(" / "))
                : form(keywords);
    }

    private static String form(Map<String, Yaml> keywords) {
        if (keywords.containsKey("title")) {
            return "{ `" + text(keywords.get("title")).split(" \\(|, ")[0] + "` }";
        }
        if (!keywords.containsKey("pattern")) {
            return "`true`, `false`";
        }
        return FORMS.entrySet().stream()
                .filter(form -> definition(form.getKey()).entries().get("pattern") instanceof Yaml.Scalar pattern
                        && pattern.text().equals(text(keywords.get("pattern"))))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("text · texte");
    }

    private static List<String> choices(Yaml.Mapping schema) {
        Map<String, Yaml> keywords = schema.entries();
        if (keywords.get("enum") instanceof Yaml.Sequence list) {
            return list.items().stream().map(SchemaKey::text).toList();
        }
        if (keywords.containsKey("const")) {
            return List.of(text(keywords.get("const")));
        }
        if (keywords.get("anyOf") instanceof Yaml.Sequence several) {
            return choices(block(several.items().get(0)));
        }
        if (keywords.containsKey("items")) {
            return choices(block(keywords.get("items")));
        }
        return target(schema).map(SchemaKey::choices).orElse(List.of());
    }

    /** What a reference points to, be it within an {@code allOf}. */
    static Optional<Yaml.Mapping> target(Yaml.Mapping schema) {
        if (schema.entries().get("allOf") instanceof Yaml.Sequence one) {
            return target(block(one.items().get(0)));
        }
        return Optional.ofNullable(schema.entries().get("$ref"))
                .map(reference -> definition(text(reference).substring(DEFINITION.length())));
    }

    static Yaml.Mapping definition(String name) {
        return block(block(ROOT.get("definitions")).entries().get(name));
    }

    static Yaml.Mapping block(Yaml value) {
        return (Yaml.Mapping) value;
    }

    static String text(Yaml value) {
        return ((Yaml.Scalar) value).text();
    }

    @Override
    public String toString() {
        return section + " " + name;
    }
}
