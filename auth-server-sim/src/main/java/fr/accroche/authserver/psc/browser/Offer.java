package fr.accroche.authserver.psc.browser;

import fr.accroche.compliance.declaration.PscChoices.Pkce;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What PSC offers to who logs in by browser.
 *
 * @param scopes those it knows
 * @param claims that can be asked for one by one
 * @param acr the level that it wants to be asked for
 * @param pkce what it wants of code_challenge
 */
public record Offer(List<String> scopes, Set<String> claims, String acr, Pkce pkce) {

    public Offer {
        scopes = List.copyOf(scopes);
        claims = Set.copyOf(claims);
        Objects.requireNonNull(acr, "acr");
        Objects.requireNonNull(pkce, "pkce");
    }
}
