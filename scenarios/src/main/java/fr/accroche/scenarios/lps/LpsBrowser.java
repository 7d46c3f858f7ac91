package fr.accroche.scenarios.lps;

import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.WireClient;
import java.io.IOException;
import java.net.URI;

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

    /** Sends the browser to PSC, if this LPS does. */
    public void logIn() throws IOException {
        if (profile.has(LpsDefect.LOGS_IN_FROM_AN_UNREGISTERED_ADDRESS)) {
            http.send(ClientRequest.get(
                    discovery.resolve(ENDPOINT + "?" + request().encoded())));
        }
    }

    private Form request() {
        return Form.of(
                "response_type", "code",
                "client_id", profile.operation().clientId().value(),
                "redirect_uri", "https://ailleurs.accroche.invalid/retour",
                "scope", "openid scope_all",
                "acr_values", "eidas1",
                "state", "etat-de-l-essai",
                "nonce", "nonce-de-l-essai",
                "code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                "code_challenge_method", "S256");
    }
}
