package fr.accroche.scenarios.text;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A text for people as the code has it; what is not known before it runs is {@link #FILLED} there.
 *
 * @param place the file, and the line
 * @param maker what it was handed to
 * @param fr in French
 * @param en in English
 */
record WrittenText(String place, String maker, String fr, String en) {

    /** Stands for a variable. */
    static final String FILLED = "\uFFFC";

    static final Pattern PLACE = Pattern.compile("\\{\\w+}|%[-\\w.]+|" + FILLED);

    /** Whether there is anything to read in it: it is not put together from variables alone. */
    boolean isWritten() {
        return isWritten(fr) && isWritten(en);
    }

    private static boolean isWritten(String text) {
        return text.isEmpty() || PLACE.matcher(text).replaceAll("").chars().anyMatch(Character::isLetter);
    }

    /** What is filled in, each once. */
    static List<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .distinct()
                .toList();
    }

    /** Whether it may as well have been said to be the same in both languages. */
    boolean isSameInBoth() {
        return fr.equals(en) && maker.matches("(Text|Wording)(\\.of)?");
    }
}
