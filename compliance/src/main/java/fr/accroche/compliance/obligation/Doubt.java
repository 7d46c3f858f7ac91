package fr.accroche.compliance.obligation;

import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** What an {@link Ambiguity} holds; the same words, without its name. */
record Doubt(Text title, Text firstReading, Text secondReading, Text taken, List<Citation> quotes) {

    Doubt(Text title, Text firstReading, Text secondReading, Text taken, Citation... quotes) {
        this(title, firstReading, secondReading, taken, List.of(quotes));
    }
}
