package fr.accroche.teleservice;

import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.TraceParent;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonException;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Asks the authorization server whether a token is active (RFC 7662 §2.1), over mTLS. */
final class Introspector implements AutoCloseable {

    private final IntrospectionSettings settings;
    private final RandomGenerator random;
    private final WireClient client;

    Introspector(IntrospectionSettings settings, WireRuntime runtime, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
        this.client = new WireClient(runtime, settings.client());
    }

    /** The span of a call that came with a trace, which the question below is asked in. */
    Optional<TraceParent> span(Headers headers) {
        return TraceParent.in(headers).map(caller -> caller.within(random));
    }

    /**
     * The server's answer, active or not.
     *
     * @throws IOException if there is none that can be read
     */
    JsonObject introspect(String token, Optional<TraceParent> trace) throws IOException {
        String form = Form.of("token", token, "token_type_hint", "access_token", "client_id", settings.clientId())
                .encoded();
        ClientRequest request = ClientRequest.post(settings.endpoint(), "application/x-www-form-urlencoded", form)
                .with("Accept", "application/json");
        Response response = client.send(trace.map(known -> request.with(TraceParent.HEADER, known.value()))
                .orElse(request));
        if (response.status() != 200) {
            throw new IOException("the introspection endpoint answered " + response.status() + ", expected 200");
        }
        try {
            return Json.parseObject(response.body());
        } catch (JsonException e) {
            throw new IOException("the introspection endpoint did not answer a JSON object: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
