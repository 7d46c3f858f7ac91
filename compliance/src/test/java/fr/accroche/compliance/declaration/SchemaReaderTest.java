package fr.accroche.compliance.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaReaderTest {

    private static Yaml yaml(String text) throws DeclarationException {
        return YamlParser.parse("x", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsTheSubset() throws DeclarationException {
        Shape shape = SchemaReader.read(yaml("""
                { type: object, additionalProperties: false, required: [a], properties: { a: { const: 1 } } }"""));

        assertThat(shape.fits(yaml("a: 1"))).isTrue();
        assertThat(shape.fits(yaml("a: 1.0"))).isTrue();
        assertThat(shape.fits(yaml("a: .inf"))).isFalse();
        assertThat(shape.fits(yaml("a: '1'"))).isFalse();
        assertThat(shape.fits(yaml("b: 1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ type: object }",
                "{ type: object, additionalProperties: true }",
                "{ type: object, additionalProperties: false, patternProperties: {} }",
                "{ type: object, additionalProperties: false, minProperties: 1 }",
                "{ type: object, additionalProperties: false, oneOf: [{ const: 1 }] }",
                "{ type: object, additionalProperties: false, oneOf: [{ required: [a, b] }] }",
                "{ type: object, additionalProperties: false, oneOf: [{ required: [a] }] }",
                "{ type: object, additionalProperties: false, oneOf: [{ required: [a] }, { required: [b] }, { required: [c] }] }",
                "{ type: array }",
                "{ type: array, items: { const: 1 }, minItems: 2 }",
                "{ type: array, items: { const: 1 }, uniqueItems: true }",
                "{ type: string }",
                "{ type: string, pattern: a, minLength: 1 }",
                "{ type: string, pattern: a, format: date }",
                "{ type: integer }",
                "{ type: [string, 'null'], pattern: a }",
                "{ type: string, enum: [a] }",
                "{ enum: [[a]] }",
                "{ enum: [a], const: a }",
                "{ not: { const: 1 } }",
                "{ if: { const: 1 } }",
                "{ allOf: [{ const: 1 }, { const: 2 }] }",
                "{ $ref: '#/definitions/absent' }",
                "{ $ref: 'other.json' }",
                "{ $ref: '#/definitions/a', title: ignored, definitions: { a: { const: 1 } } }",
                "{}",
                "true"
            })
    void refusesWhatItWouldNotJudgeBy(String schema) throws DeclarationException {
        Yaml yaml = yaml(schema);

        assertThatThrownBy(() -> SchemaReader.read(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("schema, line 1");
    }
}
