package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.Endpoints;
import fr.accroche.authserver.OAuthFaults;
import fr.accroche.authserver.ResourceEndpoint;
import fr.accroche.authserver.SigningKeys;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Journal;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.Routes;
import fr.accroche.wire.ServerSettings;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.WireServer;
import fr.accroche.wire.admin.AdminDoors;
import fr.accroche.wire.admin.FaultBook;
import fr.accroche.wire.admin.Held;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.evidence.JournalObserver;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.state.State;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The authorization servers of the APIs PSC, a realm per téléservice: {@code /realms/<route>/protocol/openid-connect/{token,
 * token/introspect, revoke, certs}}, where their tokens follow PSC's sessions {@code logout/backchannel-logout} too, and {@code
 * /realms/<route>/.well-known/openid-configuration}.
 *
 * <p>An exchange is checked in this order, each guard speaking whatever the earlier ones said: form, certificate, client,
 * parameters, subject token at PSC; then, if nothing speaks against it, the API Credential.
 */
public final class ApiPscSim implements AutoCloseable {

    private final State state;
    private final MovableClock clock;
    private final FaultBook faults;
    private final Endpoints endpoints;
    private final WireClient pscClient;
    private final WireClient credentialClient;
    private final WireServer server;

    /**
     * @param keys sign the tokens of every realm, unless the state has others of another copy
     * @param state where what outlives a call is kept; several servers that share it answer as one
     */
    public ApiPscSim(
            ServerSettings server,
            ApiPscSettings settings,
            SigningKeys keys,
            Journal journal,
            State state,
            MovableClock clock,
            SecureRandom random,
            WireRuntime runtime) {
        this.state = state;
        this.clock = clock;
        SigningKeys shared = keys.sharedIn(state, "api.keys");
        this.faults = OAuthFaults.with(new FaultBook(clock, state, "api"), shared, Stage.EXCHANGE);
        this.endpoints = new Endpoints(
                server.name(),
                journal,
                clock,
                settings.settings().realistic(),
                faults,
                settings.settings().enforcement());
        this.pscClient = new WireClient(runtime, settings.upstream().pscConnection());
        this.credentialClient = new WireClient(runtime, settings.upstream().credentialConnection());
        RealmServer realms =
                new RealmServer(settings, endpoints, shared, pscClient, credentialClient, state, clock, random);
        this.server = new WireServer(
                runtime, Endpoints.limited(server), routes(realms), new JournalObserver(server.name(), journal));
    }

    /**
     * Opens the port.
     *
     * @throws fr.accroche.wire.PortBusyException if another program has it
     */
    public ApiPscSim start() {
        server.start();
        return this;
    }

    /** Where it listens; only once started. */
    public URI uri() {
        return server.uri();
    }

    /** A téléservice's token endpoint; only once started. */
    public URI tokenEndpoint(Teleservice service) {
        return uri().resolve("/realms/" + service.route() + "/protocol/openid-connect/token");
    }

    /** Where a téléservice's tokens are revoked; only once started. */
    public URI revocationEndpoint(Teleservice service) {
        return uri().resolve("/realms/" + service.route() + "/protocol/openid-connect/revoke");
    }

    /** Its faults on demand, of every realm. */
    public FaultBook faults() {
        return faults;
    }

    @Override
    public void close() {
        server.close();
        pscClient.close();
        credentialClient.close();
    }

    /** Where PSC tells a realm that a session ended, for each realm; only once started, where tokens follow sessions. */
    public List<URI> backchannelLogoutUris() {
        return services()
                .map(service -> uri().resolve(
                                "/realms/" + service.route() + "/protocol/openid-connect/logout/backchannel-logout"))
                .toList();
    }

    private static Stream<Teleservice> services() {
        return Arrays.stream(Teleservice.values()).filter(Teleservice::simulated);
    }

    private Routes routes(RealmServer server) {
        List<Realm> realms =
                services().map(service -> server.realm(service, this::uri)).toList();
        Map<String, Held> held = new HashMap<>();
        ResourceEndpoint resource = new ResourceEndpoint(Fact.API_TOKEN, token -> find(realms, token));
        Routes routes = Routes.none()
                .plus("*", "/**", endpoints::elsewhere)
                .plus("*", ResourceEndpoint.PATH, endpoints.at(Stage.RESOURCE, List.of("GET"), resource::answer));
        for (Realm realm : realms) {
            held.put("tokens." + realm.service().route(), realm);
            routes = server.plus(routes, realm);
        }
        return new AdminDoors(clock, faults, held, state).beside(routes);
    }

    /** A token of any realm. */
    private static Optional<JsonObject> find(List<Realm> realms, String token) {
        return realms.stream()
                .flatMap(realm -> realm.tokens().access(token).stream())
                .map(ApiToken::claims)
                .findFirst();
    }
}
