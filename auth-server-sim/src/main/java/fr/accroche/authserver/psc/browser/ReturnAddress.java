package fr.accroche.authserver.psc.browser;

import fr.accroche.authserver.OAuthError;
import fr.accroche.authserver.Reply;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import java.util.Objects;
import java.util.Optional;

/**
 * Where an authorization request is answered, once its client and its redirect_uri are known to be good: nothing else is sent
 * there, and nothing is sent anywhere else.
 *
 * @param issuer goes with each answer (RFC 9207 §2)
 * @param redirectUri one that the client registered
 * @param mode how the parameters travel
 * @param state given back as it came
 * @param language of the page that posts itself
 */
public record ReturnAddress(
        String issuer, String redirectUri, ResponseMode mode, Optional<String> state, Language language) {

    private static final Text SENDING = Text.of("Retour au logiciel", "Back to the software");

    public ReturnAddress {
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(redirectUri, "redirectUri");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(language, "language");
    }

    /** A successful response (RFC 6749 §4.1.2). */
    public Reply code(String code) {
        return answer(Form.of("code", code));
    }

    /** An error response (RFC 6749 §4.1.2.1). */
    public Reply error(OAuthError error) {
        return answer(Form.of("error", error.error(), "error_description", error.description()))
                .failing(error.error());
    }

    private Reply answer(Form first) {
        Form stated = state.map(value -> first.plus("state", value)).orElse(first);
        Form parameters = stated.plus("iss", issuer);
        return switch (mode) {
            case QUERY -> seeOther(redirectUri + (redirectUri.indexOf('?') < 0 ? '?' : '&') + parameters.encoded());
            case FRAGMENT -> seeOther(redirectUri + '#' + parameters.encoded());
            case FORM_POST -> posting(parameters);
        };
    }

    /** 303 and never 307, which would send a login form's content on (RFC 9700 §4.12). */
    public static Reply seeOther(String location) {
        return Reply.of(Response.of(303)
                .with("Location", location)
                .with("Cache-Control", "no-store")
                .with("Pragma", "no-cache")
                .with("Referrer-Policy", "no-referrer"));
    }

    /** Without the state, which tells one login from another. */
    @Override
    public String toString() {
        return "ReturnAddress[" + redirectUri + "]";
    }

    private Reply posting(Form parameters) {
        return new Page(language, SENDING)
                .running(Page.SUBMIT)
                .leadingTo(redirectUri)
                .reply(200, html -> {
                    html.open("form", "method", "post", "action", redirectUri, "id", "response-form");
                    parameters
                            .names()
                            .forEach(name -> html.empty(
                                    "input",
                                    "type",
                                    "hidden",
                                    "name",
                                    name,
                                    "value",
                                    parameters.first(name).orElse("")));
                    html.element(
                            "button",
                            Text.of("Continuer", "Continue").in(language),
                            "type",
                            "submit",
                            "id",
                            "response-submit");
                    html.close();
                });
    }
}
