package fr.accroche.scenarios.text;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.text.Language;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** That what a command printed is in the language that was asked for, and in no other. */
public enum Spoken {
    FRENCH(Language.FR, WrittenText::fr, WrittenText::en, Spoken.ENGLISH_WORD),
    ENGLISH(Language.EN, WrittenText::en, WrittenText::fr, Spoken.FRENCH_WORD);

    /** Words that English cannot do without, and French does not have. */
    static final String ENGLISH_WORD =
            "(?<![-\\w])(the|and|is|are|of|that|which|with|not|by|for|was|has|its|from)(?![-\\w])";

    static final String FRENCH_WORD =
            "(?<![-\\w])(le|les|est|une|des|du|la|dans|pour|qui|avec|sur|pas|un|par)(?![-\\w])";

    /** What a service says in life, lines of a declaration, and where a sentence stands in a French document. */
    private static final Pattern VERBATIM =
            Pattern.compile("(?m)Client not allowed to exchange|^\\s*[-+#] .*$|^.*(ANS webinar|Ségur wave).*$|«[^»]*»");

    private static final Pattern END = Pattern.compile("[<>\"|\\n]|\\\\n| {2,}");
    private static final int SENTENCE = 5;

    private final Language language;
    private final Pattern otherWord;
    private final List<String> otherTexts;

    Spoken(
            Language language,
            Function<WrittenText, String> own,
            Function<WrittenText, String> other,
            String otherWord) {
        this.language = language;
        this.otherWord = Pattern.compile(otherWord);
        String all = String.join("\n", WrittenTexts.ALL.stream().map(own).toList());
        this.otherTexts = WrittenTexts.ALL.stream()
                .map(other)
                .map(Spoken::longestPart)
                .filter(part -> part.split(" ").length >= SENTENCE && !all.contains(part))
                .distinct()
                .toList();
    }

    /** As {@code --lang} has it. */
    public String option() {
        return language.name().toLowerCase(Locale.ROOT);
    }

    /** No line of what was printed reads as one in the other language; where no other program's texts are shown. */
    public void only(String... outputs) {
        noTextOfTheOther(outputs);
        assertThat(Stream.of(outputs).map(Spoken::plain).flatMap(END::splitAsStream))
                .filteredOn(piece -> otherWord
                                .matcher(piece)
                                .results()
                                .map(MatchResult::group)
                                .distinct()
                                .count()
                        > 1)
                .isEmpty();
    }

    /** No text that the code has in both languages was printed in the other one. */
    public void noTextOfTheOther(String... outputs) {
        assertThat(otherTexts).hasSizeGreaterThan(1000);
        for (String output : outputs) {
            String line = plain(output).replaceAll("\\s+", " ");
            assertThat(line).isNotBlank();
            assertThat(otherTexts).filteredOn(line::contains).isEmpty();
        }
    }

    private static String longestPart(String text) {
        return WrittenText.PLACE
                .splitAsStream(text)
                .map(part -> part.replaceAll("\\s+", " ").strip())
                .max(Comparator.comparing(String::length))
                .orElse("");
    }

    /** What HTML, XML and JSON write in another way, as it was meant; without what is the same in any language. */
    private static String plain(String output) {
        String meant = output.replace("&#39;", "'")
                .replace("&apos;", "'")
                .replace("&quot;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replace("\\\"", "'");
        return VERBATIM.matcher(meant).replaceAll("");
    }
}
