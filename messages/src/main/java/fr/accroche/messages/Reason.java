package fr.accroche.messages;

import java.util.Objects;

/**
 * What is wrong with a message, in one line, in both languages: this module is beside the one that has a type for all texts.
 *
 * @param fr in French
 * @param en in English
 */
public record Reason(String fr, String en) {

    public Reason {
        fr = MessageException.oneLine(Objects.requireNonNull(fr, "fr"));
        en = MessageException.oneLine(Objects.requireNonNull(en, "en"));
    }

    /** Both patterns filled in ({@link String#format}), with names and numbers that are the same in both. */
    static Reason of(String fr, String en, Object... arguments) {
        return new Reason(fr.formatted(arguments), en.formatted(arguments));
    }
}
