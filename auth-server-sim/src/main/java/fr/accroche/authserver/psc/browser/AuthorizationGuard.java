package fr.accroche.authserver.psc.browser;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.Client;
import fr.accroche.authserver.OAuthError;
import fr.accroche.authserver.OAuthRefusal;
import fr.accroche.authserver.Rules;
import fr.accroche.compliance.declaration.PscRegistration.Demand;
import fr.accroche.compliance.declaration.PscRegistration.Grant;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of an authorization request that say what is asked for (TOK-06; OpenID Connect Core §3.1.2.1, §3.1.2.2). */
final class AuthorizationGuard {

    private static final String SOURCE = "OpenID Connect Core §3.1.2.1";

    /** Not of the standard: whoever wants a plain OpenID provider is told where that is said. */
    private static final String DEMANDED = "PSC, operations[].psc.demands";

    private static final int LONGEST = 2048;

    /** What may well be longer: a token, and a JSON text. */
    private static final Map<String, Integer> LONGER = Map.of("id_token_hint", 8192, "claims", 8192);

    private static final Map<String, OAuthError> NOT_OFFERED = Map.of(
            "request", new OAuthError(400, "request_not_supported", "request objects are not taken here"),
            "request_uri", new OAuthError(400, "request_uri_not_supported", "request_uri is not taken here"),
            "registration", new OAuthError(400, "registration_not_supported", "registration is not taken here"));

    private final List<String> scopes;
    private final String acr;

    /**
     * @param scopes those that PSC knows
     * @param acr the level that PSC wants to be asked for
     */
    AuthorizationGuard(List<String> scopes, String acr) {
        this.scopes = List.copyOf(scopes);
        this.acr = acr;
    }

    void check(Call call, Client client) {
        offered(call);
        length(call);
        responseType(call, client);
        responseMode(call);
        scope(call, client);
        if (client.registration().demands().contains(Demand.ACR)
                && !Words.in(call, "acr_values").contains(acr)) {
            demand(call, "acr_values", acr, OAuthError.invalidRequest("acr_values must ask for " + acr));
        }
        if (client.registration().demands().contains(Demand.NONCE)
                && call.parameter("nonce").isEmpty()) {
            demand(call, "nonce", "a nonce", OAuthError.invalidRequest("Missing parameter: nonce"));
        }
        prompt(call);
        if (call.parameter("max_age").isPresent() && maxAge(call).isEmpty()) {
            refuse(call, "max_age", "seconds", OAuthError.invalidRequest("max_age is a number of seconds"));
        }
    }

    private static void offered(Call call) {
        NOT_OFFERED.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(each -> call.parameter(each.getKey()).isPresent())
                .forEach(each -> refuse(
                        call, each.getKey(), "no " + each.getKey(), new Observed("present", ""), each.getValue()));
    }

    /** How old an authentication may be, if that is asked for in seconds. */
    static Optional<Duration> maxAge(Call call) {
        return call.parameter("max_age")
                .filter(age -> age.matches("\\d{1,9}"))
                .map(Long::parseLong)
                .map(Duration::ofSeconds);
    }

    /** Whether no parameter is too long to be kept. */
    static boolean bounded(Call call) {
        return tooLong(call).isEmpty();
    }

    private static Optional<String> tooLong(Call call) {
        return call.form().names().stream()
                .filter(name -> call.parameter(name).orElse("").length() > LONGER.getOrDefault(name, LONGEST))
                .findFirst();
    }

    private static void length(Call call) {
        tooLong(call)
                .ifPresent(name -> refuse(
                        call,
                        Words.known(name),
                        "at most " + LONGER.getOrDefault(name, LONGEST) + " characters",
                        new Observed(call.parameter(name).orElse("").length() + " characters", ""),
                        OAuthError.invalidRequest("a parameter is too long")));
    }

    private static void responseType(Call call, Client client) {
        String type = call.parameter("response_type").orElse("");
        if (type.isEmpty()) {
            refuse(call, "response_type", "code", OAuthError.invalidRequest("Missing parameter: response_type"));
        } else if (!type.equals("code")) {
            refuse(
                    call,
                    "response_type",
                    "code",
                    new OAuthError(400, "unsupported_response_type", "response_type is code"));
        }
        if (!client.registration().grants().contains(Grant.AUTHORIZATION_CODE)) {
            refuse(
                    call,
                    "client_id",
                    "grants: authorization-code",
                    new OAuthError(400, "unauthorized_client", "Client not allowed for the code flow"));
        }
    }

    private static void responseMode(Call call) {
        if (call.parameter("response_mode")
                .filter(mode -> ResponseMode.named(mode).isEmpty())
                .isPresent()) {
            refuse(
                    call,
                    "response_mode",
                    "query, fragment, form_post",
                    OAuthError.invalidRequest("response_mode is query, fragment or form_post"));
        }
    }

    /** Who is asked for {@code scope_all} is told of unknown scopes, as Keycloak tells; for others they are ignored. */
    private void scope(Call call, Client client) {
        List<String> asked = Words.in(call, "scope");
        boolean demanding = client.registration().demands().contains(Demand.SCOPE_ALL);
        boolean missing = !asked.contains("openid") || demanding && !asked.contains("scope_all");
        OAuthError wire = new OAuthError(400, "invalid_scope", "Invalid scopes");
        if (demanding && (missing || !scopes.containsAll(asked))) {
            demand(call, "scope", "openid scope_all", wire);
        } else if (missing) {
            refuse(call, "scope", "openid", wire);
        }
    }

    /** What is understood of the scopes (OpenID Connect Core §3.1.2.1: others SHOULD be ignored). */
    List<String> understood(Call call) {
        return Words.in(call, "scope").stream()
                .filter(scopes::contains)
                .distinct()
                .toList();
    }

    private static void prompt(Call call) {
        List<String> prompts = Words.in(call, "prompt");
        if (prompts.contains("none") && prompts.size() > 1) {
            refuse(call, "prompt", "none alone", OAuthError.invalidRequest("prompt=none goes alone"));
        }
    }

    private static void demand(Call call, String parameter, String expected, OAuthError wire) {
        refuse(call, parameter, new Observed(expected, DEMANDED), call.observed(parameter), wire);
    }

    static void refuse(Call call, String parameter, String expected, OAuthError wire) {
        refuse(call, parameter, expected, call.observed(parameter), wire);
    }

    /** The same for what the journal must not keep, or has no use for. */
    static void refuse(Call call, String parameter, String expected, Observed seen, OAuthError wire) {
        refuse(call, parameter, new Observed(expected, SOURCE), seen, wire);
    }

    private static void refuse(Call call, String parameter, Observed expected, Observed seen, OAuthError wire) {
        Observed observed = new Observed(seen.value(), call.where(parameter));
        call.refuse(OAuthRefusal.of(
                Rules.AUTHORIZATION_REQUEST,
                Text.of(
                                "Demande d'autorisation : {0} vaut « {1} », attendu : {2}.",
                                "Authorization request: {0} is '{1}', expected: {2}.")
                        .with(parameter, observed.value(), expected.value()),
                expected,
                observed,
                wire));
    }
}
