package fr.accroche.scenarios.diagnosis;

/**
 * What a program prints of an error.
 *
 * @param weight what it says of the cause
 * @param program which; several that print the same are separated by commas
 * @param text as it is printed; {@code …} stands for a part that varies
 */
public record Symptom(Weight weight, String program, String text) {

    /** What a text says of the cause, best first. */
    public enum Weight {
        /** It names this error: the first suspect. */
        TELLING,
        /** Another error, which it names, is more likely. */
        POSSIBLE,
        /** It wraps many errors, and counts only where nothing names one. */
        VAGUE
    }

    public static Symptom telling(String program, String text) {
        return new Symptom(Weight.TELLING, program, text);
    }

    public static Symptom possible(String program, String text) {
        return new Symptom(Weight.POSSIBLE, program, text);
    }

    public static Symptom vague(String program, String text) {
        return new Symptom(Weight.VAGUE, program, text);
    }

    /** The text as it is compared: two symptoms with the same one cannot be told apart by it. */
    Phrase phrase() {
        return Phrase.of(text);
    }
}
