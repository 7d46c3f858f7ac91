package fr.accroche.scenarios.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Words of a command line that no command knows, as they may be repeated: {@code --password secret} is no option, and what stands
 * beside its name is a secret all the same.
 */
final class UnknownWords {

    private static final String HIDDEN = "…";

    private UnknownWords() {}

    /** Names of options without their values; other words only where no option comes before them. */
    static String shown(List<String> words) {
        List<String> shown = new ArrayList<>();
        boolean value = false;
        for (String word : words) {
            if (word.startsWith("-")) {
                shown.add(option(word));
                value = true;
            } else {
                shown.add(value ? HIDDEN : word);
            }
        }
        return String.join(" ", shown);
    }

    private static String option(String word) {
        int end = word.startsWith("--") ? word.indexOf('=') + 1 : 2;
        return end == 0 || end >= word.length() ? word : word.substring(0, end) + HIDDEN;
    }
}
