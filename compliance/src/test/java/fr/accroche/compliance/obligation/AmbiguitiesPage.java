package fr.accroche.compliance.obligation;

import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code docs/ambiguities.md}: where the texts disagree or are silent, and what is done of it. */
final class AmbiguitiesPage {

    private AmbiguitiesPage() {}

    static String render() {
        String head = """
                # Ambiguities · Ambiguïtés

                Generated from the code; a test fails when it is stale. Where the webinar and the FAQ ([sources](sources.md)) disagree,
                with each other or with themselves, or are silent: both readings, the passages word for word, and what accroche does.
                "To review" means that no reading is taken: the verdict asks a person to look. · Page produite à partir du code ; un
                test échoue quand elle n'est plus à jour. Là où le webinaire et la FAQ ([sources](sources.md)) se contredisent, ou se
                taisent : les deux lectures, les passages mot pour mot, et ce que fait accroche. « À examiner » veut dire qu'aucune
                lecture n'est retenue : le verdict demande l'œil d'une personne.

                C1 to C7, S1 to S7, P1 to P7 and O1 to O6 number the lines of the webinar's four summary tables: CNDA homologations,
                editors' habilitations, intrusion tests, operators' habilitation. · C1 à C7, S1 à S7, P1 à P7 et O1 à O6 numérotent les
                lignes des quatre tableaux de synthèse du webinaire : homologations CNDA, habilitations des éditeurs, tests
                d'intrusion, habilitation des opérateurs.
                """;
        String body =
                Stream.of(Ambiguity.values()).map(AmbiguitiesPage::section).collect(Collectors.joining());
        return head + body;
    }

    private static String section(Ambiguity ambiguity) {
        return """

                ## `%s`

                | | %s | %s |
                |---|---|---|
                %s%s%s
                %s
                """.formatted(
                ambiguity.name(),
                ambiguity.title().in(Language.EN),
                ambiguity.title().in(Language.FR),
                line("first reading · première lecture", ambiguity.firstReading()),
                line("second reading · seconde lecture", ambiguity.secondReading()),
                line("accroche", ambiguity.taken()),
                ambiguity.quotes().stream().map(AmbiguitiesPage::passage).collect(Collectors.joining("\n")));
    }

    private static String line(String label, Text text) {
        return "| " + label + " | " + text.in(Language.EN) + " | " + text.in(Language.FR) + " |\n";
    }

    private static String passage(Citation citation) {
        return "- « " + citation.quote() + " »  \n  " + citation.document().in(Language.FR) + ", " + citation.place();
    }
}
