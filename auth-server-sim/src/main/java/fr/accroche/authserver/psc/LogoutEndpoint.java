package fr.accroche.authserver.psc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.OAuthError;
import fr.accroche.authserver.OAuthRefusal;
import fr.accroche.authserver.Reply;
import fr.accroche.authserver.Rules;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.Response;
import java.util.Optional;

/**
 * Ends a session (OpenID Connect RP-Initiated Logout §2), by GET or POST, on the id_token alone. No client certificate is asked
 * for: the ANS proxy shows none. No redirect is followed: the chain has no browser.
 */
final class LogoutEndpoint {

    private final PscTokens tokens;

    LogoutEndpoint(PscTokens tokens) {
        this.tokens = tokens;
    }

    Reply answer(Call call) {
        Optional<String> hint = call.parameter("id_token_hint");
        Optional<String> session = hint.flatMap(token -> tokens.end(token, call.parameter("client_id")));
        call.notes().note(Fact.PSC_SESSION, session, "token/sid");
        if (session.isPresent()) {
            return Reply.of(Response.of(200).with("Cache-Control", "no-store"));
        }
        call.refuse(OAuthRefusal.of(
                Rules.API_TOKEN_ALIVE,
                Text.of(
                        "La déconnexion ne ferme aucune session : id_token_hint n'est pas un id_token que PSC a remis à ce client.",
                        "The logout ends no session: id_token_hint is no id_token that PSC issued to this client."),
                new Observed("an id_token of this PSC", "RP-Initiated Logout §2"),
                new Observed(
                        hint.isPresent() ? "something else" : Observed.NOTHING.value(), call.where("id_token_hint")),
                OAuthError.invalidRequest("Invalid parameter: id_token_hint")));
        return call.refusal().orElseThrow();
    }
}
