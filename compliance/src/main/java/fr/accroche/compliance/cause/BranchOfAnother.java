package fr.accroche.compliance.cause;

import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** The certificate is of the other branch of the IGC-Santé than the environment. */
final class BranchOfAnother implements Recogniser {

    private static final Text BRANCH = Text.of("branche du certificat", "branch of the certificate");
    private static final Text OTHER = Text.of(
            "Le certificat est de la branche {0} de l'IGC-Santé, et l'environnement déclaré est {1}.",
            "The certificate is of the branch {0} of the IGC-Santé, and the declared environment is {1}.");
    private static final Text IN_BRANCH = Text.of(
            "{0} Choisir la branche {1} ; garder à part les clés de chaque environnement.",
            "{0} Choose the branch {1}; keep the keys of each environment apart.");

    @Override
    public List<Suspicion> recognise(Clues clues) {
        return clues.byObserved("ENV-01").stream()
                .map(findings -> suspicion(clues, findings))
                .toList();
    }

    private static Suspicion suspicion(Clues clues, List<Finding> findings) {
        Finding telling = findings.get(0);
        String expected = telling.expected().value().split(":", 2)[0];
        String observed = telling.observed().value().split(":", 2)[0];
        return new Suspicion(
                        BRANCH,
                        telling,
                        Owner.OPERATEUR_PROXY,
                        OTHER.with(observed, expected),
                        IN_BRANCH.with(clues.order(), expected),
                        findings)
                .reading(expected, observed);
    }
}
