package fr.accroche.compliance.cause;

import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.stream.Stream;

/** No parameter of the exchange could be read: it is no form. */
final class ExchangeUnreadable implements Recogniser {

    private static final String GRANT_TYPE = "grant_type";
    private static final Text NO_FORM = Text.of(
            "Le serveur ne lit aucun paramètre : la requête n'est pas un formulaire (application/x-www-form-urlencoded), mais du JSON ou autre chose.",
            "The server reads no parameter: the request is no form (application/x-www-form-urlencoded), but JSON or something else.");
    private static final Text SEND = Text.of(
            "Envoyer les paramètres de l'échange dans le corps, en application/x-www-form-urlencoded (RFC 6749, annexe B).",
            "Send the parameters of the exchange in the body, as application/x-www-form-urlencoded (RFC 6749, appendix B).");

    @Override
    public List<Suspicion> recognise(Clues clues) {
        List<Finding> empty = Stream.concat(clues.of("TOK-01"), clues.of("IDN-01"))
                .filter(finding -> finding.observed().where().startsWith("form/"))
                .filter(finding -> List.of("", "—").contains(finding.observed().value()))
                .toList();
        boolean unreadable = empty.size() > 1
                && empty.stream().anyMatch(finding -> finding.observed().where().endsWith("/" + GRANT_TYPE));
        if (!unreadable) {
            return List.of();
        }
        Finding telling = empty.get(0);
        String expected = telling.expected().value().replaceFirst("^grant_type=", "");
        return List.of(new Suspicion(Field.of(telling.observed()), telling, Owner.EDITEUR_PROXY, NO_FORM, SEND, empty)
                .reading(expected, telling.observed().value()));
    }
}
