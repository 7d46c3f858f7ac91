package fr.accroche.authserver.psc;

import fr.accroche.authserver.ClientAuthenticator;
import fr.accroche.authserver.Endpoints;
import fr.accroche.authserver.Ids;
import fr.accroche.authserver.psc.browser.AuthorizationCodes;
import fr.accroche.authserver.psc.browser.AuthorizationReader;
import fr.accroche.authserver.psc.browser.ClientGuard;
import fr.accroche.authserver.psc.browser.ErrorPage;
import fr.accroche.authserver.psc.browser.Interactions;
import fr.accroche.authserver.psc.browser.LoginPages;
import fr.accroche.authserver.psc.browser.Offer;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.Handler;
import fr.accroche.wire.Routes;
import fr.accroche.wire.admin.Held;
import fr.accroche.wire.state.State;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What PSC has for browsers: the authorization endpoint, the pages, the logout, and the grant that redeems codes. */
final class BrowserDoors {

    private static final List<String> GET = List.of("GET");
    private static final List<String> GET_OR_POST = List.of("GET", "POST");

    private final Interactions interactions;
    private final BrowserSessions browsers;
    private final AuthorizationCodes<PscSession> codes;
    private final AuthorizationEndpoint authorization;
    private final LoginEndpoint login;
    private final LogoutEndpoint logout;
    private final CodeTokenGrant codeGrant;

    BrowserDoors(
            PscSettings settings,
            ClientAuthenticator clients,
            Supplier<URI> issuer,
            Issuing issuing,
            Supplier<ECps> device,
            Interactions interactions,
            Ids ids,
            Clock clock,
            State state) {
        PscSessions sessions = issuing.sessions();
        PscTokens tokens = issuing.tokens();
        ErrorPage errors = new ErrorPage(settings.realistic());
        LoginPages pages =
                new LoginPages(Paths.REALM + Paths.LOGIN, Paths.REALM + Paths.LOGIN_STATUS, settings.realistic());
        this.browsers = new BrowserSessions(
                sessions, ids, clock, state, settings.choices().sessionLife());
        this.codes = new AuthorizationCodes<>(
                ids, clock, state, PscSession.class, settings.choices().codeLife());
        this.interactions = interactions;
        BrowserLogin flow = new BrowserLogin(
                sessions,
                browsers,
                interactions,
                codes,
                pages,
                settings.choices().acr(),
                ids,
                clock);
        Offer offer = new Offer(
                Discovery.SCOPES,
                Set.copyOf(Discovery.claims()),
                CibaGuard.ACR_NEEDED,
                settings.choices().pkce());
        AuthorizationReader reader =
                new AuthorizationReader(new ClientGuard(clients), offer, issuer, tokens::subject, errors, ids);
        this.authorization = new AuthorizationEndpoint(reader, flow, interactions);
        this.login = new LoginEndpoint(
                flow, interactions, pages, errors, device, settings.choices().cibaExpiry(), ids, clock);
        this.logout = new LogoutEndpoint(tokens, sessions, browsers, clients, errors, ids, clock, state);
        this.codeGrant = new CodeTokenGrant(codes, sessions, tokens, issuing, clock);
    }

    TokenGrant codeGrant() {
        return codeGrant;
    }

    /** What is kept for browsers. */
    Map<String, Held> held() {
        Map<String, Held> held = new HashMap<>(browsers.held());
        held.put("logins", interactions.held());
        held.put("codes", codes.held());
        held.put("logouts", logout.held());
        return held;
    }

    /** These routes, and those of browsers. */
    Routes routes(Routes others, Endpoints endpoints) {
        Handler authorize = endpoints.at(Stage.PSC_AUTHORIZATION, GET_OR_POST, authorization::answer);
        return others.plus("*", Paths.REALM + Paths.AUTHORIZATION, authorize)
                .plus("*", Paths.WALLET_AUTHORIZATION, authorize)
                .plus("*", Paths.REALM + Paths.LOGIN, endpoints.at(Stage.PSC_LOGIN, GET_OR_POST, login::answer))
                .plus("*", Paths.REALM + Paths.LOGIN_STATUS, endpoints.at(Stage.PSC_LOGIN, GET, login::status))
                .plus("*", Paths.REALM + Paths.LOGOUT, endpoints.at(Stage.PSC_LOGOUT, GET_OR_POST, logout::answer));
    }
}
