package fr.accroche.scenarios.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every text for people in the code: that it is in both languages, the compiler says; what they are like is looked at here. */
class BothLanguagesTest {

    private static final Pattern QUOTED =
            Pattern.compile("«[^»]*»|(?<!\\w)'(?:[^']|'(?=\\p{L}))*'|\\S*" + WrittenText.FILLED + "\\S*");
    private static final Pattern ENGLISH_WORD = Pattern.compile(Spoken.ENGLISH_WORD);
    private static final Pattern FRENCH_WORD = Pattern.compile(Spoken.FRENCH_WORD);
    private static final Pattern FRENCH_MARK = Pattern.compile("\\w[;?!](?=\\s|$)|[)}»]:(?=\\s|$)");
    private static final Pattern ENGLISH_MARK = Pattern.compile("[\\w)}'] [;:?](?=\\s|$)");
    private static final Pattern FRENCH_QUOTE = Pattern.compile("«\\S|\\S»|[\"’“”]");
    private static final Pattern ENGLISH_QUOTE = Pattern.compile("[\"«»’“”]");

    @Test
    void noneIsBlank() {
        none(text -> text.fr().isBlank() || text.en().isBlank());
    }

    @Test
    void whatIsTheSameInBothIsSaidToBeSo() {
        none(WrittenText::isSameInBoth);
    }

    @Test
    void bothHaveTheSamePlacesToFill() {
        none(text -> !WrittenText.places(text.fr()).equals(WrittenText.places(text.en())));
    }

    @Test
    void eachIsInItsLanguage() {
        none(text -> ENGLISH_WORD
                        .matcher(QUOTED.matcher(text.fr()).replaceAll(""))
                        .find()
                || FRENCH_WORD.matcher(QUOTED.matcher(text.en()).replaceAll("")).find());
    }

    @Test
    void eachIsPunctuatedAsItsLanguageIs() {
        none(text -> FRENCH_MARK.matcher(unquoted(text.fr())).find()
                || ENGLISH_MARK.matcher(unquoted(text.en())).find());
    }

    @Test
    void eachQuotesAsItsLanguageDoes() {
        none(text -> FRENCH_QUOTE.matcher(text.fr()).find()
                || ENGLISH_QUOTE.matcher(text.en()).find());
    }

    @Test
    void bothAreSentencesOrNeitherIs() {
        none(text ->
                text.fr().contains(" ") && text.fr().endsWith(".") != text.en().endsWith("."));
    }

    private static String unquoted(String text) {
        return QUOTED.matcher(text).replaceAll("X");
    }

    private static void none(Predicate<WrittenText> wrong) {
        assertThat(WrittenTexts.ALL).hasSizeGreaterThan(2000).filteredOn(wrong).isEmpty();
    }
}
