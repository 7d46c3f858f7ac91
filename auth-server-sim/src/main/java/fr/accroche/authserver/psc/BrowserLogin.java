package fr.accroche.authserver.psc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.Ids;
import fr.accroche.authserver.OAuthError;
import fr.accroche.authserver.Reply;
import fr.accroche.authserver.psc.browser.AuthorizationCodes;
import fr.accroche.authserver.psc.browser.AuthorizationRequest;
import fr.accroche.authserver.psc.browser.AuthorizationRequest.Prompt;
import fr.accroche.authserver.psc.browser.Cookies;
import fr.accroche.authserver.psc.browser.Interaction;
import fr.accroche.authserver.psc.browser.Interactions;
import fr.accroche.authserver.psc.browser.LoginPages;
import fr.accroche.compliance.declaration.PscChoices;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.identity.Professional;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** From a sound authorization request to its code (OpenID Connect Core §3.1.2.3 to §3.1.2.6): who must be asked what. */
final class BrowserLogin {

    private static final OAuthError LOGIN_REQUIRED = error("login_required", "the person must log in");
    private static final OAuthError CONSENT_REQUIRED = error("consent_required", "the person must agree");
    private static final OAuthError DENIED = error("access_denied", "the person refused");

    /** OpenID Connect Core Unmet Authentication Requirements 1.0. */
    private static final OAuthError UNMET =
            error("unmet_authentication_requirements", "the acr asked for is not given here");

    private final PscSessions sessions;
    private final BrowserSessions browsers;
    private final Interactions interactions;
    private final AuthorizationCodes<PscSession> codes;
    private final LoginPages pages;
    private final PscChoices.Acr acr;
    private final Ids ids;
    private final Clock clock;

    BrowserLogin(
            PscSessions sessions,
            BrowserSessions browsers,
            Interactions interactions,
            AuthorizationCodes<PscSession> codes,
            LoginPages pages,
            PscChoices.Acr acr,
            Ids ids,
            Clock clock) {
        this.sessions = sessions;
        this.browsers = browsers;
        this.interactions = interactions;
        this.codes = codes;
        this.pages = pages;
        this.acr = acr;
        this.ids = ids;
        this.clock = clock;
    }

    /** A request that has just come. */
    Reply begin(Call call, AuthorizationRequest request) {
        if (!request.claims().levels().isEmpty()
                && !request.claims().levels().contains(acr.name().toLowerCase(Locale.ROOT))) {
            return request.answerTo().error(UNMET);
        }
        Optional<PscSession> session = browsers.of(call).filter(found -> serves(found, request));
        if (session.isPresent()) {
            return authenticated(call, request, session.get());
        }
        if (request.asks(Prompt.NONE)) {
            return request.answerTo().error(LOGIN_REQUIRED);
        }
        Interaction.Choosing first = new Interaction.Choosing(0, Optional.empty(), Optional.empty());
        return inBrowser(call, request, first, opened -> pages.choose(opened, first));
    }

    /** Whether a session spares the person a login (max_age=0 is prompt=login: OpenID Connect Core §3.1.2.1). */
    private boolean serves(PscSession session, AuthorizationRequest request) {
        Duration age = Duration.between(session.authTime(), clock.instant());
        return !request.asks(Prompt.LOGIN)
                && !request.asks(Prompt.SELECT_ACCOUNT)
                && request.maxAge()
                        .map(most -> !most.isZero() && age.compareTo(most) <= 0)
                        .orElse(true)
                && request.isFor(PscClaims.subject(session.person()));
    }

    private interface FirstPage {
        Reply of(Interaction opened);
    }

    private Reply inBrowser(Call call, AuthorizationRequest request, Interaction.Step step, FirstPage page) {
        Optional<String> known = Cookies.BROWSER.in(call);
        String browser = known.orElseGet(ids::opaque);
        Reply reply = page.of(interactions.open(request, Optional.of(browser), step));
        return known.isPresent() ? reply : Cookies.BROWSER.set(reply, browser);
    }

    /** The person of a login that is over has just proved who they are. */
    Reply proved(Call call, AuthorizationRequest request, Professional person, String channel) {
        if (!request.isFor(PscClaims.subject(person))) {
            return request.answerTo().error(LOGIN_REQUIRED);
        }
        Optional<PscSession> before = browsers.of(call);
        PscSession session = before.filter(known -> known.person().equals(person))
                .map(known -> sessions.renew(known, channel))
                .orElseGet(() -> sessions.open(person, channel));
        before.filter(known -> !known.id().equals(session.id())).ifPresent(other -> sessions.end(other.id()));
        return browsers.remember(call, authenticated(call, request, session), session);
    }

    private Reply authenticated(Call call, AuthorizationRequest request, PscSession session) {
        boolean ask = request.asks(Prompt.CONSENT)
                || request.client().registration().consent() && !browsers.agreed(session, request);
        if (!ask) {
            return code(call, request, session);
        }
        if (request.asks(Prompt.NONE)) {
            return request.answerTo().error(CONSENT_REQUIRED);
        }
        Interaction.Consenting step = new Interaction.Consenting(session.id());
        return inBrowser(call, request, step, opened -> pages.consent(opened, session.person()));
    }

    /** The page that asks whether the person agrees, once more; empty if the session that was asked is over. */
    Optional<Reply> asked(Call call, Interaction interaction, Interaction.Consenting step) {
        return session(call, step).map(session -> pages.consent(interaction, session.person()));
    }

    /** The person agrees, in the session that was asked. */
    Reply agreed(Call call, AuthorizationRequest request, Interaction.Consenting step) {
        return session(call, step)
                .map(session -> {
                    browsers.agree(session, request);
                    return code(call, request, session);
                })
                .orElseGet(() -> lost(request));
    }

    /** The session that was asked is over. */
    Reply lost(AuthorizationRequest request) {
        return request.answerTo().error(LOGIN_REQUIRED);
    }

    private Optional<PscSession> session(Call call, Interaction.Consenting step) {
        return browsers.of(call).filter(session -> session.id().equals(step.sessionId()));
    }

    Reply refused(AuthorizationRequest request) {
        return request.answerTo().error(DENIED);
    }

    private Reply code(Call call, AuthorizationRequest request, PscSession session) {
        sessions.use(session.id());
        String code = codes.issue(request, session);
        call.notes()
                .note(Fact.AUTHORIZATION_CODE, code, "answer/code")
                .note(Fact.PSC_SESSION, session.id(), "PSC/session");
        return request.answerTo().code(code);
    }

    private static OAuthError error(String code, String description) {
        return new OAuthError(400, code, description);
    }
}
