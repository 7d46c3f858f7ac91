package fr.accroche.authserver.psc;

import fr.accroche.authserver.Ids;
import fr.accroche.authserver.SigningKeys;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.ClientSettings;
import fr.accroche.wire.Form;
import fr.accroche.wire.TraceParent;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * Tells the clients that registered for it that a session ended (OpenID Connect Back-Channel Logout 1.0 §2.5), before the logout
 * is answered: who sees that answer sees the tokens dead. One try each; a client that does not answer keeps its own sessions.
 */
final class BackchannelLogout implements AutoCloseable {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    /** As recommended (§2.4). */
    private static final Duration LIFE = Duration.ofMinutes(2);

    /** A client, where it is told, and how. */
    private record Registered(String clientId, List<URI> uris, WireClient connection) {}

    /** To connect, and again for the answer: the professional waits for the logout meanwhile. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** However many are silent. */
    private static final Duration ALTOGETHER = Duration.ofSeconds(4);

    private static final int LONGEST_ANSWER = 64 * 1024;

    private final Supplier<URI> issuer;
    private final SigningKeys keys;
    private final Ids ids;
    private final Clock clock;
    private final WireRuntime runtime;
    private final List<Registered> registered = new CopyOnWriteArrayList<>();

    BackchannelLogout(Supplier<URI> issuer, SigningKeys keys, Ids ids, Clock clock, WireRuntime runtime) {
        this.issuer = issuer;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
        this.runtime = runtime;
    }

    /** Whether any client is told. */
    boolean tellsAnyone() {
        return !registered.isEmpty();
    }

    void register(String clientId, List<URI> uris, ClientSettings connection) {
        registered.add(new Registered(clientId, List.copyOf(uris), new WireClient(runtime, impatient(connection))));
    }

    private static ClientSettings impatient(ClientSettings asked) {
        return new ClientSettings(
                asked.identity(),
                asked.trusted(),
                PATIENCE,
                PATIENCE,
                LONGEST_ANSWER,
                asked.connectionsPerHost(),
                asked.onlySuite());
    }

    void ended(PscSession session) {
        long end = System.nanoTime() + ALTOGETHER.toNanos();
        for (Registered client : registered) {
            for (URI uri : client.uris()) {
                if (System.nanoTime() - end < 0) {
                    tell(client, uri, session);
                }
            }
        }
    }

    /** Whether anybody heard it is the same to PSC: a client that misses it learns by itself (§2.8). */
    private void tell(Registered client, URI uri, PscSession session) {
        Form form = Form.of("logout_token", keys.signLogout(claims(client.clientId(), session)));
        ClientRequest request = ClientRequest.post(uri, "application/x-www-form-urlencoded", form.encoded())
                .with(TraceParent.HEADER, TraceParent.begin(ids.random()).next(ids.random()));
        try {
            client.connection().send(request);
        } catch (IOException unheard) {
            // The hop of a client that was told is its own to record; who was not reached has none.
        }
    }

    private JsonObject claims(String clientId, PscSession session) {
        Instant now = clock.instant();
        return JsonObject.EMPTY
                .with("iss", issuer.get().toString())
                .with("sub", PscClaims.subject(session.person()))
                .with("aud", clientId)
                .with("iat", now.getEpochSecond())
                .with("exp", now.plus(LIFE).getEpochSecond())
                .with("jti", ids.uuid())
                .with("events", JsonObject.EMPTY.with(EVENT, JsonObject.EMPTY))
                .with("sid", session.id());
    }

    @Override
    public void close() {
        registered.forEach(client -> client.connection().close());
    }
}
