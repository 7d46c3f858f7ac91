package fr.accroche.proxy;

import fr.accroche.wire.Form;
import fr.accroche.wire.Handler;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;

/** An authorization server that gives tokens of one minute, and refresh tokens of half an hour that serve once. */
final class FakeRealm implements Handler {

    private final boolean rotating;
    private int given;
    private String refreshToken = "";

    private FakeRealm(boolean rotating) {
        this.rotating = rotating;
    }

    static FakeRealm rotating() {
        return new FakeRealm(true);
    }

    /** One whose refresh tokens serve for as long as they live. */
    static FakeRealm keeping() {
        return new FakeRealm(false);
    }

    @Override
    public synchronized Response handle(Request request) {
        Form form = Form.parse(request.text());
        boolean renewal =
                form.first("grant_type").filter("refresh_token"::equals).isPresent();
        if (renewal && !form.first("refresh_token").orElseThrow().equals(refreshToken)) {
            return Answers.oauth(400, "invalid_grant", "Token is not active");
        }
        given++;
        JsonObject answer = JsonObject.EMPTY
                .with("access_token", "api-token-" + given)
                .with("token_type", "Bearer")
                .with("expires_in", 60);
        if (renewal && !rotating) {
            return Answers.json(200, answer);
        }
        refreshToken = "refresh-token-" + given;
        return Answers.json(200, answer.with("refresh_token", refreshToken).with("refresh_expires_in", "1800"));
    }

    static JsonObject tokens(String name) {
        return JsonObject.EMPTY
                .with("access_token", "access-" + name)
                .with("token_type", "Bearer")
                .with("expires_in", 60)
                .with("refresh_token", "refresh-" + name)
                .with("refresh_expires_in", 1800);
    }
}
