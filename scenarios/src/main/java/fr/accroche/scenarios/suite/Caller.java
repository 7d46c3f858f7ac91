package fr.accroche.scenarios.suite;

import fr.accroche.compliance.declaration.LpsAuthentication;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.scenarios.lps.LpsProfile;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.TraceParent;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The LPS of one client_id before a proxy: it sends anything, as the contract asks or otherwise. */
final class Caller implements AutoCloseable {

    static final String JSON = "application/json";

    private final URI proxy;
    private final LpsProfile profile;
    private final WireClient http;
    private final RandomGenerator random;
    private final Set<String> opened;
    private final boolean streaming;

    /**
     * @param proxy where the proxy takes calls
     * @param http the LPS's own connections to it; closed with this
     */
    Caller(URI proxy, LpsProfile profile, WireClient http, RandomGenerator random) {
        this(proxy, profile, http, random, new HashSet<>(), false);
    }

    private Caller(
            URI proxy,
            LpsProfile profile,
            WireClient http,
            RandomGenerator random,
            Set<String> opened,
            boolean streaming) {
        this.proxy = proxy;
        this.profile = profile;
        this.http = http;
        this.random = random;
        this.opened = opened;
        this.streaming = streaming;
    }

    /** The same LPS on the same connections, which sends its bodies in chunks (RFC 9112 §7.1). Not to be closed as well. */
    Caller streaming() {
        return new Caller(proxy, profile, http, random, opened, true);
    }

    Operation operation() {
        return profile.operation();
    }

    LpsProfile profile() {
        return profile;
    }

    String clientId() {
        return operation().clientId().value();
    }

    String person() {
        return profile.person().nameId();
    }

    TraceParent trace() {
        return TraceParent.begin(random);
    }

    /** What a sound connection asks for. */
    JsonObject asked() {
        return JsonObject.EMPTY
                .with("nationalId", person())
                .with("bindingMessage", "42")
                .with("clientId", clientId())
                .with("channel", "MOBILE");
    }

    /** {@code POST /connect}, with more header fields as names and values in turn. */
    Response connect(JsonObject body, String... headers) throws IOException {
        return connect(trace(), body, headers);
    }

    Response connect(TraceParent trace, JsonObject body, String... headers) throws IOException {
        Response answer = call(
                trace,
                "POST",
                "/connect",
                body.compact().getBytes(StandardCharsets.UTF_8),
                Headers.of(headers).with("Content-Type", JSON));
        Live.cookie(answer).ifPresent(opened::add);
        return answer;
    }

    /** Any call without a body. */
    Response call(String method, String path, String... headers) throws IOException {
        return call(trace(), method, path, new byte[0], Headers.of(headers));
    }

    /**
     * Any call.
     *
     * @throws fr.accroche.wire.ConnectionFailedException if no answer comes
     */
    Response call(TraceParent trace, String method, String path, byte[] body, Headers headers) throws IOException {
        ClientRequest request = new ClientRequest(method, proxy.resolve(path), headers, body);
        ClientRequest framed = streaming ? request.inChunks() : request;
        return http.send(proved(framed.with(TraceParent.HEADER, trace.next(random))));
    }

    /** By HTTP Basic (RFC 7617) where that is declared; a certificate is the connection's. */
    private ClientRequest proved(ClientRequest request) {
        if (operation().lpsAuthentication() instanceof LpsAuthentication.Secret declared) {
            byte[] pair = (clientId() + ":" + declared.secret().value()).getBytes(StandardCharsets.UTF_8);
            return request.with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        return request;
    }

    /** Ends the sessions that were opened: a proxy keeps a limited number. Those that are over already are refused, and that is all. */
    @Override
    public void close() {
        for (String session : opened) {
            try {
                call("DELETE", "/disconnect", "Cookie", Live.COOKIE + "=" + session);
            } catch (IOException gone) {
                continue; // what the case saw of this proxy stands
            }
        }
        http.close();
    }
}
