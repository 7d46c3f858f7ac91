package fr.accroche.proxy;

import fr.accroche.wire.Form;
import java.util.List;

/**
 * What the proxy exchanges a token with (RFC 8693 §2.1), wrong in the way that its defects say.
 *
 * @param routes the téléservices
 * @param defects what goes wrong
 */
record ExchangeForm(List<Route> routes, ProxyDefects defects) {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    /** {@code subject_issuer} names the identity provider to a Keycloak (docs/sources.md, ANS proxy). */
    Form of(Caller caller, PscTokens psc, Route route) {
        Token subject = defects.has(ProxyDefect.EXCHANGES_THE_ID_TOKEN) ? psc.id() : psc.access();
        Form form = caller.form().plus("grant_type", GRANT).plus("subject_token", subject.value());
        if (!defects.has(ProxyDefect.OMITS_SUBJECT_TOKEN_TYPE)) {
            form = form.plus("subject_token_type", ACCESS_TOKEN);
        }
        String issuer = defects.has(ProxyDefect.NAMES_PSC_BY_ITS_ADDRESS) ? "https://psc.accroche.invalid" : "psc";
        return beside(form.plus("subject_issuer", issuer), psc, route);
    }

    private Form beside(Form form, PscTokens psc, Route route) {
        Form sent = form;
        if (defects.has(ProxyDefect.REPEATS_A_PARAMETER)) {
            sent = sent.plus("subject_issuer", "psc");
        }
        if (defects.has(ProxyDefect.NAMES_ANOTHER_AUDIENCE)) {
            sent = sent.plus("audience", next(route).name());
        }
        if (defects.has(ProxyDefect.SENDS_AN_ACTOR_TOKEN)) {
            sent = sent.plus("actor_token", psc.access().value()).plus("actor_token_type", ACCESS_TOKEN);
        }
        return sent;
    }

    private Route next(Route route) {
        return routes.get((routes.indexOf(route) + 1) % routes.size());
    }
}
