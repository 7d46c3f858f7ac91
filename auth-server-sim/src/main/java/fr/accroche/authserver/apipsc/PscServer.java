package fr.accroche.authserver.apipsc;

import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Response;
import fr.accroche.wire.TraceParent;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonException;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** PSC as these servers reach it: where its metadata says, or at its usual places under its issuer. Thread-safe. */
final class PscServer {

    private final WireClient client;
    private final URI issuer;
    private final Optional<URI> discovery;
    private final MovableClock clock;
    private volatile PscMetadata metadata = PscMetadata.NONE;

    PscServer(WireClient client, Upstream upstream, MovableClock clock) {
        this.client = client;
        this.issuer = upstream.pscIssuer();
        this.discovery = upstream.pscDiscovery();
        this.clock = clock;
    }

    String issuer() {
        return issuer.toString();
    }

    /** @throws UpstreamFailure if PSC does not say where that is */
    URI at(PscEndpoint endpoint, TraceParent trace) throws UpstreamFailure {
        if (discovery.isEmpty()) {
            return URI.create(issuer + endpoint.usual());
        }
        URI found = discovered(discovery.get(), trace).endpoints().get(endpoint);
        if (found == null) {
            throw failure("PSC's discovery document has no usable " + endpoint.member(), null);
        }
        return found;
    }

    private PscMetadata discovered(URI document, TraceParent trace) throws UpstreamFailure {
        Instant now = clock.instant();
        PscMetadata known = metadata;
        if (known.fresh(now)) {
            return known;
        }
        Response response = send(ClientRequest.get(document), trace);
        if (response.status() != 200) {
            throw failure("PSC's discovery document: answered " + response.status(), null);
        }
        try {
            metadata = PscMetadata.read(Json.parseObject(response.body()), issuer(), now);
            return metadata;
        } catch (JsonException | IllegalArgumentException e) {
            throw failure("PSC's discovery document is of no use", e);
        }
    }

    /** @throws UpstreamFailure if nothing comes back */
    Response send(ClientRequest request, TraceParent trace) throws UpstreamFailure {
        try {
            return client.send(request.with(TraceParent.HEADER, trace.value()));
        } catch (IOException e) {
            throw failure("PSC gave no usable answer", e);
        }
    }

    static UpstreamFailure failure(String message, Throwable cause) {
        return new UpstreamFailure(WireError.PSC_UNAVAILABLE, message, cause);
    }
}
