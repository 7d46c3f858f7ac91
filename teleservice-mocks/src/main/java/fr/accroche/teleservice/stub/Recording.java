package fr.accroche.teleservice.stub;

import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A call and its answer, as a stub that its user can edit. What changes from call to call is not matched: header fields, and
 * of the SOAP message everything but the payload.
 *
 * @param id the same for the same call, so that a second recording takes the place of the first
 * @param file of the body, below {@code __files}
 * @param body with templates of the request's own message identifier, where that is in it
 * @param mapping without a body
 */
record Recording(UUID id, String file, byte[] body, JsonObject mapping) {

    private static final String TEMPLATE = "{{message-id}}";
    private static final String UUID_TEMPLATE = "{{message-id 'uuid'}}";
    private static final int SHORTEST_ID = 8;
    private static final int LONGEST_NAME = 60;

    static Recording of(Request request, Caller caller, Response response) {
        String action = caller.field("X-Accroche-Action").orElse("");
        Optional<String> payload =
                Payload.of(request.headers().first("Content-Type").orElse(""), request.body());
        String key = request.method() + "\n" + request.path() + "\n" + action + "\n" + payload.orElse("");
        UUID id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        String type = response.headers().first("Content-Type").orElse("application/octet-stream");
        boolean multipart = type.startsWith("multipart/");
        String name = name(request, action) + "-" + id.toString().substring(0, 8);
        String file = "recorded/" + name + (multipart ? ".mime" : ".xml");
        Optional<String> templated = multipart ? Optional.empty() : templated(response, caller);
        JsonObject answer = JsonObject.EMPTY
                .with("status", response.status())
                .with("headers", JsonObject.EMPTY.with("Content-Type", type))
                .with("bodyFileName", file);
        JsonObject mapping = JsonObject.EMPTY
                .with("id", id.toString())
                .with("name", name)
                .with("persistent", true)
                .with("request", pattern(request, action, payload))
                .with(
                        "response",
                        templated.isEmpty()
                                ? answer
                                : answer.with(
                                        "transformers", new JsonArray(List.of(new JsonText("response-template")))));
        byte[] body =
                templated.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElse(response.body());
        return new Recording(id, file, body, mapping);
    }

    private static JsonObject pattern(Request request, String action, Optional<String> payload) {
        JsonObject pattern = JsonObject.EMPTY.with("method", request.method()).with("urlPath", request.path());
        if (!action.isEmpty()) {
            pattern = pattern.with(
                    "headers", JsonObject.EMPTY.with("X-Accroche-Action", JsonObject.EMPTY.with("equalTo", action)));
        }
        if (payload.isPresent()) {
            JsonObject matcher = JsonObject.EMPTY
                    .with("name", Payload.MATCHER)
                    .with("parameters", JsonObject.EMPTY.with("equalToXml", payload.get()));
            pattern = pattern.with("customMatcher", matcher);
        }
        return pattern;
    }

    /** Empty where the text has no identifier to be kept up with, or would itself be taken for a template. */
    private static Optional<String> templated(Response response, Caller caller) {
        String text = response.text();
        String uuid = CallerHelpers.uuid(caller);
        if (uuid.length() < SHORTEST_ID || !text.contains(uuid) || text.contains("{{")) {
            return Optional.empty();
        }
        return Optional.of(
                text.replace(caller.messageId().orElse(uuid), TEMPLATE).replace(uuid, UUID_TEMPLATE));
    }

    private static String name(Request request, String action) {
        String tail = action.substring(Math.max(action.lastIndexOf(':'), action.lastIndexOf('/')) + 1);
        String path = request.path().substring(request.path().lastIndexOf('/') + 1);
        String name = (path + "-" + tail).replaceAll("[^A-Za-z0-9]+", "-");
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }
}
