package fr.accroche.proxy;

import fr.accroche.wire.Request;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonNull;
import fr.accroche.wire.json.JsonNumber;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * What the proxy keeps of a call for {@code GET /traces}, under the names of the contract (docs/sources.md, ANS proxy).
 *
 * @param type what happened
 * @param person who asked, and as which client
 * @param origin where the call came from
 * @param session the session, once there is one
 * @param dn subject of the certificate presented on the client's behalf
 * @param timestamp when
 * @param sent what was relayed; only for {@link Type#SEND}
 */
record Trace(
        Type type,
        Person person,
        Origin origin,
        Optional<SessionIds> session,
        Optional<String> dn,
        OffsetDateTime timestamp,
        Optional<Sent> sent) {

    private static final int LONGEST_TEXT = 512;

    /** As written in {@code type}. */
    enum Type {
        CONNECT_SUCCESS,
        CONNECT_REPLAY,
        CONNECT_FAILURE,
        SEND,
        DISCONNECT
    }

    record Person(String idRpps, String clientId) {}

    record SessionIds(Token proxy, String psc) {}

    record Sent(String route, String method, String path) {
        Sent {
            method = cut(method);
            path = cut(path);
        }
    }

    /**
     * The caller: what a front end says of it, else the connection.
     *
     * @param address as the contract writes it: a forwarded value as it is, a connection's with a leading slash
     * @param ports of the connection; none for a forwarded caller
     */
    record Origin(String address, List<Integer> ports) {

        static Origin of(Request request) {
            return request.headers()
                    .first("X-Forwarded-For")
                    .map(forwarded -> new Origin(cut(forwarded), List.of()))
                    .orElseGet(() -> new Origin(
                            "/" + request.peer().address().getAddress().getHostAddress(),
                            List.of(request.peer().address().getPort())));
        }
    }

    JsonObject json() {
        JsonObject trace = JsonObject.EMPTY
                .with("type", type.name())
                .with("clientId", person.clientId())
                .with("IdRPPS", person.idRpps())
                .with("ipAddress", origin.address())
                .with("ports", origin.ports().stream().map(Trace::number).toList())
                .with(
                        "proxy_id_session",
                        textOrNull(session.map(ids -> ids.proxy().value())))
                .with("session_state", textOrNull(session.map(SessionIds::psc)))
                .with("dn", textOrNull(dn))
                .with("timestamp", timestamp.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        return sent.map(call -> trace.with("apiRequest", json(call))).orElse(trace);
    }

    private static JsonObject json(Sent call) {
        return JsonObject.EMPTY
                .with("nomApiPsc", call.route())
                .with("methode", call.method())
                .with("path", call.path());
    }

    private static Json number(int port) {
        return new JsonNumber(BigDecimal.valueOf(port));
    }

    private static Json textOrNull(Optional<String> text) {
        return text.<Json>map(JsonText::new).orElseGet(JsonNull::new);
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }
}
