package fr.accroche.compliance.cause;

import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The request that came is not the one that left; a signature that it bore does not hold any more. */
final class BodyWasChanged implements Recogniser {

    private static final Text BODY = Text.of("SHA-256 du corps", "SHA-256 of the body");
    private static final Text REWRITTEN = Text.of(
            "Le proxy passe-plat réécrit la requête du LPS : il analyse le XML et le remet en forme, ou change l'encodage.",
            "The passe-plat proxy rewrites the LPS's request: it parses the XML and formats it again, or changes the encoding.");
    private static final Text FORWARD = Text.of(
            "Transmettre les octets du corps tels qu'ils sont reçus, sans les analyser ni les réécrire.",
            "Forward the bytes of the body as they are received, neither parsed nor rewritten.");

    @Override
    public List<Suspicion> recognise(Clues clues) {
        List<Finding> changed = clues.of("LPS-06").toList();
        if (changed.isEmpty()) {
            return List.of();
        }
        Set<String> servers = changed.stream().map(Finding::server).collect(Collectors.toSet());
        return List.of(new Suspicion(
                BODY,
                changed.get(0),
                Owner.EDITEUR_PROXY,
                REWRITTEN,
                FORWARD,
                traces(clues)
                        .filter(finding -> servers.contains(finding.server()))
                        .toList()));
    }

    /** What a changed message leaves behind: another digest of it, and of what it is signed for. */
    static Stream<Finding> traces(Clues clues) {
        return Stream.concat(
                clues.of("LPS-06"),
                clues.of("LPS-04").filter(finding -> finding.observed().value().endsWith("DIGEST")));
    }
}
