package fr.accroche.authserver;

import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.util.Objects;
import java.util.Optional;

/**
 * What an endpoint answers.
 *
 * @param response the response
 * @param error its wire error, for the journal
 */
public record Reply(Response response, Optional<String> error) {

    public Reply {
        Objects.requireNonNull(response, "response");
        Objects.requireNonNull(error, "error");
    }

    public static Reply of(Response response) {
        return new Reply(response, Optional.empty());
    }

    /** A JSON answer that nobody may keep (RFC 6749 §5.1). */
    public static Reply json(int status, JsonObject body) {
        return of(Response.of(status, "application/json", body.compact())
                .with("Cache-Control", "no-store")
                .with("Pragma", "no-cache"));
    }

    public Reply failing(String wireError) {
        return new Reply(response, Optional.of(wireError));
    }

    public Reply with(String header, String value) {
        return new Reply(response.with(header, value), error);
    }
}
