package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.Reply;
import fr.accroche.authserver.Rules;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.TraceParent;
import fr.accroche.wire.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * Renewal (RFC 6749 §6): a refresh token of this client, over the certificate that its tokens are bound to, for no more scopes
 * than were granted. Each use brings a new one; a second use of an old one revokes all that came from it (RFC 9700 §4.14.2).
 */
final class RefreshGrant implements RealmGrant {

    private static final String REFRESH_TOKEN = "refresh_token";

    private final Realm realm;
    private final ApiTokens tokens;
    private final TargetGuard target;
    private final Wording wording;

    RefreshGrant(Realm realm, ApiTokens tokens, TargetGuard target, Wording wording) {
        this.realm = realm;
        this.tokens = tokens;
        this.target = target;
        this.wording = wording;
    }

    @Override
    public String type() {
        return REFRESH_TOKEN;
    }

    @Override
    public Reply answer(Call call, Optional<String> clientId, TraceParent trace) {
        Optional<String> value = call.parameter(REFRESH_TOKEN);
        Optional<ApiToken> token = value.flatMap(realm.tokens()::refresh);
        if (value.isEmpty()) {
            refuse(
                    call,
                    WireError.REFRESH_TOKEN_MISSING,
                    Rules.API_TOKEN_ALIVE,
                    Text.of("Le paramètre refresh_token manque.", "The parameter refresh_token is missing."),
                    new Observed(REFRESH_TOKEN, "RFC 6749 §6"),
                    Observed.NOTHING.value());
        } else if (token.isEmpty()) {
            dead(call, value.get(), clientId);
        } else {
            return alive(call, value.get(), token.get().grant(), clientId);
        }
        return wording.refusal(call).orElseThrow();
    }

    private Reply alive(Call call, String value, Grant grant, Optional<String> clientId) {
        call.notes().note(Fact.BEARER_STATE, "active", call.where(REFRESH_TOKEN));
        Optional<String> narrower = target.scope(call, List.of(grant.scope().split(" ")));
        clientId.ifPresent(client -> holder(call, grant, client));
        boolean own = clientId.equals(Optional.of(grant.clientId()));
        return wording.refusal(call, own).orElseGet(() -> renew(call, value, clientId.orElseThrow(), narrower));
    }

    private void dead(Call call, String value, Optional<String> clientId) {
        boolean again = realm.tokens().spent(value);
        call.notes().note(Fact.BEARER_STATE, again ? "revoked" : "invalid", call.where(REFRESH_TOKEN));
        if (again && call.sound()) {
            clientId.ifPresent(proven -> realm.tokens().revokeSpent(value, proven));
        }
        refuse(
                call,
                again ? WireError.REFRESH_TOKEN_SPENT : WireError.REFRESH_TOKEN_DEAD,
                Rules.API_TOKEN_ALIVE,
                again
                        ? Text.of(
                                "Ce refresh_token a déjà servi : tous les jetons qui en viennent sont révoqués.",
                                "This refresh_token was used before: all the tokens that came from it are revoked.")
                        : Text.of(
                                "Le refresh_token est inconnu ici, a expiré ou est révoqué.",
                                "The refresh_token is unknown here, has expired or is revoked."),
                new Observed("a refresh_token alive", "RFC 6749 §6"),
                Fact.API_TOKEN.redact(value));
    }

    private void holder(Call call, Grant grant, String clientId) {
        call.notes().note(Fact.BEARER_CLIENT, grant.clientId(), "token/azp");
        if (!grant.clientId().equals(clientId)) {
            refuse(
                    call,
                    WireError.REFRESH_TOKEN_OF_ANOTHER,
                    Rules.SAME_CLIENT,
                    Text.of(
                                    "Le refresh_token a été remis à {0} ; c'est {1} qui le présente.",
                                    "The refresh_token was given to {0}; {1} presents it.")
                            .with(grant.clientId(), clientId),
                    new Observed(grant.clientId(), "token/azp"),
                    clientId);
            return;
        }
        call.notes().note(Fact.TOKEN_CNF, grant.certificateSha256(), "token/cnf");
        Optional<ObservedCertificate> shown = call.certificate().presented();
        if (shown.isPresent() && !shown.get().sha256().equals(grant.certificateSha256())) {
            refuse(
                    call,
                    WireError.REFRESH_TOKEN_UNBOUND,
                    Rules.TOKEN_BOUND,
                    Text.of(
                            "Le refresh_token est lié à un autre certificat : après un renouvellement, refaire l'échange.",
                            "The refresh_token is bound to another certificate: after a renewal, exchange again."),
                    new Observed(grant.certificateSha256(), "token/cnf"),
                    shown.get().sha256());
        }
    }

    private Reply renew(Call call, String value, String clientId, Optional<String> narrower) {
        Optional<ApiToken> redeemed = realm.tokens().redeem(value, tokens.remembered());
        if (redeemed.isEmpty()) {
            dead(call, value, Optional.of(clientId));
            return wording.refusal(call).orElseThrow();
        }
        Grant grant = redeemed.get().grant();
        JsonObject answer = tokens.more(realm, grant, realm.life(call, clientId), narrower.orElseGet(grant::scope));
        call.notes()
                .note(Fact.API_TOKEN, answer.text("access_token"), "answer/access_token")
                .note(Fact.TOKEN_PERSON, grant.person(), "token/SubjectNameID")
                .note(Fact.PSC_SESSION, grant.pscSession(), "grant/sid");
        return Reply.json(200, answer);
    }

    private void refuse(Call call, WireError error, RuleId rule, Text sentence, Observed expected, String observed) {
        wording.refuse(call, error, rule, sentence, expected, new Observed(observed, call.where(REFRESH_TOKEN)));
    }
}
