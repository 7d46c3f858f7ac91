package fr.accroche.proxy.metier;

import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The published examples: one request, and one answer, of each operation. */
final class Examples {

    private static final Path PUBLISHED = Path.of("..", "docs", "examples");

    private Examples() {}

    static JsonObject request(BusinessOperation operation) {
        return read(operation.schema() + ".request.json");
    }

    static JsonObject answer(BusinessOperation operation) {
        return read(operation.schema() + ".answer.json");
    }

    private static JsonObject read(String file) {
        try {
            return Json.parseObject(Files.readAllBytes(PUBLISHED.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
