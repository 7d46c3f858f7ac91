package fr.accroche.authserver.psc.browser;

import fr.accroche.authserver.Reply;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.Form;
import java.util.Optional;

/**
 * The pages of a logout (OpenID Connect RP-Initiated Logout §2, §3).
 *
 * @param path where the form goes
 */
public record LogoutPages(String path) {

    private static final Text ASK = Text.of("Se déconnecter ?", "Log out?");
    private static final Text DONE = Text.of("Vous êtes déconnecté", "You are logged out");

    /**
     * Asks the person.
     *
     * @param token what only this page knows
     * @param returnTo where the browser goes afterwards
     */
    public Reply ask(Language language, String token, Optional<String> returnTo) {
        Page plain = new Page(language, ASK);
        return returnTo.map(plain::leadingTo).orElse(plain).reply(200, html -> {
            html.element(
                    "p",
                    Text.of(
                                    "Un logiciel demande à fermer votre session Pro Santé Connect, pour tous les logiciels.",
                                    "A software asks to end your Pro Santé Connect session, for every software.")
                            .in(language));
            html.open("form", "method", "post", "action", path, "id", "logout-form")
                    .empty("input", "type", "hidden", "name", "logout_token", "value", token)
                    .element(
                            "button",
                            Text.of("Se déconnecter", "Log out").in(language),
                            "type",
                            "submit",
                            "name",
                            "action",
                            "value",
                            "logout",
                            "id",
                            "logout-confirm")
                    .element(
                            "button",
                            Text.of("Rester connecté", "Stay logged in").in(language),
                            "type",
                            "submit",
                            "name",
                            "action",
                            "value",
                            "stay",
                            "id",
                            "logout-cancel",
                            "class",
                            "other")
                    .close();
        });
    }

    /** The session is over. */
    public Reply done(Language language) {
        return new Page(language, DONE)
                .reply(
                        200,
                        html -> html.element(
                                "p",
                                Text.of("Vous pouvez fermer cette page.", "You can close this page.")
                                        .in(language),
                                "id",
                                "logged-out",
                                "role",
                                "status"));
    }

    /** The session goes on. */
    public Reply kept(Language language) {
        return new Page(language, Text.of("Vous restez connecté", "You stay logged in"))
                .reply(
                        200,
                        html -> html.element(
                                "p",
                                Text.of("Votre session continue.", "Your session goes on.")
                                        .in(language),
                                "id",
                                "still-logged-in",
                                "role",
                                "status"));
    }

    /** The browser goes to an address that the client registered, with its state (§3). */
    public static Reply returned(String registered, Optional<String> state) {
        String query = state.map(value -> (registered.indexOf('?') < 0 ? "?" : "&")
                        + Form.of("state", value).encoded())
                .orElse("");
        return ReturnAddress.seeOther(registered + query);
    }
}
