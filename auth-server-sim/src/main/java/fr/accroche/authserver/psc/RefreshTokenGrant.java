package fr.accroche.authserver.psc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.Client;
import fr.accroche.authserver.OAuthError;
import fr.accroche.authserver.Reply;
import fr.accroche.authserver.Rules;
import fr.accroche.compliance.declaration.PscRegistration;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Optional;

/** Refresh with rotation (RFC 6749 §6). */
final class RefreshTokenGrant implements TokenGrant {

    static final String TYPE = "refresh_token";

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
        Optional<PscTokens.Token> token = tokens.refresh(refreshToken);
        if (token.isEmpty()) {
            return TokenGrant.refused(
                    call,
                    Rules.CIBA_REQUEST,
                    Text.of(
                            "Le refresh_token est inconnu, a expiré ou a déjà servi.",
                            "The refresh_token is unknown, has expired or was already redeemed."),
                    new Observed("a refresh_token alive", "RFC 6749 §6"),
                    new Observed("none", call.where(TYPE)),
                    INVALID);
        }
        String owner = token.get().grant().client().clientId();
        if (!owner.equals(client.clientId())) {
            return TokenGrant.ofAnother(call, owner, client, TYPE, INVALID);
        }
        return tokens.redeem(refreshToken)
                .map(redeemed -> issuing.again(call, redeemed.grant()))
                .orElseGet(INVALID::reply);
    }
}
