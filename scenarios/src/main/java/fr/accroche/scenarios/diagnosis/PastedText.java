package fr.accroche.scenarios.diagnosis;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a user pasted, on one line and without what differs from one terminal, log or language to another: case, accents,
 * quotes, hyphens, line breaks, colours, escapes of JSON and HTML. It is never shown again: it may hold a secret.
 */
final class PastedText {

    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*[A-Za-z]");
    private static final Pattern MARGIN = Pattern.compile("(?m)^[>|\\s]+");
    private static final Pattern ESCAPED_SPACE = Pattern.compile("\\\\[nrt]");
    private static final Pattern ESCAPED_QUOTE = Pattern.compile("\\\\u00(?:22|27)|&(?:quot|apos|#0?39|#34|#x2[27]);");
    private static final Pattern QUOTE = Pattern.compile("[\\\\'\"`´‘’“”«»‹›]");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u202f‐‑–-]+");

    private final String line;
    private final BitSet explained = new BitSet();

    PastedText(String pasted) {
        this.line =
                normalised(MARGIN.matcher(COLOUR.matcher(pasted).replaceAll("")).replaceAll(" "));
    }

    static String normalised(String text) {
        String unescaped = ESCAPED_QUOTE
                .matcher(ESCAPED_SPACE.matcher(text).replaceAll(" "))
                .replaceAll("");
        String plain = QUOTE.matcher(Normalizer.normalize(unescaped, Normalizer.Form.NFD))
                .replaceAll("");
        String spaced = SPACE.matcher(ACCENT.matcher(plain).replaceAll("")).replaceAll(" ");
        return spaced.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether a symptom is there, somewhere else than inside of the symptoms that were looked for before: look for the
     * longest first.
     */
    boolean shows(Phrase phrase) {
        List<MatchResult> matches = phrase.in(line).filter(this::isNew).toList();
        matches.forEach(match -> pieces(match).forEach(piece -> explained.set(match.start(piece), match.end(piece))));
        return !matches.isEmpty();
    }

    private boolean isNew(MatchResult match) {
        return pieces(match).anyMatch(piece -> explained.nextClearBit(match.start(piece)) < match.end(piece));
    }

    private static IntStream pieces(MatchResult match) {
        return IntStream.rangeClosed(1, match.groupCount());
    }
}
