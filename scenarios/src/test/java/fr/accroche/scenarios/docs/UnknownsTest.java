package fr.accroche.scenarios.docs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The register of unknowns in docs/settings.md: each has its settings, and its tests. */
class UnknownsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** An unknown, the keys that decide it, and the tests of these. */
    private record Line(String unknown, List<String> keys, List<String> tests) {}

    @Test
    void everyUnknownHasSettingsThatThereAre() throws IOException {
        Set<String> keys = keys();

        assertThat(lines()).hasSizeGreaterThan(15).allSatisfy(line -> {
            assertThat(line.keys()).as(line.unknown()).isNotEmpty();
            assertThat(keys).as(line.unknown()).containsAll(line.keys());
        });
    }

    /** A test that shows a setting writes its name, as a user would. */
    @Test
    void everySettingIsNamedInATestOfItsLine() throws IOException {
        Map<String, String> tests = tests();

        assertThat(lines()).allSatisfy(line -> {
            assertThat(tests.keySet()).as(line.unknown()).containsAll(line.tests());
            assertThat(line.keys())
                    .as(line.unknown())
                    .allSatisfy(key -> assertThat(line.tests().stream().map(tests::get))
                            .as(key)
                            .anyMatch(source -> writes(source, key.substring(key.lastIndexOf('.') + 1))));
        });
    }

    /** As a key, or as the type of its value. */
    private static boolean writes(String source, String name) {
        return Pattern.compile("\\b" + Pattern.quote(name) + "\\b", Pattern.CASE_INSENSITIVE)
                .matcher(source)
                .find();
    }

    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new HashMap<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : files.filter(path -> path.toString().contains("src/test/java"))
                    .filter(path -> path.toString().endsWith("Test.java"))
                    .toList()) {
                tests.merge(file.getFileName().toString().replace(".java", ""), Files.readString(file), String::concat);
            }
        }
        return tests;
    }

    /** Whatever the téléservices can be set to is an unknown, and only that is a setting. */
    @Test
    void everySettingOfTheTeleservicesIsAnUnknown() throws IOException {
        Set<String> named =
                lines().stream().flatMap(line -> line.keys().stream()).collect(Collectors.toSet());

        assertThat(keys().stream().filter(key -> key.matches("(assertions|dmp|tlsi|insi)\\..*")))
                .hasSizeGreaterThan(25)
                .allSatisfy(key -> assertThat(named).contains(key));
    }

    private static List<Line> lines() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/settings.md"));
        String section = page.substring(page.indexOf("### What is unknown of the téléservices"));
        List<Line> lines = new ArrayList<>();
        for (String row : section.lines().filter(line -> line.contains("| `")).toList()) {
            String[] cells = row.split("\\|");
            lines.add(new Line(cells[1].strip(), codes(cells[3]), codes(cells[4])));
        }
        return lines;
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    /** Those of the published schema: of {@code settings}, and of the blocks in it. */
    private static Set<String> keys() throws IOException {
        JsonObject schema =
                Json.parseLargeObject(Files.readAllBytes(ROOT.resolve("docs/accroche.schema.json")), 1 << 20);
        JsonObject definitions = schema.object("definitions").orElseThrow();
        Set<String> keys = new TreeSet<>();
        for (String key : properties(definitions, "settings").members().keySet()) {
            keys.add(key);
            properties(definitions, "settings")
                    .object(key)
                    .flatMap(block -> block.text("$ref"))
                    .map(reference -> reference.substring("#/definitions/".length()))
                    .map(block -> properties(definitions, block).members().keySet())
                    .ifPresent(members -> members.forEach(member -> keys.add(key + "." + member)));
        }
        return keys;
    }

    private static JsonObject properties(JsonObject definitions, String block) {
        return definitions
                .object(block)
                .flatMap(definition -> definition.object("properties"))
                .orElse(JsonObject.EMPTY);
    }
}
