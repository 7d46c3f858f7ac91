package fr.accroche.compliance.cause;

import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The proxy is of the other of the two types than the one that was declared. */
final class ProxyOfAnotherMode implements Recogniser {

    private static final Text MODE = Text.verbatim("mode");
    private static final String WRITTEN = "mode: ";
    private static final Text OTHER = Text.of(
            "Le proxy est déclaré {0} et agit en {1} : la déclaration ne le suit pas, ou il est mal configuré.",
            "The proxy is declared {0} and acts as {1}: the declaration has not followed it, or it is set up wrongly.");
    private static final Text ALIGN = Text.of(
            "Faire agir le proxy en {0}, ou écrire mode: {1} [{2}] et refaire la déclaration aux guichets : les habilitations n'en sont pas les mêmes.",
            "Have the proxy act as {0}, or write mode: {1} [{2}] and declare it anew to the guichets: the habilitations are not the same.");

    @Override
    public List<Suspicion> recognise(Clues clues) {
        List<Finding> modes = clues.of("ARC-05").toList();
        if (modes.isEmpty()) {
            return List.of();
        }
        Finding telling = modes.get(0);
        String expected = telling.expected().shown().replace(WRITTEN, "");
        String observed = telling.observed().shown().replace(WRITTEN, "");
        Set<String> servers = modes.stream().map(Finding::server).collect(Collectors.toSet());
        Stream<Finding> changed = clues.of("LPS-06").filter(finding -> servers.contains(finding.server()));
        return List.of(new Suspicion(
                        MODE,
                        telling,
                        Owner.EDITEUR_PROXY,
                        OTHER.with(expected, observed),
                        ALIGN.with(expected, observed, telling.expected().where()),
                        Stream.concat(modes.stream(), changed).toList())
                .reading(expected, observed));
    }
}
