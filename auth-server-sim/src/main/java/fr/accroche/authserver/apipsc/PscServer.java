package fr.accroche.authserver.apipsc;

import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Response;
import fr.accroche.wire.TraceParent;
import fr.accroche.wire.WireClient;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;

/** PSC as these servers reach it: its usual places under its issuer. */
final class PscServer {

    private final WireClient client;
    private final URI issuer;
    private final SecureRandom random;

    PscServer(WireClient client, URI issuer, SecureRandom random) {
        this.client = client;
        this.issuer = issuer;
        this.random = random;
    }

    String issuer() {
        return issuer.toString();
    }

    URI at(String endpoint) {
        return URI.create(issuer + "/protocol/openid-connect/" + endpoint);
    }

    /** @throws UpstreamFailure if nothing comes back */
    Response send(ClientRequest request, TraceParent trace) throws UpstreamFailure {
        try {
            return client.send(request.with(TraceParent.HEADER, trace.next(random)));
        } catch (IOException e) {
            throw failure("PSC gave no usable answer", e);
        }
    }

    static UpstreamFailure failure(String message, Throwable cause) {
        return new UpstreamFailure(WireError.PSC_UNAVAILABLE, message, cause);
    }
}
