package fr.accroche.scenarios.docs;

import static fr.accroche.scenarios.docs.OpenApiDocument.map;

import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonBoolean;
import fr.accroche.wire.json.JsonNull;
import fr.accroche.wire.json.JsonNumber;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is wrong with values by the schemas of an OpenAPI 3.0 document. A keyword or a format that it does not know is wrong too: what
 * is not checked must not look as if it were. So is a member that no schema names.
 */
final class SchemaCheck {

    private static final Set<String> KEYWORDS = Set.of(
            "type",
            "nullable",
            "enum",
            "format",
            "pattern",
            "maxLength",
            "minimum",
            "maximum",
            "items",
            "properties",
            "required",
            "additionalProperties",
            "description");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    private final OpenApiDocument document;
    private final List<String> wrong = new ArrayList<>();

    private SchemaCheck(OpenApiDocument document) {
        this.document = document;
    }

    /** All that is wrong with a value, each with where it is. */
    static List<String> of(OpenApiDocument document, Map<?, ?> schema, Json value) {
        SchemaCheck check = new SchemaCheck(document);
        check.value("", schema, value);
        return List.copyOf(check.wrong);
    }

    private void value(String at, Map<?, ?> reference, Json value) {
        Map<?, ?> schema = document.resolved(reference);
        schema.keySet().stream()
                .filter(keyword -> !KEYWORDS.contains(keyword))
                .forEach(keyword -> wrong.add(at + ": this check does not know '" + keyword + "'"));
        if (value instanceof JsonNull) {
            require(Boolean.TRUE.equals(schema.get("nullable")), at, "may not be null");
            return;
        }
        require(hasType(value, String.valueOf(schema.get("type"))), at, "is no " + schema.get("type"));
        if (schema.get("enum") instanceof List<?> allowed) {
            require(value instanceof JsonText text && allowed.contains(text.value()), at, "is none of " + allowed);
        }
        if (value instanceof JsonText text) {
            text(at, schema, text.value());
        } else if (value instanceof JsonNumber number) {
            number(at, schema, number.value());
        } else if (value instanceof JsonArray array) {
            array.items().forEach(item -> value(at + "[]", map(schema.get("items")), item));
        } else if (value instanceof JsonObject object) {
            object(at, schema, object);
        }
    }

    private static boolean hasType(Json value, String type) {
        return switch (type) {
            case "string" -> value instanceof JsonText;
            case "integer" ->
                value instanceof JsonNumber number
                        && number.value().stripTrailingZeros().scale() <= 0;
            case "number" -> value instanceof JsonNumber;
            case "boolean" -> value instanceof JsonBoolean;
            case "array" -> value instanceof JsonArray;
            case "object" -> value instanceof JsonObject;
            default -> false;
        };
    }

    private void text(String at, Map<?, ?> schema, String text) {
        if (schema.get("maxLength") instanceof Integer longest) {
            require(text.length() <= longest, at, "is longer than " + longest);
        }
        if (schema.get("pattern") instanceof String pattern) {
            require(Pattern.compile(pattern).matcher(text).find(), at, "does not match " + pattern);
        }
        if (schema.get("format") instanceof String format) {
            require(hasFormat(text, format), at, "is no " + format);
        }
    }

    private static boolean hasFormat(String text, String format) {
        return switch (format) {
            case "uuid" -> UUID.matcher(text).matches();
            case "date-time" -> isDateTime(text);
            default -> false;
        };
    }

    private static boolean isDateTime(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private void number(String at, Map<?, ?> schema, BigDecimal number) {
        if (schema.get("minimum") instanceof Integer least) {
            require(number.compareTo(BigDecimal.valueOf(least)) >= 0, at, "is less than " + least);
        }
        if (schema.get("maximum") instanceof Integer most) {
            require(number.compareTo(BigDecimal.valueOf(most)) <= 0, at, "is more than " + most);
        }
    }

    private void object(String at, Map<?, ?> schema, JsonObject object) {
        if (schema.get("required") instanceof List<?> required) {
            required.stream()
                    .filter(name -> object.get(name.toString()).isEmpty())
                    .forEach(name -> wrong.add(at + "/" + name + ": is missing"));
        }
        Map<?, ?> properties = schema.get("properties") instanceof Map<?, ?> named ? named : Map.of();
        object.members().forEach((name, member) -> {
            if (properties.get(name) instanceof Map<?, ?> described) {
                value(at + "/" + name, described, member);
            } else {
                wrong.add(at + "/" + name + ": is not described");
            }
        });
    }

    private void require(boolean right, String at, String otherwise) {
        if (!right) {
            wrong.add(at + ": " + otherwise);
        }
    }
}
