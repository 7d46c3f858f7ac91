package fr.accroche.scenarios.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A published OpenAPI document, of which a test follows the references. */
record OpenApiDocument(Map<?, ?> root) {

    /**
     * @param name of a file in {@code docs/}
     */
    static OpenApiDocument read(String name) {
        try {
            String yaml = Files.readString(Path.of("..", "docs", name));
            return new OpenApiDocument(map(new Load(LoadSettings.builder().build()).loadFromString(yaml)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Map<?, ?> paths() {
        return at("paths");
    }

    Map<?, ?> at(String... steps) {
        Map<?, ?> found = root;
        for (String step : steps) {
            found = map(found.get(step));
        }
        return found;
    }

    /** What a node refers to, or the node itself. */
    Map<?, ?> resolved(Map<?, ?> node) {
        return node.get("$ref") instanceof String reference
                ? at(reference.substring(2).split("/"))
                : node;
    }

    static Map<?, ?> map(Object node) {
        return (Map<?, ?>) node;
    }
}
