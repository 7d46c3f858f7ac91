package fr.accroche.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private static final String SAMPLE = "{\"b\":1,\"a\":[true,false,null,-0.50,\"é\\n\\\"€😀\"],\"c\":{},\"d\":[]}";

    @Test
    void readsEveryKindOfValueInOrder() {
        JsonObject object = Json.parseObject(utf8(SAMPLE));

        assertThat(object.members().keySet()).containsExactly("b", "a", "c", "d");
        assertThat(object.integer("b")).contains(1L);
        assertThat(object.array("a").orElseThrow().items())
                .containsExactly(
                        new JsonBoolean(true),
                        new JsonBoolean(false),
                        new JsonNull(),
                        new JsonNumber(new BigDecimal("-0.50")),
                        new JsonText("é\n\"€😀"));
        assertThat(object.object("c")).contains(JsonObject.EMPTY);
    }

    @Test
    void writesWhatItReads() {
        Json value = Json.parse(utf8(SAMPLE));

        assertThat(value.compact()).isEqualTo(SAMPLE);
        assertThat(Json.parse(utf8(value.pretty()))).isEqualTo(value);
    }

    @Test
    void indentsByTwoSpaces() {
        assertThat(Json.parse(utf8("{\"a\":[1,{\"b\":{}}],\"c\":[]}")).pretty()).isEqualTo("""
                        {
                          "a": [
                            1,
                            {
                              "b": {}
                            }
                          ],
                          "c": []
                        }""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"a\"", "true", "null", "[]", " {} \n"})
    void readsAnyValueAtTheTop(String text) {
        assertThat(Json.parse(utf8(text)).compact()).isEqualTo(text.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1",
                "\"a",
                "{\"a\"}",
                "{\"a\":}",
                "{a:1}",
                "{'a':1}",
                "[1,]",
                "[,1]",
                "{\"a\":1,}",
                "nul",
                "NaN",
                "Infinity",
                "01",
                "+1",
                "1.",
                ".5",
                "0x1",
                "1 2",
                "{} {}",
                "{}x",
                "// a\n1",
                "/* a */ 1",
                "\"\t\"",
                "\"\\x\"",
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "[\"\\ud800\"]",
                "{\"\\ud800\":1}",
                "{\"a\":1,\"a\":2}",
                "[{\"a\":1,\"\\u0061\":2}]",
                "1e1001",
                "1e-1001",
                "0e5000",
                "1e99999999999",
                "-1e999999999",
                "]",
                "}"
            })
    void refusesWhatIsNotOneSoundValue(String text) {
        assertThatThrownBy(() -> Json.parse(utf8(text)))
                .isInstanceOf(JsonException.class)
                .hasMessageStartingWith("line ");
    }

    @Test
    void saysWhereAndNeverWhat() {
        assertThatThrownBy(() -> Json.parse(utf8("{\n  \"password\": hush\n}")))
                .hasMessage("line 2, column 20: not JSON");
        assertThatThrownBy(() -> Json.parse(utf8("{\"hush\":1,\"hush\":2}")))
                .hasMessageContaining("line 1, column 19")
                .hasMessageNotContaining("hush");
        assertThatThrownBy(() -> Json.parseObject(utf8("[\"hush\"]"))).hasMessageNotContaining("hush");
    }

    @Test
    void boundsSizeDepthStringsAndDigits() {
        assertThat(Json.parse(utf8("[".repeat(64) + "]".repeat(64)))).isInstanceOf(JsonArray.class);
        refuses("[".repeat(65) + "]".repeat(65));
        assertThat(Json.parse(utf8("\"" + "a".repeat(256 * 1024) + "\""))).isInstanceOf(JsonText.class);
        refuses("\"" + "a".repeat(256 * 1024 + 1) + "\"");
        refuses("{\"" + "a".repeat(256 * 1024 + 1) + "\":1}");
        assertThat(Json.parse(utf8("1".repeat(1000)))).isInstanceOf(JsonNumber.class);
        refuses("1".repeat(1001));
        refuses("1" + " ".repeat(1024 * 1024));
        refuses("[".repeat(1024 * 1024));
    }

    @Test
    void readsALargeTextOnlyWhereItIsAskedFor() {
        byte[] large = utf8("{\"a\":\"" + "b".repeat(2 * 1024 * 1024) + "\"}");

        assertThat(Json.parseLargeObject(large, large.length).text("a"))
                .hasValueSatisfying(text -> assertThat(text).hasSize(2 * 1024 * 1024));
        assertThatThrownBy(() -> Json.parseLargeObject(large, large.length - 1)).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> Json.parseLargeObject(utf8("{\"a\":" + "[".repeat(64) + "]".repeat(64) + "}"), 1000))
                .isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> Json.parseLargeObject(large, Integer.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void holdsNoMoreValuesHoweverManyBytesAreRead() {
        byte[] five = utf8("[{},{\"a\":[]},0]");

        assertThat(JsonReader.read(five, 100, 100, 5)).isInstanceOf(JsonArray.class);
        assertThatThrownBy(() -> JsonReader.read(five, 100, 100, 4)).hasMessageContaining("at most 4 values");
    }

    @Test
    void refusesOtherEncodings() {
        for (var charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1)) {
            assertThatThrownBy(() -> Json.parse("[\"é\"]".getBytes(charset))).isInstanceOf(JsonException.class);
        }
    }

    @Test
    void givesMembersByType() {
        JsonObject object =
                Json.parseObject(utf8("{\"t\":\"x\",\"n\":1.0,\"f\":1.5,\"big\":1e30,\"y\":true,\"z\":null}"));

        assertThat(object.text("t")).contains("x");
        assertThat(object.text("n")).isEmpty();
        assertThat(object.integer("n")).contains(1L);
        assertThat(object.integer("f")).isEmpty();
        assertThat(object.integer("big")).isEmpty();
        assertThat(object.integer("t")).isEmpty();
        assertThat(object.bool("y")).contains(true);
        assertThat(object.bool("t")).isEmpty();
        assertThat(object.object("t")).isEmpty();
        assertThat(object.array("t")).isEmpty();
        assertThat(object.get("z")).contains(new JsonNull());
        assertThat(object.get("absent")).isEmpty();
    }

    @Test
    void buildsObjectsInOrder() {
        JsonObject object = JsonObject.EMPTY
                .with("a", "x")
                .with("b", 1)
                .with("c", true)
                .with("d", List.of(new JsonText("y"), JsonObject.EMPTY))
                .with("e", JsonArray.ofTexts(List.of("p", "q")))
                .with("absent", (String) null)
                .with("a", "replaced");

        assertThat(object.compact())
                .isEqualTo("{\"a\":\"replaced\",\"b\":1,\"c\":true,\"d\":[\"y\",{}],\"e\":[\"p\",\"q\"]}");
        assertThat(object.with("a", (String) null).get("a")).isEmpty();
        assertThat(object.array("e").orElseThrow().texts()).containsExactly("p", "q");
        assertThat(object.array("d").orElseThrow().objects()).containsExactly(JsonObject.EMPTY);
    }

    @Test
    void doesNotChange() {
        JsonObject object = JsonObject.EMPTY.with("a", "x");

        assertThatThrownBy(() -> object.members().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> JsonArray.of(object).items().clear())
                .isInstanceOf(UnsupportedOperationException.class);
        Map<String, Json> withNull = new java.util.HashMap<>();
        withNull.put("a", null);
        assertThatThrownBy(() -> new JsonObject(withNull)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void hidesItsContentInTexts() {
        Json value = Json.parse(utf8("{\"token\":\"hush\",\"n\":1,\"a\":[\"hush\"]}"));

        assertThat(value).hasToString("JsonObject[token, n, a]");
        assertThat(((JsonObject) value).members().values().toString()).doesNotContain("hush");
    }

    @Test
    void survivesRandomBytesAndBrokenCopies() {
        Random random = new Random(17);
        byte[] sample = utf8(SAMPLE);
        for (int i = 0; i < 40_000; i++) {
            byte[] bytes = i % 2 == 0 ? new byte[random.nextInt(40)] : sample.clone();
            if (i % 2 == 0) {
                random.nextBytes(bytes);
            } else {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                Json value = Json.parse(bytes);
                assertThat(Json.parse(utf8(value.compact()))).isEqualTo(value);
            } catch (JsonException refused) {
                assertThat(refused).hasMessageStartingWith("line ");
            }
        }
    }

    private static void refuses(String text) {
        assertThatThrownBy(() -> Json.parse(utf8(text))).isInstanceOf(JsonException.class);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
