package fr.accroche.authserver.psc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.Client;
import fr.accroche.authserver.OAuthError;
import fr.accroche.authserver.OAuthRefusal;
import fr.accroche.authserver.Reply;
import fr.accroche.authserver.Rules;
import fr.accroche.authserver.psc.RefreshTokens.Found;
import fr.accroche.compliance.declaration.PscRegistration;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * Refresh with rotation (RFC 6749 §6). A token that comes back after it was redeemed ends its grant: the server cannot tell the
 * client from a thief (RFC 9700 §4.14.2).
 */
final class RefreshTokenGrant implements TokenGrant {

    static final String TYPE = "refresh_token";

    private static final String SCOPE = "scope";
    private static final OAuthError INVALID = OAuthError.invalidGrant("Invalid refresh token");

    private final PscTokens tokens;
    private final Issuing issuing;

    RefreshTokenGrant(PscTokens tokens, Issuing issuing) {
        this.tokens = tokens;
        this.issuing = issuing;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Optional<PscRegistration.Grant> registered() {
        return Optional.empty();
    }

    @Override
    public List<String> needed() {
        return List.of(TYPE);
    }

    @Override
    public Reply answer(Call call, Client client) {
        String refreshToken = call.parameter(TYPE).orElseThrow();
        return answer(call, client, refreshToken, tokens.refresh(refreshToken));
    }

    private Reply answer(Call call, Client client, String refreshToken, Found found) {
        if (found instanceof Found.Alive alive) {
            return alive(call, client, refreshToken, alive.grant());
        }
        return found instanceof Found.Redeemed redeemed
                ? redeemed(call, client, redeemed.grant())
                : refused(
                        call,
                        Text.of(
                                "Le refresh_token est inconnu, a expiré ou a été révoqué.",
                                "The refresh_token is unknown, has expired or was revoked."),
                        "none");
    }

    private Reply alive(Call call, Client client, String refreshToken, PscGrant grant) {
        if (!grant.client().clientId().equals(client.clientId())) {
            return TokenGrant.ofAnother(call, grant.client().clientId(), client, TYPE, INVALID);
        }
        List<String> asked = Scopes.words(call.parameter(SCOPE).orElse(grant.scope()));
        boolean narrower = grant.scopes().containsAll(asked) && !asked.isEmpty();
        if (!narrower) {
            refuseWider(call, grant);
        }
        return call.refusal(true)
                .orElseGet(() -> renewed(call, client, refreshToken, grant, narrower ? asked : grant.scopes()));
    }

    private Reply renewed(Call call, Client client, String refreshToken, PscGrant grant, List<String> scopes) {
        return tokens.redeem(refreshToken) instanceof Found.Alive redeemed
                ? issuing.again(call, redeemed.grant(), String.join(" ", scopes))
                : redeemed(call, client, grant);
    }

    private Reply redeemed(Call call, Client client, PscGrant grant) {
        if (!grant.client().clientId().equals(client.clientId())) {
            return TokenGrant.ofAnother(call, grant.client().clientId(), client, TYPE, INVALID);
        }
        tokens.revoke(grant);
        return refused(
                call,
                Text.of(
                        "Le refresh_token a déjà servi : PSC révoque tous les jetons de cette autorisation.",
                        "The refresh_token was already redeemed: PSC revokes every token of this grant."),
                "one redeemed before");
    }

    private static Reply refused(Call call, Text sentence, String observed) {
        return TokenGrant.refused(
                call,
                Rules.CIBA_REQUEST,
                sentence,
                new Observed("a refresh_token alive", "RFC 6749 §6"),
                new Observed(observed, call.where(TYPE)),
                INVALID);
    }

    private static void refuseWider(Call call, PscGrant grant) {
        call.refuse(OAuthRefusal.of(
                Rules.CIBA_REQUEST,
                Text.of(
                        "Un rafraîchissement demande plus de scopes que l'autorisation n'en a.",
                        "A refresh asks for more scopes than the grant has."),
                new Observed(grant.scope(), "RFC 6749 §6"),
                call.observed(SCOPE),
                new OAuthError(400, "invalid_scope", "Invalid scopes")));
    }
}
