package fr.accroche.scenarios.cause;

import fr.accroche.compliance.cause.Cause;
import fr.accroche.compliance.cause.Refusal;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One line of {@code diagnoses.psv}: one cause, without what changes from run to run.
 *
 * @param fault the fault that shows it
 * @param headline the first line of the diagnosis
 * @param likely the likely cause
 * @param repair what to do
 * @param answer what the real service answers; a dash where none refuses
 * @param rules of its symptoms, the one that tells most first
 * @param whySeveral where the fault has more than one cause
 */
record DiagnosisLine(
        String fault, Text headline, Text likely, Text repair, String answer, List<String> rules, String whySeveral) {

    static final String HEAD =
            "# fault|headline|en français|likely cause|en français|repair|en français|terse answer|rules|why several causes";

    private static final String NO_ANSWER = "—";
    private static final String SEPARATOR = "|";

    static DiagnosisLine of(String fault, Cause cause, String whySeveral) {
        return new DiagnosisLine(
                fault,
                lasting(new Text(cause.headline(Language.FR), cause.headline(Language.EN))),
                lasting(cause.likely()),
                lasting(cause.repair()),
                cause.refusal().map(Refusal::answer).map(DiagnosisLine::lasting).orElse(NO_ANSWER),
                cause.rules().stream().map(RuleId::value).toList(),
                whySeveral);
    }

    private static Text lasting(Text text) {
        return new Text(lasting(text.fr()), lasting(text.en()));
    }

    /** Without what changes from run to run: instants, days, digests of what is made anew, ports, the age of an old assertion. */
    private static String lasting(String text) {
        return text.replaceAll("\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z", "<instant>")
                .replaceAll("\\d{4}-\\d{2}-\\d{2}", "<day>")
                .replaceAll("\\b[0-9a-f]{8}…", "<digest>")
                .replaceAll("localhost:\\d+", "localhost:<port>")
                .replaceAll("(\\(age in seconds\\): |\\(âge en secondes\\) : )-?\\d+", "$1<age>")
                .replaceAll("\\b\\d+ ms (observed|observé)", "<ms> $1");
    }

    static DiagnosisLine read(String line) {
        List<String> cells = Arrays.stream(line.split("(?<!\\\\)\\|", -1))
                .map(cell -> cell.replace("\\|", SEPARATOR))
                .toList();
        return new DiagnosisLine(
                cells.get(0),
                new Text(cells.get(2), cells.get(1)),
                new Text(cells.get(4), cells.get(3)),
                new Text(cells.get(6), cells.get(5)),
                cells.get(7),
                List.of(cells.get(8).split(" ")),
                cells.get(9));
    }

    String written() {
        return List.of(
                        fault,
                        headline.en(),
                        headline.fr(),
                        likely.en(),
                        likely.fr(),
                        repair.en(),
                        repair.fr(),
                        answer,
                        String.join(" ", rules),
                        whySeveral)
                .stream()
                .map(cell -> cell.replace(SEPARATOR, "\\|"))
                .collect(Collectors.joining(SEPARATOR));
    }
}
