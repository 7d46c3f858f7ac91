package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.FormGuard;
import fr.accroche.authserver.Reply;
import fr.accroche.authserver.Rules;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.Response;
import fr.accroche.wire.TraceParent;
import fr.accroche.wire.json.JsonObject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where PSC says that a session ended (OpenID Connect Back-Channel Logout 1.0 §2.5), at Keycloak's own path: every token that
 * came from that session dies with it. Nobody authenticates here; the token's signature says who speaks.
 */
final class BackchannelLogoutEndpoint {

    private static final String LOGOUT_TOKEN = "logout_token";

    private final Realm realm;
    private final LogoutTokens judge;
    private final Wording wording;
    private final Duration remembered;
    private final SecureRandom random;
    private final Clock clock;

    /** @param remembered how long an ended session is: no access token of PSC lives for longer */
    BackchannelLogoutEndpoint(
            Realm realm, LogoutTokens judge, Wording wording, Duration remembered, SecureRandom random, Clock clock) {
        this.realm = realm;
        this.judge = judge;
        this.wording = wording;
        this.remembered = remembered;
        this.random = random;
        this.clock = clock;
    }

    Reply answer(Call call) {
        call.notes().note(Fact.TELESERVICE, realm.service().label(), "realm");
        FormGuard.check(call, Rules.API_TOKEN_ALIVE);
        TraceParent trace = TraceParent.in(call.request().headers())
                .orElseGet(() -> TraceParent.begin(random))
                .within(random);
        call.notes().note(Fact.SPAN_ID, trace.spanId(), "begun here");
        try {
            Optional<JsonObject> claims = judged(call, trace);
            return wording.refusal(call).orElseGet(() -> end(call, claims.orElseThrow()));
        } catch (UpstreamFailure e) {
            return wording.refusal(call).orElseGet(() -> wording.reply(e));
        }
    }

    private Optional<JsonObject> judged(Call call, TraceParent trace) throws UpstreamFailure {
        Optional<String> token = call.parameter(LOGOUT_TOKEN);
        if (token.isEmpty()) {
            refuse(call, call.observed(LOGOUT_TOKEN));
            return Optional.empty();
        }
        LogoutTokens.Judged judged = judge.judge(token.get(), trace);
        judged.wrong().ifPresent(wrong -> refuse(call, wrong));
        return Optional.of(judged.claims());
    }

    private void refuse(Call call, Observed wrong) {
        wording.refuse(
                call,
                WireError.LOGOUT_TOKEN,
                Rules.API_TOKEN_ALIVE,
                Text.of(
                                "L'avis de déconnexion n'est pas recevable : {0} vaut « {1} ».",
                                "The logout notice is not acceptable: {0} is '{1}'.")
                        .with(wrong.where(), wrong.value()),
                new Observed(
                        "a logout_token of PSC, for this server, once", "OpenID Connect Back-Channel Logout 1.0 §2.6"),
                wrong);
    }

    /** Of two calls with one token the slower is refused, maybe after it ended the same session again, which changes nothing. */
    private Reply end(Call call, JsonObject claims) {
        endSession(call, claims);
        judge.remember(claims).ifPresent(wrong -> refuse(call, wrong));
        return wording.refusal(call).orElseGet(() -> Reply.of(Response.of(200).with("Cache-Control", "no-store")));
    }

    /** By session where the token names one; by person otherwise: of all their sessions, then (§2.4). */
    private void endSession(Call call, JsonObject claims) {
        Optional<String> session = claims.text("sid");
        Optional<String> subject = claims.text("sub");
        call.notes().note(Fact.PSC_SESSION, session, "logout_token/sid");
        Instant now = clock.instant();
        session.or(() -> subject).ifPresent(whose -> realm.ended().put(whose, now, now.plus(remembered)));
        realm.tokens()
                .revokeWhere(grant -> session.isPresent()
                        ? grant.pscSession().equals(session)
                        : grant.pscSubject().equals(subject));
    }
}
