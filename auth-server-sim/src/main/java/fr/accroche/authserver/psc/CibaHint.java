package fr.accroche.authserver.psc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.OAuthError;
import fr.accroche.compliance.declaration.PscChoices;
import fr.accroche.compliance.declaration.PscChoices.LoginHint;
import fr.accroche.compliance.declaration.PscChoices.UnknownUser;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.identity.Professional;
import fr.accroche.compliance.identity.Professionals;
import java.util.List;
import java.util.Optional;

/**
 * Who must authenticate (CIBA Core §7.1): exactly one hint says it. {@code login_hint} is a national identifier; {@code
 * id_token_hint} an id_token that PSC issued to the same client, expired or not; {@code login_hint_token}, of which no public
 * document gives a format, is refused.
 */
final class CibaHint {

    private static final List<String> HINTS = List.of("login_hint", "id_token_hint", "login_hint_token");
    private static final String ONE_HINT = "CIBA Core §7.1, §7.2";

    private final PscChoices choices;
    private final PscTokens tokens;

    CibaHint(PscChoices choices, PscTokens tokens) {
        this.choices = choices;
        this.tokens = tokens;
    }

    /** The professional, if the hint is good. */
    Optional<Professional> check(Call call, CibaParameters parameters, String clientId) {
        List<String> given = HINTS.stream()
                .filter(name -> parameters.first(name).isPresent())
                .toList();
        if (given.size() != 1) {
            refuse(call, parameters, "login_hint", "login_hint alone", "login_hint is needed, and no other hint");
            return Optional.empty();
        }
        return switch (given.get(0)) {
            case "login_hint" -> byLoginHint(call, parameters);
            case "id_token_hint" -> byIdToken(call, parameters, clientId);
            default -> {
                refuse(call, parameters, "login_hint_token", "login_hint", "login_hint_token is not supported");
                yield Optional.empty();
            }
        };
    }

    private Optional<Professional> byLoginHint(Call call, CibaParameters parameters) {
        boolean rpps = choices.loginHint() == LoginHint.RPPS;
        Optional<Professional> person = Professionals.find(
                        parameters.first("login_hint").orElseThrow())
                .filter(Professional::registered)
                .filter(known -> !rpps || known.origin().equals("RPPS"));
        if (person.isEmpty()) {
            unknown(call, parameters, "login_hint", rpps ? "a known RPPS identifier" : "a known national identifier");
        }
        return person;
    }

    private Optional<Professional> byIdToken(Call call, CibaParameters parameters, String clientId) {
        Optional<String> nationalId =
                tokens.identified(parameters.first("id_token_hint").orElseThrow(), clientId);
        if (nationalId.isEmpty()) {
            refuse(
                    call,
                    parameters,
                    "id_token_hint",
                    "an id_token that PSC issued to this client",
                    "Invalid id_token_hint");
            return Optional.empty();
        }
        call.notes().note(Fact.LOGIN_HINT, nationalId, parameters.place() + "id_token_hint");
        Optional<Professional> person = Professionals.find(nationalId.get()).filter(Professional::registered);
        if (person.isEmpty()) {
            unknown(call, parameters, "id_token_hint", "an id_token of a known professional");
        }
        return person;
    }

    /** CIBA Core §13, or what Keycloak says. */
    private void unknown(Call call, CibaParameters parameters, String name, String expected) {
        OAuthError wire = choices.unknownUser() == UnknownUser.UNKNOWN_USER_ID
                ? new OAuthError(400, "unknown_user_id", "invalid user")
                : OAuthError.invalidRequest("invalid user");
        CibaRefusal.refuse(call, name, expected, "PSC CIBA", parameters.observed(name), wire);
    }

    private static void refuse(Call call, CibaParameters parameters, String name, String expected, String description) {
        CibaRefusal.refuse(
                call, name, expected, ONE_HINT, parameters.observed(name), OAuthError.invalidRequest(description));
    }
}
