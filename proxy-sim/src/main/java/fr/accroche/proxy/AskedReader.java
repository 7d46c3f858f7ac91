package fr.accroche.proxy;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.Request;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonBoolean;
import fr.accroche.wire.json.JsonException;
import fr.accroche.wire.json.JsonNull;
import fr.accroche.wire.json.JsonNumber;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the body of {@code POST /connect} with the tolerance of the demonstrator (docs/sources.md, ANS proxy). */
final class AskedReader {

    private static final int LONGEST_VALUE = 256;
    private static final Set<String> CHANNELS = Set.of("CARD", "MOBILE");

    private static final Text NOT_JSON = Text.of(
            "le corps doit être du JSON, avec Content-Type: application/json",
            "send JSON, with Content-Type: application/json");
    private static final Text NO_BODY = Text.of(
            "le corps est vide : envoyez nationalId, bindingMessage, clientId et channel en JSON",
            "the body is empty: send nationalId, bindingMessage, clientId and channel as JSON");
    private static final Text UNREADABLE = Text.of("JSON illisible : « {0} »", "unreadable JSON: {0}");
    private static final Text INCOMPLETE = Text.of(
            "demande refusée {0} : il faut nationalId, bindingMessage, clientId, et channel CARD ou MOBILE",
            "request refused {0}: nationalId, bindingMessage, clientId, and channel CARD or MOBILE are needed");

    private AskedReader() {}

    static Outcome<Asked> read(Call call) {
        Request request = call.request();
        if (request.body().length == 0) {
            return Outcome.refused(problem(400, "Bad Request", "Invalid request content", NO_BODY, request));
        }
        if (!MediaTypes.isJson(request)) {
            Refused refused = problem(415, "Unsupported Media Type", NOT_JSON.en(), NOT_JSON, request);
            return Outcome.refused(refused.with("Accept", "application/json"));
        }
        try {
            return asked(Json.parseObject(request.body()), call);
        } catch (JsonException e) {
            Text why = UNREADABLE.with(e.getMessage());
            return Outcome.refused(
                    problem(400, "Bad Request", "Failed to read HTTP message: " + why.en(), why, request));
        }
    }

    private static Outcome<Asked> asked(JsonObject body, Call call) {
        Optional<String> nationalId = text(body, "nationalId");
        Optional<String> bindingMessage = text(body, "bindingMessage");
        Optional<String> clientId = text(body, "clientId");
        Optional<String> channel = text(body, "channel");
        HopNotes notes = call.notes();
        notes.note(Fact.LOGIN_HINT, nationalId, "json/nationalId");
        notes.note(Fact.BINDING_MESSAGE, bindingMessage, "json/bindingMessage");
        notes.note(Fact.CLIENT_ID, clientId, "json/clientId");
        notes.note(Fact.CHANNEL, channel, "json/channel");

        List<String> wrong = new ArrayList<>();
        require("nationalId", nationalId, wrong);
        require("bindingMessage", bindingMessage, wrong);
        require("clientId", clientId, wrong);
        require("channel", channel, wrong);
        channel.filter(value -> !CHANNELS.contains(value))
                .ifPresent(value -> wrong.add("channel value " + value + " is invalid"));
        if (!wrong.isEmpty()) {
            JsonObject metadata = JsonObject.EMPTY
                    .with("nationalId", nationalId.orElse(null))
                    .with("clientId", clientId.orElse(null));
            WireError wire = WireError.descriptor(400, wrong.toString(), metadata);
            return Outcome.refused(Refused.byContract(wire, INCOMPLETE.with(wrong)));
        }
        return Outcome.next(new Asked(
                nationalId.orElseThrow(),
                bindingMessage.orElseThrow(),
                clientId.orElseThrow(),
                channel.orElseThrow(),
                call.trace()));
    }

    private static void require(String name, Optional<String> value, List<String> wrong) {
        if (value.isEmpty()) {
            wrong.add(name + " is missing");
        }
    }

    /** A text, or a number or truth value read as one. */
    private static Optional<String> text(JsonObject body, String name) {
        Json value = body.get(name).orElseGet(JsonNull::new);
        Optional<String> text;
        if (value instanceof JsonNull) {
            text = Optional.empty();
        } else if (value instanceof JsonText present) {
            text = Optional.of(present.value());
        } else if (value instanceof JsonNumber number) {
            text = Optional.of(number.value().toString());
        } else if (value instanceof JsonBoolean truth) {
            text = Optional.of(String.valueOf(truth.value()));
        } else {
            throw new JsonException(name + " must be a text");
        }
        if (text.filter(present -> present.length() > LONGEST_VALUE).isPresent()) {
            throw new JsonException(name + " is longer than " + LONGEST_VALUE + " characters");
        }
        return text;
    }

    private static Refused problem(int status, String title, String detail, Text sentence, Request request) {
        return Refused.byContract(WireError.problem(status, title, detail, request.path()), sentence);
    }
}
