package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.Ids;
import fr.accroche.authserver.Reply;
import fr.accroche.authserver.Rules;
import fr.accroche.compliance.declaration.ApiPscChoices;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.TraceParent;
import fr.accroche.wire.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The token exchange (RFC 8693): the parameters, the subject token, and where nothing speaks against it, the API Credential; it
 * is asked all the same where calls are only explained. A subject token counts as exchanged only once a token was issued for it.
 */
final class ExchangeGrant implements RealmGrant {

    /** How long a subject token that tells no end is remembered: longer than PSC lets one live. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Realm realm;
    private final ApiPscChoices choices;
    private final ExchangeGuards guards;
    private final ApiTokens tokens;
    private final Ids ids;
    private final Clock clock;

    ExchangeGrant(Realm realm, ApiPscChoices choices, ExchangeGuards guards, ApiTokens tokens, Ids ids, Clock clock) {
        this.realm = realm;
        this.choices = choices;
        this.guards = guards;
        this.tokens = tokens;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String type() {
        return ExchangeGuard.TOKEN_EXCHANGE;
    }

    @Override
    public Reply answer(Call call, Optional<String> clientId, TraceParent trace) throws UpstreamFailure {
        call.note(Fact.PSC_TOKEN, "subject_token");
        guards.parameters().check(call);
        Optional<String> scope = guards.target().check(call, realm);
        Optional<JsonObject> claims = subject(call, trace);
        if (claims.isPresent() && clientId.isPresent()) {
            guards.holder().check(call, claims.get(), clientId.get(), realm);
        }
        boolean passable = passable(call, clientId, claims);
        if (goesOn(call, passable)) {
            guards.credential().check(call, clientId.orElseThrow(), trace);
        }
        if (goesOn(call, passable) && choices.subjectTokenOnce()) {
            once(call, claims.orElseThrow());
        }
        return guards.wording()
                .refusal(call, passable)
                .orElseGet(() -> issue(
                        call, clientId.orElseThrow(), claims.orElseThrow(), scope.orElseGet(realm::defaultScope)));
    }

    /** The claims of the subject token, if there are any to go on with. */
    private Optional<JsonObject> subject(Call call, TraceParent trace) throws UpstreamFailure {
        Optional<String> token = call.parameter("subject_token");
        return token.isEmpty()
                ? Optional.empty()
                : guards.subject().check(call, guards.check().ask(token.get(), trace), realm);
    }

    /** Who, for whom, and the certificate to bind to: what a token is made of. */
    private boolean passable(Call call, Optional<String> clientId, Optional<JsonObject> claims) {
        return clientId.flatMap(guards.clients()::client).isPresent()
                && claims.flatMap(known -> known.text("SubjectNameID"))
                        .filter(name -> !name.isBlank())
                        .isPresent()
                && call.request().peer().certificate().isPresent()
                && call.certificate().presented().isPresent();
    }

    private static boolean goesOn(Call call, boolean passable) {
        return call.sound() || call.explains() && passable;
    }

    /** By jti, where there is one: a signature can be written in more than one way (RFC 4648 §3.5). */
    private void once(Call call, JsonObject claims) {
        Instant until = NumericDate.of(claims, "exp")
                .map(end -> end.plus(choices.skew()))
                .orElseGet(() -> clock.instant().plus(REMEMBERED));
        String digest = Fact.PSC_TOKEN.redact(call.parameter("subject_token").orElseThrow());
        if (!realm.exchanged().putNew(claims.text("jti").orElse(digest), true, until)) {
            call.notes().note(Fact.SUBJECT_TOKEN_STATE, "spent", call.where("subject_token"));
            guards.wording()
                    .refuse(
                            call,
                            WireError.SUBJECT_TOKEN_SPENT,
                            Rules.PSC_TOKEN_GENUINE,
                            Text.of(
                                    "Ce jeton PSC a déjà été échangé ici ; un jeton ne sert qu'une fois.",
                                    "This PSC token was exchanged here before; a token serves once only."),
                            new Observed("a PSC token not yet exchanged", "docs/settings.md, subjectTokenOnce"),
                            new Observed(digest, call.where("subject_token")));
        }
    }

    private Reply issue(Call call, String clientId, JsonObject claims, String scope) {
        String sha256 = call.certificate().presented().orElseThrow().sha256();
        Grant grant = new Grant(
                ids.uuid(),
                clientId,
                claims.text("SubjectNameID").orElseThrow(),
                scope,
                call.request().peer().certificate().orElseThrow(),
                sha256,
                claims.text("sid"),
                claims.text("sub"));
        Optional<String> requested = call.parameter("requested_token_type");
        boolean withRefresh = requested.map(ExchangeGuard.REFRESH_TOKEN::equals).orElse(true);
        JsonObject answer = tokens.first(realm, grant, realm.life(call, clientId), withRefresh);
        if (call.sound() && realm.hasEnded(claims)) {
            realm.tokens().revoke(grant);
            guards.subject().endedMeanwhile(call);
            return guards.wording().refusal(call).orElseThrow();
        }
        call.notes()
                .note(Fact.API_TOKEN, answer.text("access_token"), "answer/access_token")
                .note(Fact.TOKEN_CNF, sha256, "token/cnf");
        String issued = requested.filter(ExchangeGuard.JWT::equals).orElse(ExchangeGuard.ACCESS_TOKEN);
        JsonObject usual = choices.issuedTokenType() ? answer.with("issued_token_type", issued) : answer;
        return Reply.json(200, call.tokenResponse(usual, clientId));
    }
}
