package fr.accroche.scenarios.cause;

import fr.accroche.compliance.catalogue.RuleBook;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.fault.Fault;
import fr.accroche.scenarios.fault.Faults;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code docs/diagnoses.md}: what is diagnosed of each fault, by the rule that tells most of it. */
final class DiagnosesPage {

    private DiagnosesPage() {}

    static String render() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Diagnoses · Diagnostics

                Generated from the table of diagnoses; a test fails when it is stale, and another runs every fault and compares. Of each fault:
                the first line of its diagnosis, which names the field, both values, the rule and who can repair it; the likely cause; the
                repair; all that the real service answers. What changes from run to run is in angle brackets. · Page produite à partir de la
                table des diagnostics ; un test échoue quand elle n'est plus à jour, et un autre exécute chaque défaut et compare. De chaque
                défaut : la première ligne du diagnostic, qui nomme le champ, les deux valeurs, la règle et qui peut réparer ; la cause
                probable ; la réparation ; tout ce que répond le vrai service. Ce qui change d'un essai à l'autre est entre chevrons.
                """);
        byRule(DiagnosesTable.read()).forEach((rule, lines) -> {
            RuleCard card = RuleBook.card(RuleId.of(rule)).orElseThrow();
            page.append("%n## %s%n%n%s%n%n%s%n"
                    .formatted(rule, card.title().in(Language.EN), card.title().in(Language.FR)));
            lines.forEach(line -> page.append(entry(line)));
        });
        return page.toString().replace("\r\n", "\n");
    }

    private static Map<String, List<DiagnosisLine>> byRule(Map<String, List<DiagnosisLine>> table) {
        return table.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(DiagnosisLine::fault))
                .collect(Collectors.groupingBy(line -> line.rules().get(0), TreeMap::new, Collectors.toList()));
    }

    private static String entry(DiagnosisLine line) {
        Fault fault = Faults.named(line.fault())
                .orElseThrow(() -> new AssertionError(line.fault() + " is in diagnoses.psv and no fault any more"));
        StringBuilder entry = new StringBuilder("%n### `%s`%n%n".formatted(fault.id()));
        pair(entry, fault.title());
        entry.append("\n```\n%s\n%s\n```\n\n"
                .formatted(line.headline().en(), line.headline().fr()));
        pair(entry, line.likely());
        entry.append('\n');
        pair(entry, line.repair());
        entry.append("\n%s — %s%n".formatted(answer(line), symptoms(line)));
        if (!line.whySeveral().isEmpty()) {
            entry.append('\n').append(line.whySeveral()).append('\n');
        }
        return entry.toString();
    }

    private static void pair(StringBuilder entry, Text text) {
        entry.append("- ").append(escaped(text.en())).append('\n');
        entry.append("- ").append(escaped(text.fr())).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_");
    }

    private static String answer(DiagnosisLine line) {
        return "—".equals(line.answer())
                ? "No real service notices · aucun vrai service ne s'en aperçoit"
                : "The real service · le vrai service : `" + line.answer() + "`";
    }

    private static String symptoms(DiagnosisLine line) {
        return line.rules().stream()
                .map(rule -> "[" + rule + "](rules.md#" + rule.toLowerCase(Locale.ROOT) + ")")
                .collect(Collectors.joining(" "));
    }
}
