package fr.accroche.compliance.cause;

import fr.accroche.compliance.exchange.Observed;
import java.util.regex.Pattern;

/** A value short enough for one line: digests as programs abbreviate them, anything else cut. */
final class Brief {

    private static final Pattern DIGEST = Pattern.compile("\\b([0-9a-f]{8})[0-9a-f]{24,}\\b");
    private static final int LONGEST = 90;

    private Brief() {}

    static String of(Observed observed) {
        String brief = DIGEST.matcher(observed.shown()).replaceAll("$1…");
        return brief.length() <= LONGEST ? brief : brief.substring(0, LONGEST) + "…";
    }
}
