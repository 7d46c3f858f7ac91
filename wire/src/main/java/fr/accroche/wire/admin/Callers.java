package fr.accroche.wire.admin;

import fr.accroche.certs.SubjectName;
import fr.accroche.wire.Form;
import fr.accroche.wire.Request;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which clients a call may be of, before anyone has checked: only to choose the fault that it meets. */
final class Callers {

    private Callers() {}

    /** The CN of its certificate, its {@code client_id} in a form or a Basic header, its {@code clientId} in JSON. */
    static Set<String> of(Request request) {
        Set<String> names = new HashSet<>();
        request.peer().subject().flatMap(SubjectName::commonName).ifPresent(names::add);
        form(request.query()).ifPresent(names::add);
        basic(request).ifPresent(names::add);
        String type = request.headers().first("Content-Type").orElse("");
        if (type.startsWith("application/x-www-form-urlencoded")) {
            form(request.text()).ifPresent(names::add);
        } else if (type.startsWith("application/json")) {
            json(request).ifPresent(names::add);
        }
        return names;
    }

    private static Optional<String> form(String encoded) {
        try {
            return Form.parse(encoded).first("client_id");
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> json(Request request) {
        try {
            return Json.parseObject(request.body()).text("clientId");
        } catch (JsonException unreadable) {
            return Optional.empty();
        }
    }

    /** RFC 6749 §2.3.1: the client_id is form-encoded there. */
    private static Optional<String> basic(Request request) {
        Optional<String> header = request.headers().first("Authorization").filter(value -> value.startsWith("Basic "));
        try {
            return header.map(value -> Base64.getDecoder()
                            .decode(value.substring("Basic ".length()).trim()))
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .map(pair -> pair.split(":", 2)[0])
                    .flatMap(name -> form("client_id=" + name));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
