package fr.accroche.teleservice;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.wire.Problem;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonException;
import fr.accroche.wire.json.JsonObject;
import java.security.PrivateKey;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /signsessiondata}: certificate, token, then the four fields of the published contract, given back with a
 * {@code signature}. Its format is not public: here a compact JWS over the four.
 *
 * @param tokens the guard of the token
 * @param key signs
 */
record SignSessionData(TokenGuard tokens, PrivateKey key) implements HopBook.Endpoint {

    private static final List<String> FIELDS = List.of("nationalId", "clientID", "proxy_session_id", "session_state");

    @Override
    public Response serve(Call call) {
        CertificateGuard.check(call);
        tokens.check(call);
        call.noteBody().note(Fact.ACTION, call.request().toString(), "HTTP");
        Optional<JsonObject> data = read(call);
        return call.answer(() -> signed(data.orElseThrow()));
    }

    private static Optional<JsonObject> read(Call call) {
        try {
            JsonObject body = Json.parseObject(call.request().body());
            call.note(Fact.CLIENT_ID, body.text("clientID"), "json/clientID")
                    .note(Fact.PSC_SESSION, body.text("session_state"), "json/session_state");
            call.notes().note(Fact.PROXY_SESSION, body.text("proxy_session_id"), "json/proxy_session_id");
            List<String> missing = FIELDS.stream()
                    .filter(field ->
                            body.text(field).filter(text -> !text.isBlank()).isEmpty())
                    .toList();
            if (missing.isEmpty()) {
                return Optional.of(body);
            }
            refuse(call, "expected as non-empty texts: " + String.join(", ", missing));
        } catch (JsonException e) {
            refuse(call, "expected a JSON object: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static void refuse(Call call, String detail) {
        call.refuse(
                Refusal.ours(Level.BUSINESS, new WireError("invalid_request", new Problem(400, detail).response())));
    }

    private Response signed(JsonObject data) {
        JsonObject four = JsonObject.EMPTY;
        for (String field : FIELDS) {
            four = four.with(field, data.text(field).orElseThrow());
        }
        JsonObject answer = four.with("signature", CompactJws.sign(four.compact(), key));
        return Response.of(200, "application/json", answer.compact());
    }
}
