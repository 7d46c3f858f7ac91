package fr.accroche.compliance.cause;

import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** There is an assertion, and not where it is read: so none counts, and the one that stands elsewhere is suspect. */
final class AssertionOutOfPlace implements Recogniser {

    private static final Text PLACE = Text.verbatim("wsse:Security/Assertion");
    private static final Text BESIDE = Text.of(
            "L'assertion est écrite hors de l'en-tête wsse:Security : personne ne l'y lit.",
            "The assertion is written outside of the header wsse:Security: nobody reads it there.");
    private static final Text INSIDE = Text.of(
            "Écrire l'assertion dans l'en-tête wsse:Security, et une seule.",
            "Write the assertion in the header wsse:Security, and only one.");

    @Override
    public List<Suspicion> recognise(Clues clues) {
        List<Finding> stray = clues.of("LPS-04")
                .filter(finding -> finding.observed().value().endsWith("STRAY"))
                .toList();
        Set<String> servers = stray.stream().map(Finding::server).collect(Collectors.toSet());
        List<Finding> missing = clues.of("LPS-01")
                .filter(finding -> servers.contains(finding.server()))
                .toList();
        if (stray.isEmpty()) {
            return List.of();
        }
        List<Finding> symptoms = Stream.concat(missing.stream(), stray.stream()).toList();
        return List.of(new Suspicion(PLACE, symptoms.get(0), clues.author(), BESIDE, INSIDE, symptoms));
    }
}
