package fr.accroche.scenarios.diagnosis;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text of a symptom as it is compared.
 *
 * @param pieces what is fixed, in order; anything may stand between two of them, but not much
 * @param pattern finds whole words only; each piece is a group
 */
record Phrase(List<String> pieces, Pattern pattern) {

    private static final String GAP = "…";
    private static final int LONGEST_GAP = 240;

    static Phrase of(String text) {
        List<String> pieces =
                Stream.of(text.split(GAP)).map(PastedText::normalised).toList();
        String first = pieces.get(0);
        String last = pieces.get(pieces.size() - 1);
        String start = isWord(first.charAt(0)) ? "(?<![a-z0-9_])" : "";
        String end = isWord(last.charAt(last.length() - 1)) ? "(?![a-z0-9_])" : "";
        return new Phrase(
                pieces,
                Pattern.compile(pieces.stream()
                        .map(piece -> "(" + Pattern.quote(piece) + ")")
                        .collect(Collectors.joining(".{0," + LONGEST_GAP + "}?", start, end))));
    }

    /** Two phrases with the same one are the same. */
    String key() {
        return String.join(GAP, pieces);
    }

    /** How much of it is fixed. */
    int length() {
        return pieces.stream().mapToInt(String::length).sum();
    }

    /** Where it stands; a mebibyte of log holds few of them, and none is soon seen. */
    Stream<MatchResult> in(String line) {
        return pieces.stream().allMatch(line::contains) ? pattern.matcher(line).results() : Stream.empty();
    }

    private static boolean isWord(char letter) {
        return letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9' || letter == '_';
    }
}
