package fr.accroche.proxy;

import fr.accroche.wire.Form;
import fr.accroche.wire.Handler;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.Routes;
import fr.accroche.wire.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What PSC answers: the professional agrees at once, unless polls are told otherwise. Tokens say who they are for. */
final class FakePsc implements Handler {

    static final String DISCOVERY = "/.well-known/wallet-openid-configuration";
    static final String CIBA = "/ext/ciba/auth";
    static final String TOKEN = "/token";
    static final String LOGOUT = "/logout";

    private final Supplier<String> base;
    private final Deque<Response> pending = new ArrayDeque<>();
    private final AtomicInteger sessions = new AtomicInteger();
    private final Routes routes = Routes.none()
            .plus("GET", DISCOVERY, request -> Answers.json(200, discovery()))
            .plus("POST", CIBA, request -> acknowledged(request, 120, 5))
            .plus("POST", TOKEN, this::token)
            .plus("POST", LOGOUT, request -> Response.of(200));

    FakePsc(Supplier<String> base) {
        this.base = base;
    }

    /** Answers these to the next polls, then tokens. */
    void polls(Response... answers) {
        pending.addAll(List.of(answers));
    }

    synchronized void forget() {
        pending.clear();
        sessions.set(0);
    }

    JsonObject discovery() {
        return JsonObject.EMPTY
                .with("issuer", base.get())
                .with("token_endpoint", base.get() + TOKEN)
                .with("backchannel_authentication_endpoint", base.get() + CIBA)
                .with("end_session_endpoint", base.get() + LOGOUT);
    }

    static Response acknowledged(Request request, long expiresIn, long interval) {
        String clientId = Form.parse(request.text()).first("client_id").orElseThrow();
        return Answers.json(
                200,
                JsonObject.EMPTY
                        .with("auth_req_id", "request-of-" + clientId)
                        .with("expires_in", expiresIn)
                        .with("interval", interval));
    }

    private synchronized Response token(Request request) {
        if (!pending.isEmpty()) {
            return pending.removeFirst();
        }
        String clientId = Form.parse(request.text()).first("client_id").orElseThrow();
        return Answers.json(200, tokens(clientId, sessions.incrementAndGet()));
    }

    static JsonObject tokens(String clientId, int session) {
        return JsonObject.EMPTY
                .with("access_token", "psc-token-" + session + "-of-" + clientId)
                .with("token_type", "Bearer")
                .with("expires_in", 120)
                .with("id_token", idToken("person-of-psc"))
                .with("session_state", "psc-session-" + session);
    }

    static String idToken(String person) {
        String claims = JsonObject.EMPTY.with("SubjectNameID", person).compact();
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2ln";
    }

    @Override
    public Response handle(Request request) throws Exception {
        return routes.handle(request);
    }
}
