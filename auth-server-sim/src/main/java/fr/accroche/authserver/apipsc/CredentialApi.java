package fr.accroche.authserver.apipsc;

import fr.accroche.compliance.declaration.CredentialChoices;
import fr.accroche.compliance.declaration.CredentialChoices.Method;
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
import java.util.Map;

/** Asks the API Credential. Beyond its four fields, its contract is this product's own invention, or a setting. */
final class CredentialApi {

    private static final int LONGEST_MESSAGE = 200;

    private final WireClient client;
    private final URI endpoint;
    private final CredentialChoices contract;

    CredentialApi(WireClient client, URI endpoint, CredentialChoices contract) {
        this.client = client;
        this.endpoint = endpoint;
        this.contract = contract;
    }

    /**
     * Its answer.
     *
     * @throws UpstreamFailure if it neither grants nor refuses
     */
    CredentialAnswer ask(CredentialQuestion question, TraceParent trace) throws UpstreamFailure {
        try {
            return read(client.send(request(question).with(TraceParent.HEADER, trace.value())));
        } catch (UpstreamFailure e) {
            throw e;
        } catch (IOException | JsonException e) {
            throw failure("the API Credential gave no usable answer", e);
        }
    }

    private ClientRequest request(CredentialQuestion question) {
        if (contract.method() == Method.GET) {
            Form query = Form.of();
            for (Map.Entry<String, String> field : question.fields().entrySet()) {
                query = query.plus(field.getKey(), field.getValue());
            }
            return ClientRequest.get(URI.create(endpoint + "?" + query.encoded()));
        }
        JsonObject body = JsonObject.EMPTY;
        for (Map.Entry<String, String> field : question.fields().entrySet()) {
            body = body.with(field.getKey(), field.getValue());
        }
        return ClientRequest.post(endpoint, "application/json", body.compact());
    }

    private static UpstreamFailure failure(String message, Throwable cause) {
        return new UpstreamFailure(WireError.CREDENTIAL_UNAVAILABLE, message, cause);
    }

    private CredentialAnswer read(Response response) throws UpstreamFailure {
        int status = response.status();
        if (status != 200 && status != 400 && status != 401 && status != 403) {
            throw failure("the API Credential answered " + status, null);
        }
        JsonObject json = Json.parseObject(response.body());
        if (status != 200) {
            String message = json.text("message").orElse("");
            return new CredentialAnswer.Refused(
                    status, json.text("field"), message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)));
        }
        if (json.text(contract.decisionField())
                .filter(contract.granted()::equals)
                .isEmpty()) {
            throw failure("the API Credential answered 200 without granting", null);
        }
        return new CredentialAnswer.Granted();
    }
}
