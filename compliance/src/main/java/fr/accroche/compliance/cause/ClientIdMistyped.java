package fr.accroche.compliance.cause;

import fr.accroche.compliance.declaration.ClientId;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The proxy calls under a client_id that nobody declared: the right certificate then looks like another's. */
final class ClientIdMistyped implements Recogniser {

    private static final Text CLIENT_ID = Text.verbatim("client_id");
    private static final Text UNDECLARED = Text.of(
            "Le proxy appelle sous un client_id qu'aucune opération ne déclare.",
            "The proxy calls under a client_id that no operation declares.");
    private static final Text KNOWN = Text.of("Le client_id envoyé est {0}.", "The client_id that is sent is {0}.");
    private static final Text SET_UP = Text.of(
            "Configurer dans le proxy le client_id déclaré, caractère par caractère ({0}), ou déclarer celui-ci.",
            "Set up the declared client_id in the proxy, character by character ({0}), or declare this one.");

    @Override
    public List<Suspicion> recognise(Clues clues) {
        Stream<Finding> asked =
                clues.of("IDN-03").filter(finding -> !finding.observed().value().equals("unknown"));
        return Clues.by(asked, finding -> finding.observed().value()).stream()
                .map(findings -> suspicion(clues, findings))
                .toList();
    }

    private static Suspicion suspicion(Clues clues, List<Finding> findings) {
        Finding telling = findings.get(0);
        String sent = telling.observed().value();
        Stream<Finding> certificates =
                clues.of("IDN-01").filter(finding -> finding.expected().value().equals(sent));
        Optional<String> meant = meant(clues, sent);
        String expected = meant.orElse(telling.expected().shown());
        Optional<Text> whose = meant.flatMap(right -> Whose.client(clues.declaration(), right, sent));
        return new Suspicion(
                        CLIENT_ID,
                        telling,
                        Owner.OPERATEUR_PROXY,
                        whose.map(KNOWN::with).orElse(UNDECLARED),
                        SET_UP.with(Observed.plain(expected)),
                        Stream.concat(findings.stream(), certificates).toList())
                .reading(expected, sent);
    }

    /** The declared one that it is but for its case, or of which it is the beginning. */
    private static Optional<String> meant(Clues clues, String sent) {
        return clues.declaration().operations().stream()
                .map(Operation::clientId)
                .map(ClientId::value)
                .filter(right -> Whose.client(clues.declaration(), right, sent).isPresent())
                .findFirst();
    }
}
