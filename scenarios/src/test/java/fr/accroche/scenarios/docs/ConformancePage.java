package fr.accroche.scenarios.docs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code docs/conformance.md}, from {@code conformance.psv}: what the standards ask of the servers, and what shows that they do it. */
final class ConformancePage {

    private static final String INTRODUCTION = """
            <!-- Rendered from conformance.psv by ConformancePageTest; do not edit. -->

            # Conformance · Conformité

            What the standards ask of Pro Santé Connect and of the authorization servers of the APIs PSC, one line for each MUST that
            applies to them, in the words of the standard, shortened; and the tests that show it. At the end, what the simulators do
            otherwise on purpose. · Ce que les normes demandent à Pro Santé Connect et aux serveurs d'autorisation des API PSC, une ligne
            par MUST qui les concerne, dans les mots abrégés de la norme ; et les tests qui le montrent. À la fin, ce que les simulateurs
            font autrement, et pourquoi.

            A test is run by its name · Un test se lance par son nom :
            `mvn -pl auth-server-sim -am test -Dtest='CodeFlowTest' -Dsurefire.failIfNoSpecifiedTests=false`.
            """;

    /**
     * One line.
     *
     * @param tests as {@code Class.method}
     * @param deviation why the servers do otherwise, in French and in English; empty if they do not
     */
    record Line(String specification, String section, String requirement, List<String> tests, String deviation) {

        private static Line parse(String text) {
            String[] cells = text.split("\\|", 4);
            if (cells.length != 4) {
                throw new IllegalArgumentException("four cells are expected in: " + text);
            }
            String shown = cells[3].strip();
            boolean deviates = shown.startsWith("=");
            return new Line(
                    cells[0].strip(),
                    cells[1].strip(),
                    cells[2].strip(),
                    deviates ? List.of() : Arrays.asList(shown.split("\\s+")),
                    deviates ? shown.substring(1).strip() : "");
        }

        private String row() {
            String tests = tests().stream().map(test -> "`" + test + "`").collect(Collectors.joining(" "));
            return "| §" + section + " | " + requirement + " | " + tests + " |\n";
        }
    }

    private ConformancePage() {}

    static List<Line> lines() throws IOException {
        try (InputStream file = ConformancePage.class.getResourceAsStream("conformance.psv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Line::parse)
                    .toList();
        }
    }

    static String render() throws IOException {
        Map<String, List<Line>> bySpecification = lines().stream()
                .filter(line -> line.deviation().isEmpty())
                .collect(Collectors.groupingBy(Line::specification, LinkedHashMap::new, Collectors.toList()));
        StringBuilder page = new StringBuilder(INTRODUCTION);
        bySpecification.forEach((name, lines) -> {
            page.append("\n## ").append(name).append("\n\n| § | requirement · exigence | tests |\n|---|---|---|\n");
            lines.forEach(line -> page.append(line.row()));
        });
        page.append(
                "\n## Otherwise, on purpose · Autrement, exprès\n\n| where · où | what · quoi | why · pourquoi |\n|---|---|---|\n");
        for (Line line : lines()) {
            if (!line.deviation().isEmpty()) {
                page.append("| %s §%s | %s | %s |\n"
                        .formatted(line.specification(), line.section(), line.requirement(), line.deviation()));
            }
        }
        return page.toString();
    }
}
