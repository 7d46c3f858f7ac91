package fr.accroche.compliance.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.text.Language;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that a stranger made to harm: each is refused with a place and a reason, without a crash and soon. */
class HostileDeclarationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String SOUND = new String(ShippedDeclaration.PROXY_INTEGRE.yaml(), StandardCharsets.UTF_8);
    private static final int MANY = 100_000;

    private static byte[] utf8(String yaml) {
        return yaml.getBytes(StandardCharsets.UTF_8);
    }

    private static Arguments file(String name, byte[] bytes, String reason) {
        return Arguments.of(Named.of(name, bytes), reason);
    }

    private static Arguments file(String name, String yaml, String reason) {
        return file(name, utf8(yaml), reason);
    }

    private static String sound(String part, String hostile) {
        assertThat(SOUND).contains(part);
        return SOUND.replace(part, hostile);
    }

    private static String many(String item) {
        return IntStream.range(0, MANY).mapToObj(i -> item).collect(Collectors.joining(","));
    }

    static Stream<Arguments> texts() {
        String bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n";
        return Stream.of(
                file("bomb", bomb, "x.yaml:1:4: anchors and aliases are not accepted"),
                file("cycle", "a: &a { b: *a }", "x.yaml:1:4: anchors and aliases are not accepted"),
                file("alias for a key", "*a : 1", "x.yaml:1:1: anchors and aliases are not accepted"),
                file("merge", SOUND + "<<: { a: 1 }\n", "<<: unknown key; one of: version, couloir"),
                file("duplicate key", SOUND + "version: 1\n", "duplicate key 'version'"),
                file("list for a key", "? [a]\n: 1", "x.yaml:1:3: a key is a plain text"),
                file("block for a key", "{ { a: 1 }: 1 }", "x.yaml:1:3: a key is a plain text"),
                file("number for a key", sound("  lps:\n", "  1:\n"), ": a key is a plain text"),
                file("truth for a key", "true: 1", "x.yaml:1:1: a key is a plain text"),
                file("nothing for a key", "~: 1", "x.yaml:1:1: a key is a plain text"),
                file("blank for a key", "\" \": 1", "x.yaml:1:1: a key is a plain text"),
                file("a type of Java's", "a: !!java.net.URL [\"http://x\"]", "x.yaml:1:4: tags ('!') are not accepted"),
                file("a tag", sound("version: 1", "version: !!int 1"), "tags ('!') are not accepted"),
                file("a tag on a key", "!!str version: 1", "x.yaml:1:1: tags ('!') are not accepted"),
                file("NUL", sound("couloir", "cou\0loir"), "x.yaml:6:4: forbidden character U+0000"),
                file("escape", sound("Alpha Cabinet", "\u001b[31mAlpha"), "forbidden character U+001B"),
                file("NUL, escaped", sound("Alpha Cabinet", "\"\\0\""), "forbidden character U+0000"),
                file("escape of C1", sound("Alpha Cabinet", "\u009b31mAlpha"), "forbidden character U+009B"),
                file("next line", sound("Alpha Cabinet", "\"Alpha\\N\""), "forbidden character U+0085"),
                file("line separator", sound("Alpha Cabinet", "Alpha\u2028"), "forbidden character U+2028"),
                file("turned around", sound("Alpha Cabinet", "Alpha\u202e"), "forbidden character U+202E"),
                file("turned around, escaped", sound("Alpha Cabinet", "\"\\u2066\""), "forbidden character U+2066"),
                file("after an emoji", "é🩺\u009b", "x.yaml:1:3: forbidden character U+009B"),
                file("half a character", sound("Alpha Cabinet", "\"\\ud800\""), "forbidden character U+D800"),
                file("tab", "a:\n\tb: 1", "x.yaml:2:1: malformed YAML"),
                file("key of 3000", "x".repeat(3000) + ": 1", "x.yaml:1:"),
                file("text of 3000", sound("Alpha Cabinet", "x".repeat(3000)), "more than 2000 characters"),
                file("text of 1 MB", "a: " + "x".repeat(1_000_000), "x.yaml:1:4: more than 2000 characters"),
                file("10 MB", "a".repeat(10_000_000), "x.yaml: the file has 10000000 bytes"),
                file("two documents", SOUND + "---\na: 1\n", "one document a file"),
                file("comment", "# nothing\n", "x.yaml:1:1: the file is empty"),
                file("list", "[]", "x.yaml:1:1: a block of keys is expected"),
                file("word", "accroche", "x.yaml:1:1: a block of keys is expected"),
                file("unknown directive", "%YAML 9.9\n---\na: 1\n", "x.yaml: unreadable YAML"));
    }

    static Stream<Arguments> masses() {
        return Stream.of(
                file("open lists", "[".repeat(MANY), "more than 30 levels"),
                file("open blocks", "{a: ".repeat(MANY), "more than 30 levels"),
                file("dashes", "- ".repeat(MANY), "more than 30 levels"),
                file("questions", "? ".repeat(MANY), "x.yaml:1:"),
                file("brackets that close", "]".repeat(MANY), "x.yaml:1:1: malformed YAML"),
                file("keys", keys(":\n"), "unknown key"),
                file(
                        "actors",
                        sound("actors: ", "actors:\n" + keys(": {}\n").indent(2) + "others: "),
                        "'name' is missing"),
                file(
                        "proxies",
                        sound(
                                "components:\n",
                                "components:\n" + keys(": {type: proxy}\n").indent(2)),
                        "'editor'"),
                file("teleservices", sound("[DMP, INSi, ON]", "[" + many("DPM") + "]"), "did you mean 'DMP'?"),
                file(
                        "members",
                        sound("mandataire: alpha,", "mandataire: alpha, members: [" + many("nobody") + "],"),
                        "'nobody' is not declared"),
                file("nothings", sound("[DMP, INSi, ON]", "[" + many("") + "x]"), "x.yaml:"),
                file(
                        "operations",
                        SOUND.substring(0, SOUND.indexOf("operations:")) + "operations: [" + many("{}") + "]",
                        "'clientId' is missing"),
                file("quotes", "\"".repeat(MANY), "x.yaml:1:"),
                file("colons", ":".repeat(MANY), "x.yaml:1:1: "));
    }

    private static String keys(String end) {
        return IntStream.range(0, MANY / 3)
                        .mapToObj(i -> "key" + i + end)
                        .collect(Collectors.joining())
                        .stripTrailing()
                + "\n";
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                file("UTF-16 with its mark", SOUND.getBytes(StandardCharsets.UTF_16), "the file is not UTF-8"),
                file("UTF-16", "a: 1".getBytes(StandardCharsets.UTF_16LE), "x.yaml:1:2: forbidden character U+0000"),
                file("UTF-32", "a: 1".getBytes(Charset.forName("UTF-32")), "forbidden character U+0000"),
                file("Latin-1", SOUND.getBytes(StandardCharsets.ISO_8859_1), "the file is not UTF-8"),
                file("overlong", new byte[] {'a', ':', (byte) 0xc0, (byte) 0x80}, "the file is not UTF-8"));
    }

    @ParameterizedTest
    @MethodSource({"texts", "encodings", "masses"})
    void refusesWithAPlaceAndAReason(byte[] bytes, String reason) {
        List<Problem> problems = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> DeclarationReader.readAll("x.yaml", bytes, TODAY).problems());

        assertThat(problems).isNotEmpty().hasSizeLessThanOrEqualTo(Report.MOST + 1);
        assertThat(problems)
                .anySatisfy(problem -> assertThat(problem.in(Language.EN)).contains(reason));
        assertThat(problems)
                .allSatisfy(problem -> assertThat(problem.in(Language.FR))
                        .startsWith("x.yaml:")
                        .hasSizeLessThan(5000)
                        .doesNotContainPattern("\\p{Cntrl}"));
    }

    @Test
    void saysHowManyMoreThereAre() {
        String yaml = sound("[DMP, INSi, ON]", "[" + many("DPM") + "]");

        List<Problem> problems =
                DeclarationReader.readAll("x.yaml", utf8(yaml), TODAY).problems();

        assertThat(problems).hasSize(101);
        assertThat(problems.get(0).path()).isEqualTo("solution.teleservices[0]");
        assertThat(problems.get(100).in(Language.EN)).isEqualTo("x.yaml: … and 99900 more: correct these first");
        assertThat(problems.get(100).in(Language.FR))
                .isEqualTo("x.yaml: … et 99900 de plus : corriger d'abord ceux-ci");
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
                Arguments.of(Named.of("UTF-8 with its mark", utf8("\uFEFF" + SOUND))),
                Arguments.of(Named.of("CRLF", utf8(SOUND.replace("\n", "\r\n")))),
                Arguments.of(Named.of("CR", utf8(SOUND.replace("\n", "\r")))),
                Arguments.of(Named.of("start and end marks", utf8("%YAML 1.2\n---\n" + SOUND + "...\n"))),
                Arguments.of(
                        Named.of("tab before a comment", utf8(SOUND.replace("couloir: ville ", "couloir: ville\t")))),
                Arguments.of(Named.of("an emoji", utf8(sound("Alpha Cabinet", "Alpha 🩺")))));
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void acceptsWhatEditorsWrite(byte[] bytes) {
        Reading reading = DeclarationReader.readAll("x.yaml", bytes, TODAY);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.declaration()).isPresent();
    }
}
