package fr.accroche.authserver.psc.browser;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.OAuthError;
import fr.accroche.authserver.Reply;
import fr.accroche.compliance.catalogue.Catalogue;
import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import java.util.stream.Collectors;

/**
 * What is told to a person whose browser cannot be sent back.
 *
 * @param realistic whether the page keeps the reasons to itself
 */
public record ErrorPage(boolean realistic) {

    private static final Text TITLE = Text.of("La connexion a échoué", "The login failed");
    private static final Text STOPPED = Text.of(
            "Le logiciel qui vous a envoyé ici a fait une demande que Pro Santé Connect n'accepte pas. Vous n'êtes renvoyé nulle part.",
            "The software that sent you here made a request that Pro Santé Connect does not accept. You are sent back nowhere.");

    /** The page of a call that a guard refused, with every reason. */
    public Reply refused(Call call, int status) {
        Language language = Languages.of(call);
        OAuthError error = call.error().orElseThrow();
        return new Page(language, TITLE)
                .reply(status, html -> {
                    html.element("p", STOPPED.in(language), "id", "error", "role", "alert");
                    code(html, error.error());
                    if (!realistic) {
                        html.open("ul", "id", "error-reasons");
                        call.notes().breaches().forEach(breach -> reason(html, breach, language));
                        html.close();
                    }
                })
                .failing(error.error());
    }

    /** A page about the pages themselves: a login that is over, another browser's. */
    public Reply told(Call call, int status, String error, Text sentence) {
        Language language = Languages.of(call);
        return new Page(language, TITLE)
                .reply(status, html -> {
                    html.element("p", sentence.in(language), "id", "error", "role", "alert");
                    code(html, error);
                })
                .failing(error);
    }

    private static void code(Html html, String error) {
        html.open("p").element("code", error, "id", "error-code").close();
    }

    private static void reason(Html html, Breach breach, Language language) {
        html.open("li", "data-rule", breach.rule().value())
                .text(breach.rule().value() + " – " + breach.sentence().in(language));
        html.open("dl")
                .element("dt", Text.of("Attendu", "Expected").in(language))
                .element(
                        "dd",
                        breach.expected().value() + " (" + breach.expected().where() + ")")
                .element("dt", Text.of("Trouvé", "Found").in(language))
                .element(
                        "dd",
                        breach.observed().value() + " (" + breach.observed().where() + ")");
        Catalogue.rule(breach.rule()).ifPresent(rule -> remedy(html, rule.card(), breach, language));
        html.close().close();
    }

    private static void remedy(Html html, RuleCard card, Breach breach, Language language) {
        String owners =
                card.owners().stream().map(owner -> owner.title().in(language)).collect(Collectors.joining(", "));
        html.element("dt", Text.of("Remède", "Remedy").in(language))
                .element(
                        "dd",
                        card.remedyFor(
                                        Text.verbatim(breach.expected().value()),
                                        Text.verbatim(breach.observed().value()))
                                .in(language))
                .element("dt", Text.of("Qui peut le faire", "Who can do it").in(language))
                .element("dd", owners);
    }
}
