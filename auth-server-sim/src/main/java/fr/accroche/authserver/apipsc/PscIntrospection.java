package fr.accroche.authserver.apipsc;

import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.TraceParent;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonException;
import fr.accroche.wire.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Asks PSC's introspection about a subject token (RFC 7662; the CI-SIS guide, flow 15). */
final class PscIntrospection implements SubjectTokenCheck {

    private static final String WHERE = "PSC/introspection";

    private final PscServer psc;
    private final PscCredential credential;

    PscIntrospection(PscServer psc, PscCredential credential) {
        this.psc = psc;
        this.credential = credential;
    }

    @Override
    public PscSays ask(String token, TraceParent trace) throws UpstreamFailure {
        Response response = psc.send(request(token, psc.at(PscEndpoint.INTROSPECTION, trace)), trace);
        if (response.status() != 200) {
            throw PscServer.failure("PSC introspection answered " + response.status(), null);
        }
        try {
            JsonObject said = Json.parseObject(response.body());
            return new PscSays(said.bool("active").orElse(false), said, WHERE);
        } catch (JsonException e) {
            throw PscServer.failure("PSC introspection gave no usable answer", e);
        }
    }

    private ClientRequest request(String token, URI endpoint) {
        Form form = Form.of("token", token);
        return credential
                .secret()
                .map(secret -> post(endpoint, form).with("Authorization", basic(secret)))
                .orElseGet(() -> post(endpoint, form.plus("client_id", credential.clientId())));
    }

    private static ClientRequest post(URI endpoint, Form form) {
        return ClientRequest.post(endpoint, "application/x-www-form-urlencoded", form.encoded());
    }

    /** RFC 6749 §2.3.1. */
    private String basic(String secret) {
        String pair = encoded(credential.clientId()) + ":" + encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }
}
