package fr.accroche.authserver.psc.browser;

import fr.accroche.compliance.declaration.PscChoices.Pkce;
import java.util.List;
import java.util.Objects;

/**
 * What PSC offers to who logs in by browser.
 *
 * @param scopes those it knows
 * @param acr the level that it wants to be asked for
 * @param pkce what it wants of code_challenge
 */
public record Offer(List<String> scopes, String acr, Pkce pkce) {

    public Offer {
        scopes = List.copyOf(scopes);
        Objects.requireNonNull(acr, "acr");
        Objects.requireNonNull(pkce, "pkce");
    }
}
