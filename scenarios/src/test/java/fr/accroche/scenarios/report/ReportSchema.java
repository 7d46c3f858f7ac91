package fr.accroche.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Holds reports against the published schema, by a library that implements all of JSON Schema. */
public final class ReportSchema {

    private static final Path FILE = Path.of("..", "docs", "report.schema.json");

    private final Validator library = new ValidatorFactory()
            .withJsonNodeFactory(new JacksonNode.Factory())
            .createValidator();
    private final URI schema;

    public ReportSchema() {
        schema = library.registerSchema(published().toString());
    }

    static JsonNode published() {
        try {
            return new ObjectMapper().readTree(Files.readAllBytes(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean fits(JsonNode report) {
        return library.validate(schema, report).isValid();
    }

    /** Fails with what is wrong. */
    public void require(JsonNode report) {
        assertThat(library.validate(schema, report).getErrors())
                .extracting(error -> error.getInstanceLocation() + ": " + error.getError())
                .isEmpty();
    }
}
