package fr.accroche.authserver.psc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.OAuthError;
import fr.accroche.compliance.declaration.PscChoices;
import fr.accroche.compliance.declaration.PscRegistration;
import fr.accroche.compliance.declaration.PscRegistration.Demand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The parameters of an authentication request (TOK-05; CIBA Core §7.1, §7.2, §13): what the standard asks of every client, and
 * what PSC demands beyond it of those that registered so. Unknown parameters are ignored.
 *
 * @param choices what public documents leave open
 */
record CibaGuard(PscChoices choices) {

    static final String ACR_NEEDED = "eidas1";

    private static final String PSC = "PSC CIBA";
    private static final String CORE = "CIBA Core §7.1";
    private static final Set<String> CHANNELS = Set.of("CARD", "MOBILE");

    /** As the ANS proxy's contract says. */
    private static final Pattern DIGITS = Pattern.compile("[0-9]{2}");

    /** What Keycloak takes. */
    private static final Pattern WORDS = Pattern.compile("[a-zA-Z0-9-._+/!?#]{1,50}");

    private static final Pattern SECONDS = Pattern.compile("0*[1-9][0-9]{0,8}");

    /** RFC 6750 §2.1, as CIBA Core §7.1 asks, and its longest. */
    private static final Pattern BEARER = Pattern.compile("[A-Za-z0-9\\-._~+/]+=*");

    private static final int LONGEST_TOKEN = 1024;

    /** Checks everything but the hints. */
    void check(Call call, CibaParameters parameters, PscRegistration registration) {
        scope(call, parameters, registration);
        acr(call, parameters, registration);
        bindingMessage(call, parameters, registration);
        channel(call, parameters);
        requestedExpiry(call, parameters);
        userCode(call, parameters);
        if (pings(registration)) {
            notificationToken(call, parameters);
        }
    }

    /** Whether this client is told instead of polling. */
    boolean pings(PscRegistration registration) {
        return choices.ping() && registration.delivery() == PscRegistration.Delivery.PING;
    }

    private static void scope(Call call, CibaParameters parameters, PscRegistration registration) {
        List<String> needed = new ArrayList<>(List.of("openid"));
        if (registration.demands().contains(Demand.SCOPE_ALL)) {
            needed.add("scope_all");
        }
        List<String> asked = parameters.words("scope");
        String expected = String.join(" ", needed);
        if (asked.isEmpty()) {
            refuse(call, parameters, "scope", expected, CORE, OAuthError.invalidRequest("missing parameter : scope"));
        } else if (!asked.containsAll(needed) || !Discovery.SCOPES.containsAll(asked)) {
            refuse(call, parameters, "scope", expected, PSC, new OAuthError(400, "invalid_scope", "Invalid scopes"));
        }
    }

    private static void acr(Call call, CibaParameters parameters, PscRegistration registration) {
        if (registration.demands().contains(Demand.ACR)
                && !parameters.words("acr_values").contains(ACR_NEEDED)) {
            refuse(
                    call,
                    parameters,
                    "acr_values",
                    ACR_NEEDED,
                    PSC,
                    OAuthError.invalidRequest("acr_values must ask for eidas1"));
        }
    }

    private void bindingMessage(Call call, CibaParameters parameters, PscRegistration registration) {
        Pattern pattern = choices.bindingMessage() == PscChoices.BindingMessage.DIGITS ? DIGITS : WORDS;
        boolean good = parameters
                .first("binding_message")
                .map(message -> pattern.matcher(message).matches())
                .orElse(!registration.demands().contains(Demand.BINDING_MESSAGE));
        if (!good) {
            refuse(
                    call,
                    parameters,
                    "binding_message",
                    pattern.pattern(),
                    PSC,
                    new OAuthError(400, "invalid_binding_message", "Invalid binding_message"));
        }
    }

    private void channel(Call call, CibaParameters parameters) {
        boolean said = parameters.first("channel").isPresent();
        if (said ? channel(parameters).isEmpty() : choices.channelRequired()) {
            refuse(
                    call,
                    parameters,
                    "channel",
                    "CARD, MOBILE",
                    PSC,
                    OAuthError.invalidRequest("channel is CARD or MOBILE"));
        }
    }

    /** The channel asked for, if there is such a one. */
    static Optional<String> channel(CibaParameters parameters) {
        return parameters.first("channel").filter(CHANNELS::contains);
    }

    /** The expiry asked for, if it is one. */
    static Optional<String> requestedExpiry(CibaParameters parameters) {
        return parameters
                .first("requested_expiry")
                .filter(seconds -> SECONDS.matcher(seconds).matches());
    }

    /** The token asked to be told by, if it is one. */
    static Optional<String> notificationToken(CibaParameters parameters) {
        return parameters
                .first("client_notification_token")
                .filter(token -> token.length() <= LONGEST_TOKEN)
                .filter(token -> BEARER.matcher(token).matches());
    }

    /** What is offered of the scopes asked for, all of them in a sound request; openid where that is not among them. */
    static String granted(CibaParameters parameters) {
        List<String> offered = parameters.words("scope").stream()
                .filter(Discovery.SCOPES::contains)
                .toList();
        return String.join(" ", offered.contains(Scopes.OPENID) ? offered : List.of(Scopes.OPENID));
    }

    private static void requestedExpiry(Call call, CibaParameters parameters) {
        if (parameters.first("requested_expiry").isPresent()
                && requestedExpiry(parameters).isEmpty()) {
            refuse(
                    call,
                    parameters,
                    "requested_expiry",
                    "a positive integer",
                    CORE,
                    OAuthError.invalidRequest("requested_expiry must be a positive integer"));
        }
    }

    /** As Keycloak does: what the metadata says is not supported is not silently dropped, for the client counts on it. */
    private static void userCode(Call call, CibaParameters parameters) {
        if (parameters.first("user_code").isPresent()) {
            refuse(
                    call,
                    parameters,
                    "user_code",
                    "none",
                    "PSC/metadata backchannel_user_code_parameter_supported",
                    OAuthError.invalidRequest("User code not supported"));
        }
    }

    private static void notificationToken(Call call, CibaParameters parameters) {
        if (notificationToken(parameters).isEmpty()) {
            refuse(
                    call,
                    parameters,
                    "client_notification_token",
                    "a bearer token of at most " + LONGEST_TOKEN + " characters",
                    CORE,
                    OAuthError.invalidRequest("client_notification_token must be a bearer token"));
        }
    }

    private static void refuse(
            Call call, CibaParameters parameters, String name, String expected, String source, OAuthError wire) {
        CibaRefusal.refuse(call, name, expected, source, parameters.observed(name), wire);
    }
}
