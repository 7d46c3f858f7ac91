package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.ClientAuthenticator;
import fr.accroche.authserver.Endpoints;
import fr.accroche.authserver.Ids;
import fr.accroche.authserver.Reply;
import fr.accroche.authserver.Rules;
import fr.accroche.authserver.SigningKeys;
import fr.accroche.compliance.declaration.ApiPscChoices;
import fr.accroche.compliance.declaration.PscChoices.Acr;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.Handler;
import fr.accroche.wire.Response;
import fr.accroche.wire.Routes;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.state.State;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Puts the realms together: what they share, and each one's own endpoints. What they issued and heard is kept in their state; what
 * PSC says of itself, its keys and its endpoints, each process asks and keeps for a while by itself.
 */
final class RealmServer {

    private static final Duration LONGEST_USUAL = Duration.ofHours(1);

    private static final List<String> GET = List.of("GET");
    private static final List<String> POST = List.of("POST");

    private final ApiPscSettings settings;
    private final Endpoints endpoints;
    private final SigningKeys keys;
    private final State state;
    private final MovableClock clock;
    private final SecureRandom random;
    private final Wording wording;
    private final ClientAuthenticator clients;
    private final PscServer psc;
    private final PscKeys pscKeys;
    private final CredentialGuard credential;
    private final ApiTokens tokens;

    RealmServer(
            ApiPscSettings settings,
            Endpoints endpoints,
            SigningKeys keys,
            WireClient pscClient,
            WireClient credentialClient,
            State state,
            MovableClock clock,
            SecureRandom random) {
        this.settings = settings;
        this.endpoints = endpoints;
        this.keys = keys;
        this.state = state;
        this.clock = clock;
        this.random = random;
        Upstream upstream = settings.upstream();
        wording = Wording.of(settings.choices());
        clients = new ClientAuthenticator(settings.clients(), Rules.EXCHANGE_PARAMETERS);
        psc = new PscServer(pscClient, upstream, clock);
        pscKeys = new PscKeys(psc, clock);
        credential = new CredentialGuard(
                new CredentialApi(
                        credentialClient,
                        upstream.credentialApi(),
                        settings.settings().credential()),
                settings);
        tokens = new ApiTokens(keys, settings, new Ids(random), clock);
    }

    /** A téléservice's realm. */
    Realm realm(Teleservice service, Supplier<URI> server) {
        return Realm.in(state, service, server, settings);
    }

    /** These routes and those of a realm. */
    Routes plus(Routes routes, Realm realm) {
        ApiIntrospectionEndpoint introspection =
                new ApiIntrospectionEndpoint(realm, settings.introspectors(), clients, wording);
        RevocationEndpoint revocation = new RevocationEndpoint(realm, clients, wording);
        Handler discovery = endpoints.at(Stage.API_DISCOVERY, GET, new RealmMetadata(realm)::answer);
        Routes served = routes.plus(
                        "*", realm.at("token"), endpoints.at(Stage.EXCHANGE, POST, tokenEndpoint(realm)::answer))
                .plus(
                        "*",
                        realm.at("token/introspect"),
                        endpoints.at(Stage.API_INTROSPECTION, POST, introspection::answer))
                .plus("*", realm.at("revoke"), endpoints.at(Stage.API_REVOCATION, POST, revocation::answer))
                .plus("*", realm.at("certs"), endpoints.at(Stage.API_JWKS, GET, this::keys))
                .plus("*", realm.path() + "/.well-known/openid-configuration", discovery)
                .plus("*", "/.well-known/oauth-authorization-server" + realm.path(), discovery);
        return settings.choices().followsPscSession() ? withLogout(served, realm) : served;
    }

    private Reply keys(Call call) {
        return Reply.of(Response.of(200, "application/json", keys.keySet().compact())
                .with("Cache-Control", Endpoints.PUBLISHED));
    }

    private Routes withLogout(Routes routes, Realm realm) {
        LogoutTokens judge = new LogoutTokens(
                realm.noticed(),
                pscKeys,
                psc.issuer(),
                settings.upstream().pscCredential().clientId(),
                settings.choices().skew(),
                clock);
        BackchannelLogoutEndpoint logout =
                new BackchannelLogoutEndpoint(realm, judge, wording, remembered(), random, clock);
        return routes.plus(
                "*", realm.at("logout/backchannel-logout"), endpoints.at(Stage.API_LOGOUT, POST, logout::answer));
    }

    /** A PSC that is not simulated may let its tokens live for longer than was declared of the one that is. */
    private Duration remembered() {
        Duration declared =
                settings.settings().pscTokenLife().plus(settings.choices().skew());
        return declared.compareTo(LONGEST_USUAL) > 0 ? declared : LONGEST_USUAL;
    }

    private RealmTokenEndpoint tokenEndpoint(Realm realm) {
        ApiPscChoices choices = settings.choices();
        TargetGuard target = new TargetGuard(choices.scopeRequired(), wording);
        ExchangeGuards guards = new ExchangeGuards(
                clients,
                new ExchangeGuard(choices, wording),
                target,
                check(),
                new SubjectTokenGuard(psc.issuer(), acr(), choices.skew(), clock, wording),
                new SubjectHolderGuard(
                        choices.sameClient(),
                        settings.upstream().pscCredential().clientId(),
                        wording),
                credential,
                wording);
        return new RealmTokenEndpoint(
                realm.service(),
                clients,
                List.of(
                        new ExchangeGrant(realm, choices, guards, tokens, new Ids(random), clock),
                        new RefreshGrant(realm, tokens, target, wording)),
                wording,
                random);
    }

    /** No level is asked for where PSC tells none. */
    private Set<String> acr() {
        return settings.settings().psc().acr() == Acr.NONE ? Set.of() : settings.acceptedAcr();
    }

    private SubjectTokenCheck check() {
        return switch (settings.choices().subjectTokenCheck()) {
            case INTROSPECTION -> new PscIntrospection(psc, settings.upstream().pscCredential());
            case USERINFO -> new PscUserInfo(psc);
            case LOCAL_JWKS -> new PscLocalCheck(pscKeys);
        };
    }
}
