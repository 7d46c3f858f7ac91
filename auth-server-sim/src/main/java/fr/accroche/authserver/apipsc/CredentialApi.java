package fr.accroche.authserver.apipsc;

import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Response;
import fr.accroche.wire.TraceParent;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonException;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;

/** Asks the API Credential. Beyond its four fields, its contract is this product's own invention. */
final class CredentialApi {

    private static final int LONGEST_MESSAGE = 200;

    private final WireClient client;
    private final URI endpoint;
    private final SecureRandom random;

    CredentialApi(WireClient client, URI endpoint, SecureRandom random) {
        this.client = client;
        this.endpoint = endpoint;
        this.random = random;
    }

    /**
     * Its answer.
     *
     * @throws UpstreamFailure if it neither grants nor refuses
     */
    CredentialAnswer ask(CredentialQuestion question, TraceParent trace) throws UpstreamFailure {
        JsonObject body = JsonObject.EMPTY
                .with("clientId", question.clientId())
                .with("certificateCN", question.certificateCn().orElse(null))
                .with("certificateOU", question.certificateOu().orElse(null))
                .with("securityLevel", question.securityLevel().orElse(null));
        try {
            return read(client.send(ClientRequest.post(endpoint, "application/json", body.compact())
                    .with("traceparent", trace.next(random))));
        } catch (UpstreamFailure e) {
            throw e;
        } catch (IOException | JsonException e) {
            throw new UpstreamFailure("the API Credential gave no usable answer", e);
        }
    }

    private static CredentialAnswer read(Response response) throws UpstreamFailure {
        int status = response.status();
        if (status != 200 && status != 400 && status != 401 && status != 403) {
            throw new UpstreamFailure("the API Credential answered " + status, null);
        }
        JsonObject json = Json.parseObject(response.body());
        if (status != 200) {
            String message = json.text("message").orElse("");
            return new CredentialAnswer.Refused(
                    status, json.text("field"), message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)));
        }
        if (json.text("status").filter("GRANTED"::equals).isEmpty()) {
            throw new UpstreamFailure("the API Credential answered 200 without GRANTED", null);
        }
        return new CredentialAnswer.Granted();
    }
}
