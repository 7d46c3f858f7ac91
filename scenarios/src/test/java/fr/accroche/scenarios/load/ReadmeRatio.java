package fr.accroche.scenarios.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The two figures that the READMEs take from {@code docs/load.md}, in one form in all three.
 *
 * @param small requests per second of ours in percent of nginx's, 1 KiB each way
 * @param large the same, 64 KiB
 */
record ReadmeRatio(long small, long large) {

    private static final Pattern FORM = Pattern.compile("(\\d+) % \\(1 KiB\\), (\\d+) % \\(64 KiB\\)");

    /** The one of a page, which has it once. */
    static ReadmeRatio of(Path page) throws IOException {
        MatchResult found = FORM.matcher(Files.readString(page))
                .results()
                .reduce((first, second) -> {
                    throw new IllegalStateException(page + " has two ratios");
                })
                .orElseThrow(() -> new IllegalStateException(page + " has no ratio like " + FORM));
        return new ReadmeRatio(Long.parseLong(found.group(1)), Long.parseLong(found.group(2)));
    }

    void write(Path page) throws IOException {
        Files.writeString(page, FORM.matcher(Files.readString(page)).replaceFirst(toString()));
    }

    @Override
    public String toString() {
        return small + " % (1 KiB), " + large + " % (64 KiB)";
    }
}
