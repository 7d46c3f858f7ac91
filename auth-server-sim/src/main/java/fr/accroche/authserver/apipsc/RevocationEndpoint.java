package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.ClientAuthenticator;
import fr.accroche.authserver.FormGuard;
import fr.accroche.authserver.Reply;
import fr.accroche.authserver.Rules;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.Response;
import java.util.Optional;

/**
 * A realm's revocation (RFC 7009), for clients about their own tokens. With a refresh token goes all that came from the same
 * exchange; an access token goes alone. A token that is not known is revoked already. Hints are not needed: both kinds are
 * looked up.
 */
final class RevocationEndpoint {

    private final Realm realm;
    private final ClientAuthenticator clients;
    private final Wording wording;

    RevocationEndpoint(Realm realm, ClientAuthenticator clients, Wording wording) {
        this.realm = realm;
        this.clients = clients;
        this.wording = wording;
    }

    Reply answer(Call call) {
        call.notes().note(Fact.TELESERVICE, realm.service().label(), "realm");
        call.note(Fact.API_TOKEN, "token");
        FormGuard.check(call, Rules.API_TOKEN_ALIVE);
        Optional<String> clientId = clients.authenticate(call);
        Optional<String> value = call.parameter("token");
        if (value.isEmpty()) {
            wording.refuse(
                    call,
                    WireError.REVOCATION_TOKEN_MISSING,
                    Rules.API_TOKEN_ALIVE,
                    Text.of("Le paramètre token manque.", "The parameter token is missing."),
                    new Observed("token", "RFC 7009 §2.1"),
                    call.observed("token"));
        }
        Optional<ApiToken> token = value.flatMap(this::find);
        token.ifPresent(one -> clientId.ifPresent(client -> holder(call, one.grant(), client)));
        boolean own = token.map(one -> one.grant().clientId())
                .filter(clientId.orElse("")::equals)
                .isPresent();
        return wording.refusal(call, own).orElseGet(() -> {
            token.ifPresent(one -> revoke(value.orElseThrow(), one));
            return Reply.of(Response.of(200).with("Cache-Control", "no-store").with("Pragma", "no-cache"));
        });
    }

    private Optional<ApiToken> find(String value) {
        return realm.tokens().access(value).or(() -> realm.tokens().refresh(value));
    }

    private void holder(Call call, Grant grant, String clientId) {
        call.notes().note(Fact.BEARER_CLIENT, grant.clientId(), "token/azp");
        if (!grant.clientId().equals(clientId)) {
            wording.refuse(
                    call,
                    WireError.REVOCATION_OF_ANOTHER,
                    Rules.SAME_CLIENT,
                    Text.of(
                                    "Le jeton a été remis à {0} ; c'est {1} qui le révoque.",
                                    "The token was given to {0}; {1} revokes it.")
                            .with(grant.clientId(), clientId),
                    new Observed(grant.clientId(), "token/azp"),
                    new Observed(clientId, call.where("client_id")));
        }
    }

    /** By what the token is and not by what is alive now: a refresh token may be redeemed at this very moment. */
    private void revoke(String value, ApiToken token) {
        if (token.renews()) {
            realm.tokens().revoke(token.grant());
        } else {
            realm.tokens().revokeAccess(value);
        }
    }
}
