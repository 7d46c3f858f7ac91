package fr.accroche.authserver.psc.browser;

import fr.accroche.authserver.Reply;
import fr.accroche.compliance.identity.Professional;
import fr.accroche.compliance.identity.Professionals;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import java.util.Optional;

/**
 * The pages of a login: choosing who one is, waiting for the phone, agreeing. Forms work without script. The ids are documented
 * (docs/login-page.md) and stay.
 *
 * @param path where the forms go
 * @param statusPath where a script asks whether the phone was answered
 * @param realistic whether the person types an identifier, so that the page tells nobody's
 */
public record LoginPages(String path, String statusPath, boolean realistic) {

    private static final Text LOGIN = Text.of("Connexion", "Login");
    private static final Text WAIT = Text.of("Validez sur votre téléphone", "Confirm on your phone");
    private static final Text CONSENT = Text.of("Votre accord", "Your agreement");
    private static final Text CANCEL = Text.of("Annuler", "Cancel");

    /** Who, and by what. */
    public Reply choose(Interaction interaction, Interaction.Choosing step) {
        Language language = interaction.request().answerTo().language();
        return page(interaction, LOGIN).reply(200, html -> {
            html.open("p")
                    .text(Text.of("Demandée par ", "Asked for by ").in(language))
                    .element("strong", interaction.request().client().clientId(), "id", "client")
                    .close();
            step.problem()
                    .ifPresent(problem -> html.element("p", problem.in(language), "id", "problem", "role", "alert"));
            form(html, "login-form", interaction);
            Optional<String> chosen =
                    step.named().or(() -> interaction.request().loginHint());
            if (realistic) {
                identifier(html, language, chosen);
            } else {
                people(html, language, chosen);
            }
            methods(html, language);
            button(
                    html,
                    "login-submit",
                    "login",
                    Text.of("Se connecter", "Log in").in(language),
                    "main");
            button(html, "login-cancel", "cancel", CANCEL.in(language), "other");
            html.close();
        });
    }

    private static void people(Html html, Language language, Optional<String> chosen) {
        html.open("fieldset", "id", "people")
                .element(
                        "legend",
                        Text.of("Professionnel de test", "Test professional").in(language));
        String first = Professionals.known().get(0).nationalId();
        String checked = chosen.flatMap(Professionals::find)
                .map(Professional::nationalId)
                .orElse(first);
        for (Professional person : Professionals.known()) {
            String id = "person-" + person.alias();
            html.open("label", "for", id);
            radio(html, "person", id, person.nationalId(), person.nationalId().equals(checked));
            html.text(" " + person.displayName())
                    .element("small", PersonLine.of(person))
                    .element("small", person.use().in(language));
            html.close();
        }
        html.close();
    }

    private static void identifier(Html html, Language language, Optional<String> chosen) {
        html.element(
                "label", Text.of("Identifiant national", "National identifier").in(language), "for", "person");
        html.empty(
                "input",
                "type",
                "text",
                "id",
                "person",
                "name",
                "person",
                "value",
                chosen.orElse(""),
                "required",
                "required",
                "maxlength",
                "64",
                "autocomplete",
                "off");
    }

    private static void methods(Html html, Language language) {
        html.open("fieldset", "id", "methods")
                .element(
                        "legend",
                        Text.of("Moyen d'authentification", "Authentication by").in(language));
        html.open("label", "for", "method-ecps");
        radio(html, "method", "method-ecps", "ecps", true);
        html.text(Text.of(" e-CPS, sur le téléphone", " e-CPS, on the phone").in(language))
                .close();
        html.open("label", "for", "method-card");
        radio(html, "method", "method-card", "card", false);
        html.text(Text.of(" Carte CPS dans le lecteur", " CPS card in the reader")
                        .in(language))
                .close();
        html.open("label", "for", "pin")
                .text(Text.of(
                                "Code porteur de la carte (1234 ; laissé vide, il est bon) ",
                                "PIN of the card (1234; left empty, it is right) ")
                        .in(language))
                .empty(
                        "input",
                        "type",
                        "password",
                        "id",
                        "pin",
                        "name",
                        "pin",
                        "inputmode",
                        "numeric",
                        "maxlength",
                        "4",
                        "autocomplete",
                        "off")
                .close();
        html.close();
    }

    private static void radio(Html html, String name, String id, String value, boolean checked) {
        if (checked) {
            html.empty(
                    "input",
                    "type",
                    "radio",
                    "name",
                    name,
                    "id",
                    id,
                    "value",
                    value,
                    "required",
                    "required",
                    "checked",
                    "checked");
        } else {
            html.empty("input", "type", "radio", "name", name, "id", id, "value", value, "required", "required");
        }
    }

    /** The number to compare, until the phone is answered: a script asks, or the page loads itself again. */
    public Reply waiting(Interaction interaction, Interaction.Waiting step) {
        Language language = interaction.request().answerTo().language();
        String next = path + "?id=" + interaction.id();
        return page(interaction, WAIT)
                .running(Page.WATCH)
                .reply(
                        200,
                        head -> head.open("noscript")
                                .empty("meta", "http-equiv", "refresh", "content", "2; url=" + next)
                                .close(),
                        html -> {
                            number(html, language, step, next, statusPath + "?id=" + interaction.id());
                            form(html, "waiting-form", interaction);
                            button(html, "login-cancel", "cancel", CANCEL.in(language), "other");
                            html.close();
                        });
    }

    private void number(Html html, Language language, Interaction.Waiting step, String next, String status) {
        html.open("section", "id", "waiting", "data-status", status, "data-next", next);
        html.element(
                "p",
                Text.of("Votre téléphone doit montrer le même nombre :", "Your phone must show the same number:")
                        .in(language));
        html.element("p", step.asked().number(), "id", "number");
        html.element(
                "p",
                Text.of("En attente de votre réponse…", "Waiting for your answer…")
                        .in(language),
                "role",
                "status");
        device(html, language, step);
        html.element("a", Text.of("Continuer", "Continue").in(language), "href", next, "id", "waiting-refresh");
        html.close();
    }

    private void device(Html html, Language language, Interaction.Waiting step) {
        if (realistic) {
            return;
        }
        Text phone = Text.of("Ouvrir le téléphone simulé", "Open the simulated phone");
        html.open("p")
                .element(
                        "a",
                        phone.in(language),
                        "href",
                        "/__accroche/ecps",
                        "id",
                        "ecps-page",
                        "target",
                        "_blank",
                        "rel",
                        "noopener noreferrer")
                .text(Text.of(
                                " ; un programme y répond par POST, action=allow ou deny, auth_req_id=",
                                "; a program answers there by POST, action=allow or deny, auth_req_id=")
                        .in(language))
                .element("code", step.asked().authReqId(), "id", "auth-req-id")
                .close();
    }

    /** Whether a client may have what it asks for. */
    public Reply consent(Interaction interaction, Professional person) {
        Language language = interaction.request().answerTo().language();
        return page(interaction, CONSENT).reply(200, html -> {
            html.element("p", person.displayName(), "id", "consent-person");
            html.open("p")
                    .element("strong", interaction.request().client().clientId(), "id", "client")
                    .text(Text.of(
                                    " demande à connaître votre identité professionnelle, pour :",
                                    " asks to know your professional identity, for:")
                            .in(language))
                    .close();
            html.open("ul", "id", "consent-scopes");
            interaction.request().wanted().forEach(each -> html.element("li", each));
            html.close();
            form(html, "consent-form", interaction);
            button(html, "consent-allow", "allow", Text.of("Accepter", "Agree").in(language), "main");
            button(html, "consent-deny", "deny", Text.of("Refuser", "Refuse").in(language), "other");
            html.close();
        });
    }

    private static Page page(Interaction interaction, Text title) {
        ReturnAddress answerTo = interaction.request().answerTo();
        return new Page(answerTo.language(), title).leadingTo(answerTo.redirectUri());
    }

    private void form(Html html, String id, Interaction interaction) {
        html.open("form", "method", "post", "action", path, "id", id)
                .empty("input", "type", "hidden", "name", "id", "value", interaction.id());
    }

    private static void button(Html html, String id, String action, String label, String kind) {
        html.element("button", label, "type", "submit", "name", "action", "value", action, "id", id, "class", kind);
    }
}
