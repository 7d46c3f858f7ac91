package fr.accroche.compliance.declaration;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The words that would have been right in some place of a declaration.
 *
 * @param all in the order to show them in
 */
record Words(Collection<String> all) {

    private static final int SHOWN = 20;
    private static final int TYPING_ERRORS = 2;

    /** The one that was probably meant: two typing errors away at most, whatever the case. */
    Optional<String> closeTo(String word) {
        return all.stream()
                .filter(known -> Math.abs(known.length() - word.length()) <= TYPING_ERRORS)
                .filter(known -> distance(known, word) <= TYPING_ERRORS && distance(known, word) < word.length())
                .min(Comparator.comparingInt(known -> distance(known, word)));
    }

    /** Levenshtein's edit distance, for small words. */
    private static int distance(String known, String word) {
        String a = known.toLowerCase(Locale.ROOT);
        String b = word.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }

    /** The first of them, for a message. */
    @Override
    public String toString() {
        String some = all.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return all.size() > SHOWN ? some + ", …" : some;
    }
}
