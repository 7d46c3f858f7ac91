package fr.accroche.authserver.apipsc;

import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.TraceParent;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonException;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** Asks PSC about a subject token (RFC 7662; the CI-SIS guide, flow 15). */
final class PscIntrospection {

    private final WireClient client;
    private final URI endpoint;
    private final PscCredential credential;
    private final SecureRandom random;

    PscIntrospection(WireClient client, Upstream upstream, SecureRandom random) {
        this.client = client;
        this.endpoint = URI.create(upstream.pscIssuer() + "/protocol/openid-connect/token/introspect");
        this.credential = upstream.pscCredential();
        this.random = random;
    }

    /**
     * PSC's answer.
     *
     * @throws UpstreamFailure if it is no 200 with a JSON object
     */
    JsonObject ask(String token, TraceParent trace) throws UpstreamFailure {
        try {
            Response response = client.send(request(token).with("traceparent", trace.next(random)));
            if (response.status() != 200) {
                throw new UpstreamFailure("PSC introspection answered " + response.status(), null);
            }
            return Json.parseObject(response.body());
        } catch (UpstreamFailure e) {
            throw e;
        } catch (IOException | JsonException e) {
            throw new UpstreamFailure("PSC introspection gave no usable answer", e);
        }
    }

    private ClientRequest request(String token) {
        Form form = Form.of("token", token);
        return credential
                .secret()
                .map(secret -> post(form).with("Authorization", basic(secret)))
                .orElseGet(() -> post(form.plus("client_id", credential.clientId())));
    }

    private ClientRequest post(Form form) {
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
