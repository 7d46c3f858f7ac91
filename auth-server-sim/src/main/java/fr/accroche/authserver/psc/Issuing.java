package fr.accroche.authserver.psc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.Client;
import fr.accroche.authserver.Reply;
import fr.accroche.certs.Thumbprint;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.wire.json.JsonObject;
import java.time.Duration;
import java.util.Optional;

/**
 * Token responses, and what the journal keeps of them.
 *
 * @param sessions where sessions are opened
 * @param tokens who mints
 * @param bound whether access tokens are bound to the client's certificate (RFC 8705 §3)
 */
record Issuing(PscSessions sessions, PscTokens tokens, boolean bound) {

    /** The first tokens of a grant. */
    Reply tokens(Call call, Client client, PscSession session, String scope, Optional<String> nonce) {
        Optional<String> boundTo =
                bound ? call.request().peer().certificate().map(Thumbprint.RFC8705::of) : Optional.empty();
        return again(call, new PscGrant(session, client, scope, nonce, boundTo));
    }

    /** More tokens of a grant. */
    Reply again(Call call, PscGrant grant) {
        JsonObject answer = call.expiredOnDemand(grant.client().clientId())
                ? tokens.issue(grant, Duration.ZERO)
                : tokens.issue(grant);
        call.notes()
                .note(Fact.PSC_TOKEN, answer.text("access_token"), "answer/access_token")
                .note(Fact.PSC_SESSION, grant.session().id(), "answer/session_state")
                .note(Fact.TOKEN_PERSON, grant.session().person().nationalId(), "token/SubjectNameID");
        return Reply.json(200, answer);
    }
}
