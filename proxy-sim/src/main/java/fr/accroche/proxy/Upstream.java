package fr.accroche.proxy;

import fr.accroche.compliance.text.Text;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.ConnectionFailedException;
import fr.accroche.wire.ConnectionFailedException.Reason;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.WireClient;
import java.net.URI;

/** The servers behind the proxy, over one identity's own connections. */
final class Upstream implements AutoCloseable {

    private static final Text FAILED = Text.of(
            "{0} ne répond pas comme attendu (« {1} ») : vérifiez son adresse, qu'il est démarré, et les certificats des deux côtés",
            "{0} does not answer as expected ({1}): check its address, that it runs, and the certificates of both sides");

    private final WireClient client;

    Upstream(WireClient client) {
        this.client = client;
    }

    /** Sends one request, as a span of the caller's trace. */
    Outcome<Response> send(ClientRequest request, TraceContext trace) {
        try {
            return Outcome.next(sent(request, trace));
        } catch (ConnectionFailedException e) {
            return refused(request, e);
        }
    }

    /** The same, where the breaker before the server wants to know how it went. */
    Outcome<Response> send(ClientRequest request, TraceContext trace, CircuitBreaker.Permit permit) {
        try {
            Response answer = sent(request, trace);
            permit.succeeded();
            return Outcome.next(answer);
        } catch (ConnectionFailedException e) {
            permit.failed(e.reason());
            return refused(request, e);
        } catch (RuntimeException defect) {
            permit.abandoned();
            throw defect;
        }
    }

    private Response sent(ClientRequest request, TraceContext trace) throws ConnectionFailedException {
        Headers traced = trace.in(request.headers());
        return client.send(new ClientRequest(request.method(), request.uri(), traced, request.body()));
    }

    private static Outcome<Response> refused(ClientRequest request, ConnectionFailedException e) {
        return Outcome.refused(failed(request.uri(), e.reason(), e.getMessage()));
    }

    /** 503 when nobody is there, 504 when nothing came in time, 502 for the rest (RFC 9110 §15.6). */
    static Refused failed(URI uri, Reason reason, String cause) {
        WireError wire = switch (reason) {
            case UNREACHABLE -> WireError.empty(503, WireError.UNAVAILABLE);
            case TIMEOUT -> WireError.empty(504, "http_response_timeout");
            case HANDSHAKE -> WireError.empty(502, "tls_protocol_error");
            case TOO_LARGE -> WireError.empty(502, "http_response_body_size");
            case BROKEN -> WireError.empty(502, "http_response_incomplete");
            case BUSY -> WireError.empty(503, "connection_limit_reached").with("Retry-After", "1");
        };
        return Refused.byUpstreamFailure(wire, FAILED.with(server(uri), cause));
    }

    /** For people: which server. */
    static String server(URI uri) {
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    /** The connections themselves, for what does not wait for its whole answer here. */
    WireClient client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
    }
}
