package fr.accroche.telemetry;

import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonNumber;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;

/** The fields of a hop as OpenTelemetry has them. */
final class HopAttributes {

    private HopAttributes() {}

    static Attributes of(JsonObject fields) {
        AttributesBuilder attributes = Attributes.builder();
        fields.members().forEach((name, value) -> put(attributes, name, value));
        return attributes.build();
    }

    private static void put(AttributesBuilder attributes, String name, Json value) {
        if (value instanceof JsonText text) {
            attributes.put(AttributeKey.stringKey(name), text.value());
        } else if (value instanceof JsonNumber number) {
            attributes.put(AttributeKey.longKey(name), number.value().longValue());
        } else if (value instanceof JsonArray texts) {
            attributes.put(AttributeKey.stringArrayKey(name), texts.texts());
        }
    }
}
