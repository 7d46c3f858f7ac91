package fr.accroche.compliance.cause;

import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.stream.Stream;

/** The proxy exchanges a token that PSC issued to another client: it mixes sessions, and so shows two certificates in one. */
final class TokenOfAnotherClient implements Recogniser {

    private static final Text AZP = Text.verbatim("azp");
    private static final Text MIXED = Text.of(
            "Le proxy mélange deux sessions : {0} échange le jeton que PSC a délivré à {1}, un autre de ses clients.",
            "The proxy mixes two sessions: {0} exchanges the token that PSC issued to {1}, another of its clients.");
    private static final Text FOREIGN = Text.of(
            "{0} échange un jeton que PSC a délivré à {1}, qui n'est pas un client_id déclaré.",
            "{0} exchanges a token that PSC issued to {1}, which is no declared client_id.");
    private static final Text KEEP = Text.of(
            "Garder le jeton PSC avec la session et le client_id qui l'ont obtenu : n'échanger sous {0} qu'un jeton délivré à {0}, avec le certificat de {0}.",
            "Keep the PSC token with the session and the client_id that obtained it: exchange under {0} only a token issued to {0}, with {0}'s certificate.");

    @Override
    public List<Suspicion> recognise(Clues clues) {
        return clues.byObserved("IDN-04").stream()
                .map(findings -> suspicion(clues, findings))
                .toList();
    }

    private static Suspicion suspicion(Clues clues, List<Finding> findings) {
        Finding telling = findings.get(0);
        String asking = telling.expected().shown();
        String holder = telling.observed().value();
        boolean declared = clues.declaration().operation(holder).isPresent();
        Stream<Finding> certificates = clues.of("IDN-07");
        return new Suspicion(
                AZP,
                telling,
                Owner.EDITEUR_PROXY,
                (declared ? MIXED : FOREIGN).with(asking, telling.observed().shown()),
                KEEP.with(asking),
                Stream.concat(findings.stream(), certificates).toList());
    }
}
