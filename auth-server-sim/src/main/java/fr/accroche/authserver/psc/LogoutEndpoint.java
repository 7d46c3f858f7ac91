package fr.accroche.authserver.psc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.Client;
import fr.accroche.authserver.ClientAuthenticator;
import fr.accroche.authserver.FormGuard;
import fr.accroche.authserver.Ids;
import fr.accroche.authserver.OAuthError;
import fr.accroche.authserver.OAuthRefusal;
import fr.accroche.authserver.Reply;
import fr.accroche.authserver.Rules;
import fr.accroche.authserver.psc.browser.ClientGuard;
import fr.accroche.authserver.psc.browser.Cookies;
import fr.accroche.authserver.psc.browser.ErrorPage;
import fr.accroche.authserver.psc.browser.Languages;
import fr.accroche.authserver.psc.browser.LogoutPages;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.admin.Held;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Ends a session (OpenID Connect RP-Initiated Logout §2, §3), by GET or POST. The id_token of the session is enough, from a browser or
 * not: the ANS proxy posts it alone, and shows no certificate. A person is asked where the id_token is not the browser's own.
 */
final class LogoutEndpoint {

    private static final int CAPACITY = 10_000;
    /** As of an authorization request: a question put keeps it. */
    private static final int LONGEST_STATE = 2048;

    private static final Duration PAGE_LIFE = Duration.ofMinutes(30);

    /** A logout that a person is asked about. */
    private record Asked(String sessionId, Optional<String> returnTo, Optional<String> state) {}

    /** What a request says: whose logout, and where the browser goes afterwards. */
    private record Wish(Optional<String> hinted, Optional<String> returnTo, Optional<String> state) {}

    private final PscTokens tokens;
    private final PscSessions sessions;
    private final BrowserSessions browsers;
    private final ClientAuthenticator clients;
    private final LogoutPages pages;
    private final ErrorPage errors;
    private final Ids ids;
    private final Clock clock;
    private final Store<Asked> asked;

    LogoutEndpoint(
            PscTokens tokens,
            PscSessions sessions,
            BrowserSessions browsers,
            ClientAuthenticator clients,
            ErrorPage errors,
            Ids ids,
            Clock clock,
            State state) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.browsers = browsers;
        this.clients = clients;
        this.pages = new LogoutPages(Paths.REALM + Paths.LOGOUT);
        this.errors = errors;
        this.ids = ids;
        this.clock = clock;
        this.asked = state.store("logouts", Shape.of(Asked.class), CAPACITY);
    }

    /** The questions put, as a reset sees them. */
    Held held() {
        return asked;
    }

    Reply answer(Call call) {
        FormGuard.check(call, Rules.API_TOKEN_ALIVE);
        if (call.error().isPresent()) {
            return refused(call);
        }
        if (call.request().method().equals("POST")
                && call.parameter("logout_token").isPresent()) {
            return answered(call);
        }
        Optional<JsonObject> hint = call.parameter("id_token_hint").flatMap(tokens::identity);
        Optional<PscSession> here = browsers.of(call);
        check(call, hint, here);
        Optional<Client> client = client(call, hint);
        Wish wish = new Wish(hint.flatMap(claims -> claims.text("sid")), returnTo(call, client), state(call));
        call.notes().note(Fact.PSC_SESSION, wish.hinted().or(() -> here.map(PscSession::id)), "token/sid");
        return call.error().isPresent() ? refused(call) : judged(call, wish, here);
    }

    /** §2: the person MUST be asked without a hint, or where the hint is of another session than the browser's. */
    private Reply judged(Call call, Wish wish, Optional<PscSession> here) {
        boolean foreign = here.isPresent() && !wish.hinted().equals(here.map(PscSession::id));
        if (!foreign) {
            wish.hinted().ifPresent(sessions::end);
            return browsers.forget(call, after(call, wish.returnTo(), wish.state()));
        }
        String token = ids.opaque();
        asked.put(
                token,
                new Asked(here.get().id(), wish.returnTo(), wish.state()),
                clock.instant().plus(PAGE_LIFE));
        return pages.ask(Languages.of(call), token, wish.returnTo());
    }

    /** The person's own answer, from the browser that has the session. */
    private Reply answered(Call call) {
        Optional<Asked> question = call.parameter("logout_token").flatMap(asked::take);
        Optional<PscSession> here = browsers.of(call)
                .filter(session -> question.filter(of -> of.sessionId().equals(session.id()))
                        .isPresent());
        if (here.isEmpty()) {
            return errors.told(
                    call,
                    400,
                    "expired_code",
                    Text.of("Cette page n'est plus valable.", "This page is no longer valid."));
        }
        if (call.parameter("action").filter("logout"::equals).isEmpty()) {
            return pages.kept(Languages.of(call));
        }
        call.notes().note(Fact.PSC_SESSION, here.get().id(), "cookie");
        sessions.end(here.get().id());
        return browsers.forget(
                call, after(call, question.get().returnTo(), question.get().state()));
    }

    private Reply after(Call call, Optional<String> returnTo, Optional<String> state) {
        return returnTo.map(registered -> LogoutPages.returned(registered, state))
                .orElseGet(() -> pages.done(Languages.of(call)));
    }

    private static void check(Call call, Optional<JsonObject> hint, Optional<PscSession> here) {
        Optional<String> shown = call.parameter("id_token_hint");
        boolean ofClient = hint.filter(claims -> call.parameter("client_id")
                        .map(named -> claims.text("aud").filter(named::equals).isPresent())
                        .orElse(true))
                .isPresent();
        if (shown.isPresent() ? ofClient : here.isPresent() || person(call)) {
            return;
        }
        call.refuse(OAuthRefusal.of(
                Rules.API_TOKEN_ALIVE,
                Text.of(
                        "La déconnexion ne ferme aucune session : id_token_hint n'est pas un id_token que PSC a remis à ce client.",
                        "The logout ends no session: id_token_hint is no id_token that PSC issued to this client."),
                new Observed("an id_token of this PSC", "RP-Initiated Logout §2"),
                new Observed(
                        shown.isPresent() ? "something else" : Observed.NOTHING.value(), call.where("id_token_hint")),
                OAuthError.invalidRequest("Invalid parameter: id_token_hint")));
    }

    private Optional<Client> client(Call call, Optional<JsonObject> hint) {
        return call.parameter("client_id")
                .or(() -> hint.flatMap(claims -> claims.text("aud")))
                .flatMap(clients::client);
    }

    /** §3: no redirect to an address that the client did not register. */
    private static Optional<String> returnTo(Call call, Optional<Client> client) {
        Optional<String> wanted = call.parameter("post_logout_redirect_uri");
        Optional<String> good = ClientGuard.among(
                wanted,
                client.map(known -> known.registration().postLogoutRedirectUris())
                        .orElse(List.of()));
        if (wanted.isPresent() && good.isEmpty()) {
            call.refuse(OAuthRefusal.of(
                    Rules.AUTHORIZATION_REQUEST,
                    Text.of(
                            "post_logout_redirect_uri n'est pas enregistré par ce client, ou rien ne dit quel est le client.",
                            "post_logout_redirect_uri is not registered by this client, or nothing says which client it is."),
                    new Observed(
                            "operations[].psc.postLogoutRedirectUris",
                            client.map(Client::declaredAt).orElse("RP-Initiated Logout §3")),
                    call.observed("post_logout_redirect_uri"),
                    OAuthError.invalidRequest("Invalid redirect uri")));
        }
        return good;
    }

    /** §3: given back with the address, and kept until the person has answered. */
    private static Optional<String> state(Call call) {
        Optional<String> state = call.parameter("state");
        if (state.filter(value -> value.length() > LONGEST_STATE).isPresent()) {
            call.refuse(OAuthRefusal.of(
                    Rules.AUTHORIZATION_REQUEST,
                    Text.of("Le paramètre state est trop long.", "The parameter state is too long."),
                    new Observed("at most " + LONGEST_STATE + " characters", "RP-Initiated Logout §3"),
                    new Observed(state.get().length() + " characters", call.where("state")),
                    OAuthError.invalidRequest("a parameter is too long")));
        }
        return state;
    }

    /** A browser asks for pages. */
    private static boolean person(Call call) {
        return Cookies.BROWSER.in(call).isPresent()
                || call.request()
                        .headers()
                        .first("Accept")
                        .filter(accepted -> accepted.contains("text/html"))
                        .isPresent();
    }

    private Reply refused(Call call) {
        return person(call) ? errors.refused(call, 400) : call.refusal().orElseThrow();
    }
}
