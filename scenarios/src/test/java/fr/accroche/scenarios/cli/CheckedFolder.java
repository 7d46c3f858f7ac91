package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that {@code accroche check} runs in.
 *
 * @param path the folder
 */
record CheckedFolder(Path path) {

    CommandLineRun check(String... more) {
        return CommandLineRun.in(
                path, Stream.concat(Stream.of("check"), Stream.of(more)).toArray(String[]::new));
    }

    /** Writes a shipped declaration with texts replaced. */
    void declare(ShippedDeclaration shipped, String... replacements) throws IOException {
        declareAs("accroche.yaml", shipped, replacements);
    }

    void declareAs(String file, ShippedDeclaration shipped, String... replacements) throws IOException {
        String yaml = shipped.text();
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(yaml).contains(replacements[i]);
            yaml = yaml.replace(replacements[i], replacements[i + 1]);
        }
        Files.writeString(path.resolve(file), yaml);
    }

    static JsonObject json(CommandLineRun run) {
        return Json.parseObject(run.out().getBytes(StandardCharsets.UTF_8));
    }

    static List<JsonObject> objects(JsonObject json, String name) {
        return ((JsonArray) json.get(name).orElseThrow())
                .items().stream().map(JsonObject.class::cast).toList();
    }
}
