package fr.accroche.authserver.psc;

import fr.accroche.compliance.identity.Address;
import fr.accroche.compliance.identity.Professional;
import fr.accroche.compliance.identity.Situation;
import fr.accroche.wire.json.JsonObject;
import java.util.List;
import java.util.Set;

/** The claims of the standard scopes (OpenID Connect Core §5.1, §5.4). A claim without a value is left out. */
final class ScopeClaims {

    /** Every claim that there can be. */
    static final List<String> NAMES = List.of(
            "name",
            "given_name",
            "family_name",
            "preferred_username",
            "email",
            "email_verified",
            "phone_number",
            "phone_number_verified",
            "address");

    private ScopeClaims() {}

    /**
     * Those of the scopes that were asked for; of other scopes, none.
     *
     * @param scopes the words of the scope parameter
     */
    static JsonObject of(Professional person, Set<String> scopes) {
        JsonObject claims = JsonObject.EMPTY;
        if (scopes.contains("profile")) {
            claims = claims.with("name", person.givenName() + " " + person.familyName())
                    .with("given_name", person.givenName())
                    .with("family_name", person.familyName())
                    .with("preferred_username", person.nationalId());
        }
        if (scopes.contains("email")) {
            claims = claims.with("email", person.email()).with("email_verified", false);
        }
        if (scopes.contains("phone")) {
            claims = claims.with("phone_number", international(person.phone())).with("phone_number_verified", false);
        }
        return scopes.contains("address") && person.situation().isPresent()
                ? claims.with("address", address(person.situation().get()))
                : claims;
    }

    /** E.164, as OpenID Connect Core §5.1 recommends. */
    private static String international(String french) {
        return "+33" + french.substring(1);
    }

    /** OpenID Connect Core §5.1.1; the usual structure's, since PSC has no private one. */
    private static JsonObject address(Situation usual) {
        Address where = usual.structure().address();
        String street = where.number() + " rue " + where.street();
        return JsonObject.EMPTY
                .with(
                        "formatted",
                        String.join("\n", usual.structure().name(), street, where.postalCode() + " " + where.city()))
                .with("street_address", street)
                .with("locality", where.city())
                .with("postal_code", where.postalCode())
                .with("country", "FR");
    }
}
