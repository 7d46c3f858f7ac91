package fr.accroche.authserver.psc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.ClientAuthenticator;
import fr.accroche.authserver.FormGuard;
import fr.accroche.authserver.OAuthError;
import fr.accroche.authserver.OAuthRefusal;
import fr.accroche.authserver.Reply;
import fr.accroche.authserver.Rules;
import fr.accroche.authserver.psc.RefreshTokens.Found;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.Response;
import java.util.Optional;

/**
 * Revocation (RFC 7009 §2). An access token goes alone; a refresh token takes every token of its grant with it (§2.1). What is
 * unknown is revoked already (§2.2); {@code token_type_hint} is not needed to tell the types apart.
 */
final class RevocationEndpoint {

    private static final String TOKEN = "token";

    private final ClientAuthenticator authenticator;
    private final PscTokens tokens;

    RevocationEndpoint(ClientAuthenticator authenticator, PscTokens tokens) {
        this.authenticator = authenticator;
        this.tokens = tokens;
    }

    Reply answer(Call call) {
        call.note(Fact.PSC_TOKEN, TOKEN);
        FormGuard.check(call, Rules.CIBA_REQUEST);
        Optional<String> client = authenticator.authenticate(call);
        if (call.parameter(TOKEN).isEmpty()) {
            refuse(
                    call,
                    Text.of("Le paramètre token manque.", "The parameter token is missing."),
                    new Observed(TOKEN, "RFC 7009 §2.1"),
                    call.observed(TOKEN),
                    OAuthError.invalidRequest("Token not provided."));
        }
        return call.refusal()
                .orElseGet(() ->
                        revoke(call, client.orElseThrow(), call.parameter(TOKEN).orElseThrow()));
    }

    private Reply revoke(Call call, String clientId, String token) {
        Optional<PscGrant> accessed = tokens.access(token).map(PscTokens.Token::grant);
        Optional<PscGrant> refreshed = refreshed(tokens.refresh(token));
        Optional<PscGrant> grant = accessed.or(() -> refreshed);
        if (grant.isPresent() && !grant.get().client().clientId().equals(clientId)) {
            ofAnother(call, grant.get(), clientId);
        } else if (grant.isEmpty() && tokens.identity(token).isPresent()) {
            refuse(
                    call,
                    Text.of("Un id_token ne se révoque pas.", "An id_token is not revoked."),
                    new Observed("an access token, or a refresh token", "RFC 7009 §2.2.1"),
                    new Observed("an id_token", call.where(TOKEN)),
                    new OAuthError(400, "unsupported_token_type", "Unsupported token type"));
        }
        return call.refusal().orElseGet(() -> {
            accessed.ifPresent(known -> tokens.revokeAccess(token));
            refreshed.ifPresent(tokens::revoke);
            return Reply.of(Response.of(200).with("Cache-Control", "no-store").with("Pragma", "no-cache"));
        });
    }

    private static Optional<PscGrant> refreshed(Found found) {
        if (found instanceof Found.Alive alive) {
            return Optional.of(alive.grant());
        }
        return found instanceof Found.Redeemed redeemed ? Optional.of(redeemed.grant()) : Optional.empty();
    }

    /** RFC 7009 §2.1: refused, and the client is told; the code is that of a grant issued to another client (RFC 6749 §5.2). */
    private static void ofAnother(Call call, PscGrant grant, String clientId) {
        call.refuse(OAuthRefusal.of(
                Rules.SAME_CLIENT,
                Text.of(
                                "Le jeton a été remis à {0} ; c'est {1} qui le révoque.",
                                "The token was given to {0}; {1} revokes it.")
                        .with(grant.client().clientId(), clientId),
                new Observed(grant.client().clientId(), "PSC/token"),
                new Observed(clientId, call.where("client_id")),
                OAuthError.invalidGrant("The token was issued to another client")));
    }

    private static void refuse(Call call, Text sentence, Observed expected, Observed observed, OAuthError wire) {
        call.refuse(OAuthRefusal.of(Rules.CIBA_REQUEST, sentence, expected, observed, wire));
    }
}
