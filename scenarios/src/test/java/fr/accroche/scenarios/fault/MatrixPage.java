package fr.accroche.scenarios.fault;

import fr.accroche.compliance.catalogue.Catalogue;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Language;
import fr.accroche.scenarios.scenario.Scenario;
import fr.accroche.scenarios.scenario.ShippedStage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code docs/matrix.md}: which fault breaks which rules. */
final class MatrixPage {

    private MatrixPage() {}

    static String render() {
        StringBuilder page = new StringBuilder("""
                # Faults and rules · Défauts et règles

                Generated from the code; a test fails when it is stale, and another runs every line: a run with that fault breaks
                exactly these rules and no other. · Page produite à partir du code ; un test échoue quand cette page n'est plus à jour, et un
                autre exécute chaque ligne : un essai avec ce défaut enfreint exactement ces règles, et aucune autre.

                | fault · défaut | breaks · enfreint | what is broken | ce qui est altéré |
                |---|---|---|---|
                """);
        for (Fault fault : Faults.ALL) {
            String rules = fault.breaks().stream().sorted().map(RuleId::value).collect(Collectors.joining(" "));
            page.append("| `%s` | %s | %s | %s |%n"
                    .formatted(
                            fault.id(),
                            rules,
                            fault.title().in(Language.EN),
                            fault.title().in(Language.FR)));
        }
        page.append("""

                ## Several at once · Plusieurs à la fois

                Each of these is one run in `explain`, of the [scenarios](scenarios.md) that come with accroche: every breach is found, and none
                is invented. · Chacun est un essai en `explain`, des [scénarios](scenarios.md) livrés avec accroche : chaque infraction est trouvée,
                et nulle n'est inventée.

                | scenario · scénario | faults · défauts | breaks · enfreint | what is broken | ce qui est altéré |
                |---|---|---|---|---|
                """);
        ShippedStage.scenarios().stream()
                .filter(scenario -> scenario.faults().size() > 1)
                .forEach(scenario -> page.append(line(scenario)));
        page.append("""

                ## Rules · Règles

                | rule · règle | broken by · enfreinte par | requirement | exigence |
                |---|---|---|---|
                """);
        Catalogue.ALL.forEach(rule -> page.append(line(rule.card())));
        return page.toString().replace("\r\n", "\n");
    }

    private static String line(Scenario scenario) {
        String faults =
                scenario.faults().stream().map(fault -> "`" + fault.id() + "`").collect(Collectors.joining(" "));
        String rules = Stream.of(
                        scenario.expectation().broken(), scenario.expectation().warned())
                .flatMap(Set::stream)
                .sorted()
                .map(RuleId::value)
                .collect(Collectors.joining(" "));
        return "| `%s` | %s | %s | %s | %s |%n"
                .formatted(
                        scenario.id(),
                        faults,
                        rules,
                        scenario.title().in(Language.EN),
                        scenario.title().in(Language.FR));
    }

    private static String line(RuleCard card) {
        List<String> faults = Faults.ALL.stream()
                .filter(fault -> fault.breaks().contains(card.id()))
                .map(fault -> "`" + fault.id() + "`")
                .toList();
        return "| %s | %s | %s | %s |%n"
                .formatted(
                        card.id(),
                        String.join(" ", faults),
                        card.title().in(Language.EN),
                        card.title().in(Language.FR));
    }
}
