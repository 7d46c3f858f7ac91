package fr.accroche.proxy;

import fr.accroche.wire.Form;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;

/** Answers of servers behind the proxy. */
final class Answers {

    static final Response PENDING = oauth(400, "authorization_pending", "still pending");
    static final Response SLOW_DOWN = oauth(400, "slow_down", "too early to access");

    private Answers() {}

    static Response json(int status, JsonObject body) {
        return Response.of(status, "application/json", body.compact());
    }

    /** RFC 6749 §5.2. */
    static Response oauth(int status, String error, String description) {
        return json(status, JsonObject.EMPTY.with("error", error).with("error_description", description));
    }

    /** An authorization server's answer to any exchange: an API token that says what it was made of. */
    static Response exchanged(Request request) {
        Form form = Form.parse(request.text());
        return json(
                200,
                JsonObject.EMPTY
                        .with(
                                "access_token",
                                "api-token" + request.path() + "-for-"
                                        + form.first("client_id").orElseThrow() + "-from-"
                                        + form.first("subject_token").orElseThrow())
                        .with("token_type", "Bearer")
                        .with("issued_token_type", "urn:ietf:params:oauth:token-type:access_token"));
    }
}
