package fr.accroche.authserver.psc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.ClientAuthenticator;
import fr.accroche.authserver.EllipticKeys;
import fr.accroche.authserver.Endpoints;
import fr.accroche.authserver.IdTokens;
import fr.accroche.authserver.Ids;
import fr.accroche.authserver.OAuthFaults;
import fr.accroche.authserver.Reply;
import fr.accroche.authserver.ResourceEndpoint;
import fr.accroche.authserver.Rules;
import fr.accroche.authserver.SigningKeys;
import fr.accroche.authserver.psc.browser.Interactions;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Journal;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.ClientSettings;
import fr.accroche.wire.Handler;
import fr.accroche.wire.Response;
import fr.accroche.wire.Routes;
import fr.accroche.wire.ServerSettings;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.WireServer;
import fr.accroche.wire.admin.AdminDoors;
import fr.accroche.wire.admin.FaultBook;
import fr.accroche.wire.admin.Held;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.admin.SameOrigin;
import fr.accroche.wire.evidence.JournalObserver;
import fr.accroche.wire.state.State;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pro Santé Connect under its real paths, {@code /auth/realms/esante-wallet/…}: discovery, CIBA by poll and ping, the code flow
 * with its pages, tokens, keys, userinfo, introspection, revocation, logout; and a resource to try bound tokens on.
 *
 * <p>Its listener asks for client certificates; CIBA, token and introspection need one, or a secret where the client was
 * declared with one. Discovery, keys, userinfo, logout and what browsers see need none, as in life.
 */
public final class ProSanteConnectSim implements AutoCloseable {

    private static final List<String> GET = List.of("GET");
    private static final List<String> POST = List.of("POST");
    private static final List<String> GET_OR_POST = List.of("GET", "POST");

    private final PscSettings settings;
    private final Endpoints endpoints;
    private final SigningKeys keys;
    private final Ids ids;
    private final MovableClock clock;
    private final State state;
    private final FaultBook faults;
    private final BackchannelLogout backchannel;
    private final CibaRequests cibaRequests;
    private final CibaPings pings;
    private final WireServer server;

    /**
     * @param keys sign its tokens, unless the state has others of another copy
     * @param state where it keeps what outlives a call
     */
    public ProSanteConnectSim(
            ServerSettings server,
            PscSettings settings,
            SigningKeys keys,
            Journal journal,
            State state,
            MovableClock clock,
            SecureRandom random,
            WireRuntime runtime) {
        this.settings = settings;
        this.keys = keys.beside(EllipticKeys.ring(random)).sharedIn(state, "psc.keys");
        this.faults = OAuthFaults.with(new FaultBook(clock), this.keys, Stage.PSC_TOKEN)
                .mark(CibaTokenGrant.SLOW_DOWN, "token")
                .mark(Issuing.NO_SESSION_STATE, "token");
        this.endpoints =
                new Endpoints(server.name(), journal, clock, settings.realistic(), faults, settings.enforcement());
        this.ids = new Ids(random);
        this.clock = clock;
        this.state = PscState.of(state, settings.clients());
        this.backchannel = new BackchannelLogout(this::issuer, this.keys, ids, clock, runtime);
        this.cibaRequests = new CibaRequests(clock, this.state);
        this.pings = new CibaPings(settings, cibaRequests, server.name(), journal, clock, runtime);
        this.server = new WireServer(
                runtime, Endpoints.limited(server), routes(), new JournalObserver(server.name(), journal));
    }

    /**
     * Opens the port.
     *
     * @throws fr.accroche.wire.PortBusyException if another program has it
     */
    public ProSanteConnectSim start() {
        server.start();
        pings.start();
        return this;
    }

    /** Where it listens; only once started. */
    public URI uri() {
        return server.uri();
    }

    /** Its issuer; only once started. */
    public URI issuer() {
        return uri().resolve(Paths.REALM);
    }

    /** Where its metadata is; only once started. */
    public URI discovery() {
        return uri().resolve(Paths.REALM + Paths.WALLET_CONFIGURATION);
    }

    /** Its faults on demand. */
    public FaultBook faults() {
        return faults;
    }

    /**
     * Registers where a client is told that a session ended (OpenID Connect Back-Channel Logout 1.0 §2.2): real PSC has it in
     * the client's registration.
     *
     * @param connection how this server reaches it
     */
    public void tellLogouts(String clientId, List<URI> uris, ClientSettings connection) {
        backchannel.register(clientId, uris, connection);
    }

    @Override
    public void close() {
        server.close();
        backchannel.close();
        pings.close();
    }

    private Routes routes() {
        ClientAuthenticator clients = new ClientAuthenticator(settings.clients(), Rules.CIBA_REQUEST);
        PscSessions sessions = new PscSessions(settings.choices(), ids, clock, state, backchannel::ended);
        IdTokens idTokens = new IdTokens(keys, settings.clients());
        PscTokens tokens = new PscTokens(settings, this::issuer, idTokens, ids, clock, state, sessions);
        Issuing issuing = new Issuing(sessions, tokens, ids, settings.binding());
        Interactions logins = new Interactions(ids, clock, state);
        ECpsDesk desk = new ECpsDesk(
                new ScriptedECps(settings.choices(), settings.eCps()),
                List.of(cibaRequests, new BrowserPhones(logins, clock)),
                clock,
                state);
        BrowserDoors browser =
                new BrowserDoors(settings, clients, this::issuer, issuing, desk::device, logins, ids, clock, state);
        Discovery discovery = new Discovery(this::issuer, settings, backchannel::tellsAnyone);
        RequestObjects requestObjects =
                new RequestObjects(this::issuer, settings.choices().skew(), clock, state);
        CibaEndpoint ciba = ciba(clients, requestObjects, tokens, desk);
        TokenEndpoint token = new TokenEndpoint(
                clients,
                List.of(
                        new CibaTokenGrant(cibaRequests, issuing),
                        browser.codeGrant(),
                        new RefreshTokenGrant(tokens, issuing)));
        Map<String, Held> held = new HashMap<>(tokens.held());
        held.putAll(browser.held());
        held.put("sessions", sessions.held());
        held.put("cibaRequests", cibaRequests.held());
        held.put("requestObjects", requestObjects.held());
        held.put("eCps", desk);
        Routes doors = browser.routes(new AdminDoors(clock, faults, held).beside(Routes.none()), endpoints);
        return withTokens(doors, clients, tokens, idTokens)
                .plus("GET", Paths.ECPS, desk)
                .plus("POST", Paths.ECPS, SameOrigin.only(desk))
                .plus("*", Paths.REALM + Paths.WALLET_CONFIGURATION, at(Stage.PSC_DISCOVERY, GET, discovery::answer))
                .plus("*", Paths.REALM + Paths.CONFIGURATION, at(Stage.PSC_DISCOVERY, GET, discovery::answer))
                .plus("*", Paths.REALM + Paths.CIBA, at(Stage.PSC_CIBA, POST, ciba::answer))
                .plus("*", Paths.REALM + Paths.TOKEN, at(Stage.PSC_TOKEN, POST, token::answer))
                .plus("*", Paths.REALM + Paths.CERTS, at(Stage.PSC_JWKS, GET, this::keys))
                .plus("*", "/**", endpoints::elsewhere);
    }

    /** These routes, and those of who has a token already. */
    private Routes withTokens(Routes others, ClientAuthenticator clients, PscTokens tokens, IdTokens idTokens) {
        IntrospectionEndpoint introspection = new IntrospectionEndpoint(clients, tokens, settings.introspectors());
        RevocationEndpoint revocation = new RevocationEndpoint(clients, tokens);
        UserInfoEndpoint userInfo = new UserInfoEndpoint(tokens, idTokens, this::issuer);
        ResourceEndpoint resource = new ResourceEndpoint(
                Fact.PSC_TOKEN, shown -> tokens.access(shown).map(PscTokens.Token::claims));
        return others.plus("*", Paths.REALM + Paths.USERINFO, at(Stage.PSC_USERINFO, GET_OR_POST, userInfo::answer))
                .plus("*", Paths.REALM + Paths.INTROSPECTION, at(Stage.PSC_INTROSPECTION, POST, introspection::answer))
                .plus("*", Paths.REALM + Paths.REVOCATION, at(Stage.PSC_REVOCATION, POST, revocation::answer))
                .plus("*", ResourceEndpoint.PATH, at(Stage.RESOURCE, GET, resource::answer));
    }

    private CibaEndpoint ciba(
            ClientAuthenticator clients, RequestObjects requestObjects, PscTokens tokens, ECpsDesk desk) {
        return new CibaEndpoint(
                settings,
                clients,
                requestObjects,
                new CibaHint(settings.choices(), tokens),
                new CibaEndpoint.CibaDesk(cibaRequests, desk::device),
                ids,
                clock);
    }

    private Handler at(Stage stage, List<String> methods, Endpoints.Step step) {
        return endpoints.at(stage, methods, step);
    }

    private Reply keys(Call call) {
        return Reply.of(Response.of(200, "application/json", keys.keySet().compact())
                .with("Cache-Control", Endpoints.PUBLISHED));
    }
}
