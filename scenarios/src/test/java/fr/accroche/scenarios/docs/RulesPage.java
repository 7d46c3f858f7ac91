package fr.accroche.scenarios.docs;

import fr.accroche.compliance.catalogue.RuleBook;
import fr.accroche.compliance.text.Language;
import fr.accroche.scenarios.report.rules.RuleSheet;
import java.util.List;
import java.util.Locale;

/** {@code docs/rules.md}: every rule, as {@code accroche explain} tells it. */
final class RulesPage {

    private RulesPage() {}

    static String render() {
        List<RuleSheet> sheets = RuleSheet.all();
        StringBuilder page = new StringBuilder("""
                # Rules · Règles

                Generated from the code; a test fails when it is stale. `accroche explain ID` prints the same. · Page produite à partir
                du code ; un test échoue quand elle n'est plus à jour. `accroche explain ID` affiche la même chose.

                Quotes are in the words of their documents, in French. Where the texts leave a doubt, see
                [ambiguities](ambiguities.md). · Les citations sont dans les mots de leurs documents. Ce que les textes laissent en doute
                est dans [ambiguities](ambiguities.md).

                """);
        page.append(
                "Version of these rules, as every report names it · Version de ces règles, telle que la nomme chaque rapport : `"
                        + RuleBook.VERSION + "`.\n\n");
        sheets.forEach(sheet -> page.append("- [%s](#%s) %s · %s%n"
                .formatted(
                        sheet.card().id(),
                        sheet.card().id().value().toLowerCase(Locale.ROOT),
                        sheet.card().title().en(),
                        sheet.card().title().fr())));
        sheets.forEach(sheet -> page.append(section(sheet)));
        return page.toString().replace("\r\n", "\n");
    }

    private static String section(RuleSheet sheet) {
        return "\n## " + sheet.card().id() + "\n" + block(sheet, Language.EN) + block(sheet, Language.FR);
    }

    private static String block(RuleSheet sheet, Language language) {
        StringBuilder block = new StringBuilder("\n**" + sheet.card().title().in(language) + "**\n\n");
        for (RuleSheet.Part part : sheet.parts(language)) {
            block.append("- *").append(part.name().in(language)).append("*:");
            block.append(part.lines().size() == 1 ? " " + part.lines().get(0) : "\n  ```\n" + indented(part) + "  ```");
            block.append('\n');
        }
        return block.toString();
    }

    private static String indented(RuleSheet.Part part) {
        StringBuilder lines = new StringBuilder();
        part.lines().forEach(line -> lines.append("  ").append(line).append('\n'));
        return lines.toString();
    }
}
