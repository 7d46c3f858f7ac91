package fr.accroche.certs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * A sentence for people in both languages, as {@link DefectCode} has them: this module is below the one that has a type
 * for all texts.
 *
 * @param fr in French
 * @param en in English
 */
public record Wording(String fr, String en) {

    public Wording {
        Objects.requireNonNull(fr, "fr");
        Objects.requireNonNull(en, "en");
    }

    /** Both patterns filled in ({@link String#format}); an argument that is a wording is taken in the same language. */
    public static Wording of(String fr, String en, Object... arguments) {
        if (arguments.length == 0) {
            return new Wording(fr, en);
        }
        Object[] french = Arrays.stream(arguments)
                .map(each -> each instanceof Wording wording ? wording.fr() : each)
                .toArray();
        Object[] english = Arrays.stream(arguments)
                .map(each -> each instanceof Wording wording ? wording.en() : each)
                .toArray();
        return new Wording(String.format(Locale.ROOT, fr, french), String.format(Locale.ROOT, en, english));
    }

    /** The same in both languages: names, numbers, object identifiers. */
    public static Wording verbatim(String both) {
        return new Wording(both, both);
    }
}
