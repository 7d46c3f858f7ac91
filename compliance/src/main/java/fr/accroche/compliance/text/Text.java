package fr.accroche.compliance.text;

import java.util.Objects;

/**
 * A sentence for people, in both languages at once: a missing translation does not compile.
 *
 * @param fr in French
 * @param en in English
 */
public record Text(String fr, String en) {
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

    /** With {@code {0}}, {@code {1}}… replaced; an argument that is a text is taken in the same language. */
    public Text with(Object... arguments) {
        String french = fr;
        String english = en;
        for (int i = 0; i < arguments.length; i++) {
            Text argument = arguments[i] instanceof Text text ? text : verbatim(String.valueOf(arguments[i]));
            french = french.replace("{" + i + "}", argument.fr);
            english = english.replace("{" + i + "}", argument.en);
        }
        return new Text(french, english);
    }

    public String in(Language language) {
        return language == Language.FR ? fr : en;
    }
}
