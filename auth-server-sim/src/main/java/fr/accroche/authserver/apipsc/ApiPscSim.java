package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.ClientAuthenticator;
import fr.accroche.authserver.Endpoints;
import fr.accroche.authserver.ExpiringStore;
import fr.accroche.authserver.Ids;
import fr.accroche.authserver.OAuthFaults;
import fr.accroche.authserver.Reply;
import fr.accroche.authserver.Rules;
import fr.accroche.authserver.SigningKeys;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Journal;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.Response;
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
import java.net.URI;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The authorization servers of the APIs PSC, a realm per téléservice: {@code /realms/<route>/protocol/openid-connect/{token,
 * token/introspect, certs}}.
 *
 * <p>An exchange is checked in this order, each guard speaking whatever the earlier ones said: form, certificate, client,
 * parameters, subject token at PSC; then, if nothing speaks against it, the API Credential.
 */
public final class ApiPscSim implements AutoCloseable {

    /** Tokens alive at once, per realm. */
    private static final int CAPACITY = 10_000;

    private static final List<String> GET = List.of("GET");
    private static final List<String> POST = List.of("POST");

    private final ApiPscSettings settings;
    private final Endpoints endpoints;
    private final SigningKeys keys;
    private final MovableClock clock;
    private final FaultBook faults;
    private final SecureRandom random;
    private final WireClient client;
    private final WireServer server;

    /**
     * @param keys sign the tokens of every realm
     */
    public ApiPscSim(
            ServerSettings server,
            ApiPscSettings settings,
            SigningKeys keys,
            Journal journal,
            MovableClock clock,
            SecureRandom random,
            WireRuntime runtime) {
        this.settings = settings;
        this.faults = OAuthFaults.with(new FaultBook(clock), keys, Stage.EXCHANGE);
        this.endpoints = new Endpoints(server.name(), journal, clock, settings.realistic(), faults);
        this.keys = keys;
        this.clock = clock;
        this.random = random;
        this.client = new WireClient(runtime, settings.upstream().connection());
        this.server = new WireServer(
                runtime, Endpoints.limited(server), routes(), new JournalObserver(server.name(), journal));
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

    /** Its faults on demand, of every realm. */
    public FaultBook faults() {
        return faults;
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }

    private Routes routes() {
        ClientAuthenticator clients = new ClientAuthenticator(settings.clients(), Rules.EXCHANGE_PARAMETERS);
        PscIntrospection psc = new PscIntrospection(client, settings.upstream(), random);
        SubjectTokenGuard subject =
                new SubjectTokenGuard(settings.upstream().pscIssuer().toString(), settings.acceptedAcr());
        CredentialGuard credential = new CredentialGuard(
                new CredentialApi(client, settings.upstream().credentialApi(), random), settings);
        ApiTokens tokens = new ApiTokens(this::uri, keys, settings, new Ids(random), clock);
        Map<String, Held> held = new HashMap<>();
        Routes routes = Routes.none().plus("*", "/**", endpoints::elsewhere);
        for (Teleservice service : settings.securityLevels().keySet()) {
            Realm realm =
                    new Realm(service, settings.securityLevels().get(service), new ExpiringStore<>(clock, CAPACITY));
            held.put("tokens." + service.route(), realm.tokens());
            ExchangeEndpoint exchange = new ExchangeEndpoint(realm, clients, psc, subject, credential, tokens, random);
            ApiIntrospectionEndpoint introspection = new ApiIntrospectionEndpoint(realm, settings.introspectors());
            String base = realm.path() + "/protocol/openid-connect";
            routes = routes.plus("*", base + "/token", endpoints.at(Stage.EXCHANGE, POST, exchange::answer))
                    .plus(
                            "*",
                            base + "/token/introspect",
                            endpoints.at(Stage.API_INTROSPECTION, POST, introspection::answer))
                    .plus("*", base + "/certs", endpoints.at(Stage.API_JWKS, GET, this::keys));
        }
        return new AdminDoors(clock, faults, held).beside(routes);
    }

    private Reply keys(Call call) {
        return Reply.of(Response.of(200, "application/json", keys.keySet().compact()));
    }
}
