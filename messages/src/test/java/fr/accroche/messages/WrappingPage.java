package fr.accroche.messages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** {@code docs/signature-wrapping.md}: each known attack, and what becomes of it. */
final class WrappingPage {
    private static final List<WrappingCase> CASES = WrappingCase.all();

    private WrappingPage() {}

    /**
     * @param code as the catalogue writes it
     * @param citation in full
     */
    record Source(String code, String citation) {}

    static List<Source> sources() {
        try (InputStream table = WrappingPage.class.getResourceAsStream("/signature-sources.psv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\\|"))
                    .map(fields -> new Source(fields[0], fields[1]))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String render() {
        return WrappingWords.HEAD.formatted(CASES.size())
                + outcomes()
                + Arrays.stream(WrappingCase.Family.values())
                        .map(WrappingPage::section)
                        .collect(Collectors.joining())
                + WrappingWords.LIMITS.formatted(
                        SafeXml.MAX_BYTES / 1024 / 1024,
                        XmlLimits.DEPTH,
                        XmlLimits.NODES,
                        XmlLimits.ATTRIBUTES_PER_ELEMENT,
                        XmlLimits.ATTRIBUTE_CHARACTERS)
                + WrappingWords.MUTATIONS
                + bibliography();
    }

    private static String outcomes() {
        return Arrays.stream(WrappingOutcome.values())
                .map(outcome -> "| `%s` | %s | %s | %d |\n"
                        .formatted(
                                outcome,
                                outcome.en(),
                                outcome.fr(),
                                CASES.stream()
                                        .filter(attack -> attack.outcome() == outcome)
                                        .count()))
                .collect(Collectors.joining("", """
                        | outcome · issue | what it means | ce que cela veut dire | attacks · attaques |
                        |---|---|---|---|
                        """, ""));
    }

    private static String section(WrappingCase.Family family) {
        return CASES.stream()
                .filter(attack -> attack.family() == family)
                .map(WrappingPage::row)
                .collect(Collectors.joining("", """

                        ## %s

                        | attack | attaque | source | outcome · issue | id |
                        |---|---|---|---|---|
                        """.formatted(family.title()), ""));
    }

    private static String row(WrappingCase attack) {
        String strays = attack.strays() == 0 ? "" : " +" + attack.strays();
        return "| %s | %s | %s | `%s`%s | `%s` |\n"
                .formatted(attack.en(), attack.fr(), attack.source(), attack.outcome(), strays, attack.id());
    }

    private static String bibliography() {
        return sources().stream()
                .map(source -> "| %s | %s |\n".formatted(source.code(), source.citation()))
                .collect(Collectors.joining("", """

                        ## Sources

                        | | |
                        |---|---|
                        """, ""));
    }
}
