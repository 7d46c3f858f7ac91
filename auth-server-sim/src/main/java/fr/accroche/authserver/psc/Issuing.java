package fr.accroche.authserver.psc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.Client;
import fr.accroche.authserver.Ids;
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
 * @param ids names grants
 * @param binding how access tokens name the client's certificate; empty if they are bound to none (RFC 8705 §3)
 */
record Issuing(PscSessions sessions, PscTokens tokens, Ids ids, Optional<Thumbprint> binding) {

    /** The fault on demand that leaves session_state out of the next token response. */
    static final String NO_SESSION_STATE = "no-session-state";

    /** The first tokens of a grant. */
    Reply tokens(Call call, Client client, PscSession session, String scope, Optional<String> nonce) {
        return tokens(call, new PscGrant(ids.opaque(), session, client, scope, nonce, Optional.empty()));
    }

    /** The first tokens of a grant that is known already, by its id: so that they can be revoked when its code comes again. */
    Reply tokens(Call call, PscGrant grant) {
        return issue(call, grant.bound(certificate(call)), grant.scope());
    }

    /**
     * More tokens of a grant, bound to the certificate of this call: a client whose certificate was renewed goes on (RFC 8705
     * §6.3, §7.1: its refresh tokens are bound to it by its authentication).
     *
     * @param scope the grant's, or less
     */
    Reply again(Call call, PscGrant grant, String scope) {
        return issue(call, grant.refreshed(certificate(call)), scope);
    }

    private Reply issue(Call call, PscGrant grant, String scope) {
        String clientId = grant.client().clientId();
        JsonObject answer = call.expiredOnDemand(clientId)
                ? tokens.issue(grant, scope, Duration.ZERO)
                : tokens.issue(grant, scope, tokens.usualLife());
        call.notes()
                .note(Fact.PSC_TOKEN, answer.text("access_token"), "answer/access_token")
                .note(Fact.PSC_SESSION, grant.session().id(), "answer/session_state")
                .note(Fact.TOKEN_PERSON, grant.session().person().nationalId(), "token/SubjectNameID");
        JsonObject told = call.onDemand(NO_SESSION_STATE, clientId) ? answer.without("session_state") : answer;
        return Reply.json(200, call.tokenResponse(told, clientId));
    }

    private Optional<String> certificate(Call call) {
        return binding.flatMap(encoding -> call.request().peer().certificate().map(encoding::of));
    }
}
