package fr.accroche.authserver.psc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.OAuthError;
import fr.accroche.authserver.OAuthRefusal;
import fr.accroche.authserver.Rules;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.identity.Professional;
import fr.accroche.compliance.identity.Professionals;
import fr.accroche.compliance.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The parameters of an authentication request (TOK-05; CIBA Core §7.1, §7.2, §13). */
final class CibaGuard {

    static final String ACR_NEEDED = "eidas1";

    private static final List<String> SCOPES_NEEDED = List.of("openid", "scope_all");
    private static final Set<String> CHANNELS = Set.of("CARD", "MOBILE");

    /** CIBA Core §13; Keycloak says {@code invalid_request}. */
    private static final OAuthError UNKNOWN_USER = new OAuthError(400, "unknown_user_id", "invalid user");

    /** As the ANS proxy's contract says; Keycloak by itself takes words too. */
    private static final Pattern BINDING_MESSAGE = Pattern.compile("[0-9]{2}");

    private CibaGuard() {}

    /** Checks everything, and finds the professional if the hint is good. */
    static Optional<Professional> check(Call call) {
        scope(call);
        acr(call);
        Optional<Professional> person = hint(call);
        bindingMessage(call);
        channel(call);
        requestedExpiry(call);
        return person;
    }

    private static void scope(Call call) {
        List<String> asked = words(call, "scope");
        if (asked.isEmpty()) {
            refuse(call, "scope", "openid scope_all", OAuthError.invalidRequest("missing parameter : scope"));
        } else if (!asked.containsAll(SCOPES_NEEDED) || !Discovery.SCOPES.containsAll(asked)) {
            refuse(call, "scope", "openid scope_all", new OAuthError(400, "invalid_scope", "Invalid scopes"));
        }
    }

    private static void acr(Call call) {
        if (!words(call, "acr_values").contains(ACR_NEEDED)) {
            refuse(call, "acr_values", ACR_NEEDED, OAuthError.invalidRequest("acr_values must ask for eidas1"));
        }
    }

    private static Optional<Professional> hint(Call call) {
        long hints = List.of("login_hint", "id_token_hint", "login_hint_token").stream()
                .filter(name -> call.parameter(name).isPresent())
                .count();
        Optional<String> loginHint = call.parameter("login_hint");
        if (loginHint.isEmpty() || hints > 1) {
            refuse(
                    call,
                    "login_hint",
                    "login_hint alone",
                    OAuthError.invalidRequest("login_hint is needed, and no other hint"));
            return Optional.empty();
        }
        Optional<Professional> person = Professionals.find(loginHint.get()).filter(Professional::registered);
        if (person.isEmpty()) {
            refuse(call, "login_hint", "a known national identifier", UNKNOWN_USER);
        }
        return person;
    }

    private static void bindingMessage(Call call) {
        boolean good = call.parameter("binding_message")
                .filter(message -> BINDING_MESSAGE.matcher(message).matches())
                .isPresent();
        if (!good) {
            refuse(
                    call,
                    "binding_message",
                    BINDING_MESSAGE.pattern(),
                    new OAuthError(400, "invalid_binding_message", "Invalid binding_message"));
        }
    }

    private static void channel(Call call) {
        if (!call.parameter("channel").map(CHANNELS::contains).orElse(true)) {
            refuse(call, "channel", "CARD, MOBILE", OAuthError.invalidRequest("channel is CARD or MOBILE"));
        }
    }

    private static void requestedExpiry(Call call) {
        if (!call.parameter("requested_expiry")
                .map(seconds -> seconds.matches("0*[1-9]\\d{0,8}"))
                .orElse(true)) {
            refuse(
                    call,
                    "requested_expiry",
                    "a positive integer",
                    OAuthError.invalidRequest("requested_expiry must be a positive integer"));
        }
    }

    private static List<String> words(Call call, String parameter) {
        return call.parameter(parameter)
                .map(value -> Arrays.stream(value.split(" "))
                        .filter(word -> !word.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    private static void refuse(Call call, String parameter, String expected, OAuthError wire) {
        Observed observed = call.observed(parameter);
        call.refuse(OAuthRefusal.of(
                Rules.CIBA_REQUEST,
                Text.of(
                                "Demande CIBA : {0} vaut « {1} », attendu : {2}.",
                                "CIBA request: {0} is \"{1}\", expected: {2}.")
                        .with(parameter, observed.value(), expected),
                new Observed(expected, "PSC CIBA"),
                observed,
                wire));
    }
}
