package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.OAuthError;
import fr.accroche.authserver.OAuthRefusal;
import fr.accroche.authserver.Rules;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** The parameters of a token exchange (TOK-01; RFC 8693 §2.1). */
final class ExchangeGuard {

    static final String TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    private static final String JWT = "urn:ietf:params:oauth:token-type:jwt";
    private static final List<String> TOKEN_TYPES = List.of(ACCESS_TOKEN, JWT);

    /** The name that Keycloak's subject_issuer gives to PSC. */
    private static final String PSC = "psc";

    /** RFC 6749 §3.3. */
    private static final String SCOPE = "[\\x21\\x23-\\x5B\\x5D-\\x7E]+( [\\x21\\x23-\\x5B\\x5D-\\x7E]+)*";

    private ExchangeGuard() {}

    static void check(Call call) {
        grantType(call);
        if (call.parameter("subject_token").isEmpty()) {
            refuse(call, "subject_token", "a PSC access token", OAuthError.invalidRequest("token not set"));
        }
        if (!call.parameter("subject_token_type").filter(TOKEN_TYPES::contains).isPresent()) {
            refuse(call, "subject_token_type", ACCESS_TOKEN, OAuthError.invalidRequest("invalid token type"));
        }
        optional(call, "requested_token_type", TOKEN_TYPES);
        optional(call, "subject_issuer", List.of(PSC));
        actor(call);
        scope(call);
    }

    private static void grantType(Call call) {
        if (call.parameter("grant_type").filter(TOKEN_EXCHANGE::equals).isEmpty()) {
            refuse(
                    call,
                    "grant_type",
                    TOKEN_EXCHANGE,
                    call.parameter("grant_type").isPresent()
                            ? new OAuthError(400, "unsupported_grant_type", "Unsupported grant_type")
                            : OAuthError.invalidRequest("Missing form parameter: grant_type"));
        }
    }

    private static void optional(Call call, String parameter, List<String> values) {
        if (!call.parameter(parameter).map(values::contains).orElse(true)) {
            refuse(
                    call,
                    parameter,
                    String.join(" | ", values),
                    OAuthError.invalidRequest("Invalid " + parameter + " parameter"));
        }
    }

    private static void actor(Call call) {
        if (call.parameter("actor_token").isPresent()
                != call.parameter("actor_token_type").isPresent()) {
            refuse(
                    call,
                    "actor_token_type",
                    "with actor_token, and only then",
                    OAuthError.invalidRequest("actor_token and actor_token_type go together"));
        }
    }

    private static void scope(Call call) {
        if (!call.parameter("scope").map(scope -> scope.matches(SCOPE)).orElse(true)) {
            refuse(call, "scope", "words of RFC 6749 §3.3", new OAuthError(400, "invalid_scope", "Invalid scopes"));
        }
    }

    private static void refuse(Call call, String parameter, String expected, OAuthError wire) {
        Observed observed = parameter.equals("subject_token")
                ? new Observed(
                        call.parameter(parameter).map(Fact.PSC_TOKEN::redact).orElse(Observed.NOTHING.value()),
                        call.where(parameter))
                : call.observed(parameter);
        call.refuse(OAuthRefusal.of(
                Rules.EXCHANGE_PARAMETERS,
                Text.of(
                                "Échange de jeton : {0} vaut « {1} », attendu : {2}.",
                                "Token exchange: {0} is \"{1}\", expected: {2}.")
                        .with(parameter, observed.value(), expected),
                new Observed(expected, "RFC 8693 §2.1"),
                observed,
                wire));
    }
}
