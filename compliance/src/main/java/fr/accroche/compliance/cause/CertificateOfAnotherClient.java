package fr.accroche.compliance.cause;

import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The certificate's CN is not the session's client_id: the proxy took another client's, or it was ordered under another name. */
final class CertificateOfAnotherClient implements Recogniser {

    private static final Text CN = Text.verbatim("CN");
    private static final Text MIXED = Text.of(
            "Le proxy présente, dans la session de {0}, le certificat d'un autre de ses clients, {1}.",
            "In the session of {0} the proxy presents the certificate of another of its clients, {1}.");
    private static final Text CHOOSE = Text.of(
            "Choisir le certificat d'après le client_id de la session : celui dont le CN est {0}, jamais un certificat commun à tous.",
            "Choose the certificate by the session's client_id: the one whose CN is {0}, never one that all share.");
    private static final Text KNOWN = Text.of("Le CN du certificat est {0}.", "The certificate's CN is {0}.");
    private static final Text UNKNOWN = Text.of(
            "Le CN du certificat n'est aucun client_id déclaré : il a été commandé sous un autre nom que {0}.",
            "The certificate's CN is no declared client_id: it was ordered under another name than {0}.");

    @Override
    public List<Suspicion> recognise(Clues clues) {
        return Clues.by(ofCertificate(clues), finding -> finding.observed().value()).stream()
                .map(findings -> suspicion(clues, findings))
                .toList();
    }

    /** A request that says no client_id breaks the same rule. */
    private static Stream<Finding> ofCertificate(Clues clues) {
        return clues.of("IDN-01").filter(finding -> !finding.observed().where().startsWith("form/"));
    }

    private static Suspicion suspicion(Clues clues, List<Finding> findings) {
        Finding telling = findings.get(0);
        String right = telling.expected().shown();
        String cn = telling.observed().value();
        boolean others = clues.declaration().operation(cn).isPresent();
        Optional<Text> whose = Whose.client(clues.declaration(), right, cn);
        return new Suspicion(
                CN,
                telling,
                others ? Owner.EDITEUR_PROXY : Owner.OPERATEUR_PROXY,
                others ? MIXED.with(right, cn) : whose.map(KNOWN::with).orElse(UNKNOWN.with(right)),
                others ? CHOOSE.with(right) : clues.order(),
                Stream.concat(findings.stream(), shared(clues, cn)).toList());
    }

    /** That one certificate serves two clients is the same mistake, seen from the other side. */
    private static Stream<Finding> shared(Clues clues, String cn) {
        return clues.of("IDN-07")
                .filter(finding ->
                        List.of(finding.observed().value().split(", ")).contains(cn));
    }
}
