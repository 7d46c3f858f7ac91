package fr.accroche.authserver;

import fr.accroche.wire.json.JsonObject;
import java.util.Objects;

/**
 * An error as it goes over the wire (RFC 6749 §5.2).
 *
 * @param status the HTTP status
 * @param error the error code
 * @param description one sentence in ASCII, as RFC 6749 §5.2 asks; never holds a value of the request
 */
public record OAuthError(int status, String error, String description) {

    public OAuthError {
        Objects.requireNonNull(error, "error");
        Objects.requireNonNull(description, "description");
    }

    public static OAuthError invalidRequest(String description) {
        return new OAuthError(400, "invalid_request", description);
    }

    public static OAuthError invalidClient(String description) {
        return new OAuthError(401, "invalid_client", description);
    }

    public static OAuthError invalidGrant(String description) {
        return new OAuthError(400, "invalid_grant", description);
    }

    /** The error as an answer. */
    public Reply reply() {
        JsonObject body = JsonObject.EMPTY.with("error", error).with("error_description", description);
        return Reply.json(status, body).failing(error);
    }
}
