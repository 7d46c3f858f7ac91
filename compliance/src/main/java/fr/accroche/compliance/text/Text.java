package fr.accroche.compliance.text;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence for people, in both languages at once: a missing translation does not compile.
 *
 * @param fr in French
 * @param en in English
 */
public record Text(String fr, String en) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    public Text {
        Objects.requireNonNull(fr, "fr");
        Objects.requireNonNull(en, "en");
    }

    public static Text of(String fr, String en) {
        return new Text(fr, en);
    }

    /** The same in both languages: names, numbers, wire words. */
    public static Text verbatim(String both) {
        return new Text(both, both);
    }

    /**
     * With {@code {0}}, {@code {1}}… replaced, once: an argument that itself holds {@code {1}} stays as it is. An argument
     * that is a text is taken in the same language.
     */
    public Text with(Object... arguments) {
        return new Text(filled(fr, arguments, Language.FR), filled(en, arguments, Language.EN));
    }

    private static String filled(String sentence, Object[] arguments, Language language) {
        return PLACE.matcher(sentence).replaceAll(place -> {
            int index = Integer.parseInt(place.group(1));
            String value = index >= arguments.length
                    ? place.group()
                    : arguments[index] instanceof Text text ? text.in(language) : String.valueOf(arguments[index]);
            return Matcher.quoteReplacement(value);
        });
    }

    public String in(Language language) {
        return language == Language.FR ? fr : en;
    }
}
