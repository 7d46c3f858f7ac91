package fr.accroche.compliance.cause;

import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The certificate was ordered on a structure that does not operate the proxy. */
final class StructureOfAnother implements Recogniser {

    private static final Text OU = Text.verbatim("OU");
    private static final Text KNOWN = Text.of(
            "L'OU du certificat est {0} : il doit être celui de l'opérateur du proxy.",
            "The certificate's OU is {0}: it must be that of the proxy's operator.");
    private static final Text UNKNOWN = Text.of(
            "L'OU du certificat n'est celui d'aucun acteur déclaré : le certificat a été commandé sur une autre structure, ou un acteur manque à la déclaration.",
            "The certificate's OU is no declared actor's: the certificate was ordered on another structure, or the declaration lacks an actor.");
    private static final Text NONE = Text.of(
            "Le certificat n'a pas d'OU, ou en a plusieurs : il n'a pas été commandé à l'IGC-Santé avec le profil ORG AUTH_CLI.",
            "The certificate has no OU, or several: it was not ordered at the IGC-Santé with the profile ORG AUTH_CLI.");

    @Override
    public List<Suspicion> recognise(Clues clues) {
        return clues.byObserved("IDN-02").stream()
                .map(findings -> suspicion(clues, findings))
                .toList();
    }

    private static Suspicion suspicion(Clues clues, List<Finding> findings) {
        Finding telling = findings.get(0);
        String ou = telling.observed().value();
        Text likely = ou.isEmpty()
                ? NONE
                : clues.operation()
                        .flatMap(operation -> Whose.structure(clues.declaration(), operation, ou))
                        .map(KNOWN::with)
                        .orElse(UNKNOWN);
        return new Suspicion(
                OU, telling, Owner.OPERATEUR_PROXY, likely, clues.order(), withEmptyField(clues, findings, ou));
    }

    /** Without an OU, the authorization server has none to send. */
    private static List<Finding> withEmptyField(Clues clues, List<Finding> findings, String ou) {
        Stream<Finding> empty = Optional.of(clues).filter(any -> ou.isEmpty()).stream()
                .flatMap(any -> any.of("CRD-02"))
                .filter(finding -> finding.expected().value().contains("certificateOU"));
        return Stream.concat(findings.stream(), empty).toList();
    }
}
