package fr.accroche.scenarios.lps;

import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.WireClient;
import java.io.IOException;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The LPS's login by browser at PSC, as far as the LPS makes it: the authorization request. A sound LPS of the chain logs in by CIBA
 * alone, so this one asks only in order to ask wrongly.
 *
 * @param discovery PSC's metadata
 * @param profile who asks
 * @param http the browser's connections
 */
public record LpsBrowser(URI discovery, LpsProfile profile, WireClient http) {

    /** Under PSC's issuer, as its metadata says. */
    private static final String ENDPOINT = "../protocol/openid-connect/auth";

    private static final Set<LpsDefect> BY_BROWSER = EnumSet.of(
            LpsDefect.LOGS_IN_FROM_AN_UNREGISTERED_ADDRESS,
            LpsDefect.LOGS_IN_WITHOUT_A_NONCE,
            LpsDefect.LOGS_IN_WITH_A_PLAIN_CHALLENGE);

    /** Sends the browser to PSC, if this LPS does. */
    public void logIn() throws IOException {
        if (BY_BROWSER.stream().anyMatch(profile::has)) {
            http.send(ClientRequest.get(
                    discovery.resolve(ENDPOINT + "?" + request().encoded())));
        }
    }

    private Form request() {
        boolean plain = profile.has(LpsDefect.LOGS_IN_WITH_A_PLAIN_CHALLENGE);
        Form form = Form.of(
                "response_type", "code",
                "client_id", profile.operation().clientId().value(),
                "redirect_uri", redirectUri(),
                "scope", "openid scope_all",
                "acr_values", "eidas1",
                "state", "etat-de-l-essai",
                "code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                "code_challenge_method", plain ? "plain" : "S256");
        return profile.has(LpsDefect.LOGS_IN_WITHOUT_A_NONCE) ? form : form.plus("nonce", "nonce-de-l-essai");
    }

    private String redirectUri() {
        List<String> registered = profile.operation().psc().redirectUris();
        return profile.has(LpsDefect.LOGS_IN_FROM_AN_UNREGISTERED_ADDRESS) || registered.isEmpty()
                ? "https://ailleurs.accroche.invalid/retour"
                : registered.get(0);
    }
}
