package fr.accroche.authserver;

import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.Response;
import fr.accroche.wire.admin.FaultBook;
import fr.accroche.wire.evidence.FaultGate;
import fr.accroche.wire.json.JsonObject;
import java.util.Locale;

/**
 * What these servers answer on demand, as an OAuth server would, and the faults that only they have: {@code rotate-keys}, {@code
 * forget-old-keys}, {@code expired-token}, {@code unusual-answer}.
 *
 * @param stage of the endpoint
 */
public record OAuthFaults(Stage stage) implements FaultGate.Errors {

    /** The next token issued has expired already. */
    static final String EXPIRED_TOKEN = "expired-token";

    /** The next token response is sound, and not what clients are used to. */
    static final String UNUSUAL_ANSWER = "unusual-answer";

    private static final String DESCRIPTION = "Fault on demand";

    /** The name that faults have for an endpoint: its stage without the server's, {@code PSC_TOKEN} being {@code token}. */
    static String endpoint(Stage stage) {
        return switch (stage) {
            case PSC_JWKS, API_JWKS -> "certs";
            default ->
                stage.name()
                        .replaceFirst("^(PSC|API)_", "")
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-');
        };
    }

    /**
     * A server's faults, with those of its keys and tokens.
     *
     * @param issuing the stage at which it issues access tokens
     */
    public static FaultBook with(FaultBook faults, SigningKeys keys, Stage issuing) {
        return faults.deed("rotate-keys", keys::rotate)
                .deed("forget-old-keys", keys::forgetOld)
                .mark(EXPIRED_TOKEN, endpoint(issuing))
                .mark(UNUSUAL_ANSWER, endpoint(issuing));
    }

    /**
     * The same token response without what may be left out, with members that nobody knows, and its type in another case: a
     * client takes it all the same (RFC 6749 §5.1). Left out too is issued_token_type, which public samples lack
     * (docs/sources.md, ANS proxy).
     */
    static JsonObject unusual(JsonObject answer) {
        return answer.without("expires_in")
                .without("scope")
                .without("issued_token_type")
                .with("token_type", answer.text("token_type").orElse("").toUpperCase(Locale.ROOT))
                .with("x_unknown", JsonObject.EMPTY.with("since", 1))
                .with("x_unknown_too", true);
    }

    @Override
    public Response status(int code) {
        return new OAuthError(code, error(code), DESCRIPTION).reply().response();
    }

    /** Codes of RFC 6749 §4.1.2.1 and §5.2, and for userinfo of RFC 6750 §3.1. */
    private String error(int code) {
        return switch (code) {
            case 401 -> bearer() ? "invalid_token" : "invalid_client";
            case 403 -> bearer() ? "insufficient_scope" : "access_denied";
            case 503 -> "temporarily_unavailable";
            default -> code < 500 ? "invalid_request" : "server_error";
        };
    }

    /** Whether tokens are presented here rather than asked for. */
    private boolean bearer() {
        return stage == Stage.PSC_USERINFO || stage == Stage.RESOURCE;
    }

    /** CIBA Core §11 and §13, RFC 7662 §2.2, RFC 6750 §3.1; for an exchange what Keycloak answers to a client not allowed. */
    @Override
    public Response refusal() {
        return switch (stage) {
            case PSC_CIBA, EXCHANGE ->
                new OAuthError(403, "access_denied", DESCRIPTION).reply().response();
            case PSC_INTROSPECTION, API_INTROSPECTION ->
                Reply.json(200, JsonObject.EMPTY.with("active", false)).response();
            case PSC_USERINFO, RESOURCE ->
                new OAuthError(401, "invalid_token", DESCRIPTION)
                        .reply()
                        .with("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                        .response();
            default -> new OAuthError(400, "access_denied", DESCRIPTION).reply().response();
        };
    }
}
