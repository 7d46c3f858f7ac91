package fr.accroche.proxy.metier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonBoolean;
import fr.accroche.wire.json.JsonNull;
import fr.accroche.wire.json.JsonNumber;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas that judge are the published ones, and judge as a library that implements all of JSON Schema does. */
class SchemasTest {

    private static final Path PUBLISHED = Path.of("..", "docs", "schemas");
    private static final String BASE = "https://accroche.invalid/schemas/";
    private static final int SEEDS = Integer.getInteger("accroche.seeds", 300);

    private static final Validator LIBRARY = new ValidatorFactory()
            .withJsonNodeFactory(new JacksonNode.Factory())
            .createValidator();

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(PUBLISHED)) {
            return files.map(file -> file.getFileName().toString().replace(".schema.json", ""))
                    .sorted()
                    .toList();
        }
    }

    @BeforeAll
    static void register() throws IOException {
        for (String name : names()) {
            LIBRARY.registerSchema(
                    URI.create(BASE + name + ".schema.json"), new String(Schemas.bytes(name), StandardCharsets.UTF_8));
        }
    }

    static Stream<String> published() throws IOException {
        return names().stream();
    }

    @ParameterizedTest
    @MethodSource("published")
    void whatIsPublishedIsWhatJudges(String name) throws IOException {
        if (Boolean.getBoolean("accroche.write")) {
            Files.write(PUBLISHED.resolve(name + ".schema.json"), Schemas.bytes(name));
        }

        assertThat(PUBLISHED.resolve(name + ".schema.json")).hasBinaryContent(Schemas.bytes(name));
        assertThat(Schemas.named(name)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("published")
    void everyMemberExplainsItselfInBothLanguages(String name) {
        JsonObject schema = Json.parseObject(Schemas.bytes(name));

        assertThat(schema.object("properties").orElseThrow().members()).allSatisfy((member, description) -> {
            JsonObject described = (JsonObject) description;
            assertThat(described
                            .text("description")
                            .or(() -> described.text("$ref"))
                            .orElse(""))
                    .as(member)
                    .matches("[^—]+\\. — [^—]+\\.|[a-z-]+\\.schema\\.json");
        });
    }

    @ParameterizedTest
    @EnumSource(BusinessOperation.class)
    void bothAcceptTheExample(BusinessOperation operation) {
        JsonObject example = Examples.request(operation);

        assertThat(operation.faults(example)).isEmpty();
        assertThat(library(operation.schema() + ".request", example)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(BusinessOperation.class)
    void bothAcceptTheExampleOfAnAnswer(BusinessOperation operation) {
        String name = operation.schema() + ".answer";

        assertThat(Schemas.faults(Schemas.named(name), Examples.answer(operation)))
                .isEmpty();
        assertThat(library(name, Examples.answer(operation))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(BusinessOperation.class)
    void bothJudgeAlikeWhateverIsChanged(BusinessOperation operation) {
        JsonObject sound = Examples.request(operation);
        int refused = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Json changed = changed(sound, new Random(seed));
            List<JsonFault> faults = changed instanceof JsonObject object ? operation.faults(object) : List.of();

            assertThat(faults.isEmpty())
                    .as(operation + ", seed " + seed + ": " + changed.compact() + " " + faults)
                    .isEqualTo(library(operation.schema() + ".request", changed));
            refused += faults.isEmpty() ? 0 : 1;
            assertThat(faults).allSatisfy(fault -> assertThat(fault.observed()).doesNotContain("CAMILLE"));
        }
        assertThat(refused).isBetween(SEEDS / 4, SEEDS);
    }

    private static boolean library(String name, Json value) {
        return LIBRARY.validate(URI.create(BASE + name + ".schema.json"), value.compact())
                .isValid();
    }

    /** One place of the tree changed, left out, or doubled. */
    private static Json changed(Json value, Random random) {
        if (value instanceof JsonObject object && random.nextInt(8) > 0) {
            List<String> members = new ArrayList<>(object.members().keySet());
            String member = members.get(random.nextInt(members.size()));
            return switch (random.nextInt(8)) {
                case 0 -> object.without(member);
                case 1 -> object.with(member + "x", "more");
                default -> object.with(member, changed(object.members().get(member), random));
            };
        }
        if (value instanceof JsonArray array && random.nextInt(6) > 0) {
            List<Json> items = new ArrayList<>(array.items());
            int at = random.nextInt(items.size());
            switch (random.nextInt(4)) {
                case 0 -> items.remove(at);
                case 1 -> items.add(items.get(at));
                default -> items.set(at, changed(items.get(at), random));
            }
            return new JsonArray(items);
        }
        return value instanceof JsonText text && random.nextInt(4) > 0
                ? new JsonText(changed(text.value(), random))
                : another(value, random);
    }

    private static String changed(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        return switch (random.nextInt(5)) {
            case 0 -> text + text.repeat(random.nextInt(60));
            case 1 -> text.substring(0, at);
            case 2 -> text.substring(0, at) + "\u0001" + text.substring(at);
            case 3 -> text.substring(0, at) + "é" + text.substring(at);
            default -> text.substring(0, at) + (char) ('0' + random.nextInt(40)) + text.substring(at);
        };
    }

    private static Json another(Json value, Random random) {
        List<Json> others = List.of(
                new JsonNull(),
                new JsonBoolean(true),
                JsonNumber.of(7),
                new JsonText(""),
                JsonArray.of(value),
                JsonObject.EMPTY);
        Json other = others.get(random.nextInt(others.size()));
        return other.equals(value) ? new JsonNull() : other;
    }

    @ParameterizedTest
    @ValueSource(strings = {"06\n", "06\r\n", "06\u2028"})
    void aLineEndIsNoEnd(String speciality) {
        JsonObject request = Examples.request(BusinessOperation.INS_SEARCH);
        JsonObject professional = request.object("professional").orElseThrow();

        assertThat(BusinessOperation.INS_SEARCH.faults(
                        request.with("professional", professional.with("amoSpeciality", speciality))))
                .singleElement()
                .extracting(JsonFault::pointer)
                .isEqualTo("/professional/amoSpeciality");
    }

    @Test
    void aNameThatIsTooLongIsNotMatchedAtAll() {
        JsonObject request = Examples.request(BusinessOperation.EXISTENCE_TEST);
        JsonObject professional = request.object("professional").orElseThrow();

        assertThat(BusinessOperation.EXISTENCE_TEST.faults(
                        request.with("professional", professional.with("displayName", "a".repeat(200_000) + "\u0001"))))
                .containsExactly(
                        new JsonFault("/professional/displayName", "at most 200 characters", "200001 characters"));
    }

    @Test
    void aPointerEscapesWhatItMust() {
        Schema schema = new Schema.Members(Map.of("a/b~c", new Schema.Flag()), Set.of());

        assertThat(Schemas.faults(schema, JsonObject.EMPTY.with("a/b~c", 1)))
                .containsExactly(new JsonFault("/a~1b~0c", "true or false", "a number"));
    }

    @Test
    void aKeywordThatIsNotUnderstoodIsRefused() {
        assertThatThrownBy(() -> Schemas.read(Json.parseObject("""
                {"type":"string","pattern":"^a$","format":"date"}""".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("format");
    }
}
