package fr.accroche.proxy;

import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.net.URI;

/**
 * One client_id calling PSC or an authorization server during one call: it proves itself by its certificate, and names
 * itself in the form (RFC 8705 §2).
 *
 * @param clientId as which it calls
 * @param upstream its own connections
 * @param trace the trace that its calls belong to
 * @param named whether it says who it is; else its certificate is left to say it
 */
record Caller(String clientId, Upstream upstream, TraceContext trace, boolean named) {

    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

    /** The beginning of every form. */
    Form form() {
        return named ? Form.of("client_id", clientId) : Form.of();
    }

    Outcome<Response> post(URI endpoint, Form form) {
        return post(upstream, endpoint, form, trace);
    }

    /** The same parameters as members of a JSON object, which is no form. */
    Outcome<Response> postJson(URI endpoint, Form form) {
        JsonObject body = JsonObject.EMPTY;
        for (String name : form.names()) {
            body = body.with(name, form.first(name).orElse(""));
        }
        return upstream.send(ClientRequest.post(endpoint, "application/json", body.compact()), trace);
    }

    static Outcome<Response> post(Upstream upstream, URI endpoint, Form form, TraceContext trace) {
        return upstream.send(ClientRequest.post(endpoint, FORM, form.encoded()), trace);
    }
}
