package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.ClientAuthenticator;
import fr.accroche.authserver.FormGuard;
import fr.accroche.authserver.Reply;
import fr.accroche.authserver.Rules;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.wire.TraceParent;
import fr.accroche.wire.json.JsonObject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;

/**
 * A realm's token endpoint (RFC 8693): the client and its certificate, the parameters, the subject token at PSC, then the API
 * Credential.
 */
final class ExchangeEndpoint {

    private final Realm realm;
    private final ClientAuthenticator authenticator;
    private final PscIntrospection psc;
    private final SubjectTokenGuard subjectGuard;
    private final CredentialGuard credentialGuard;
    private final ApiTokens tokens;
    private final SecureRandom random;

    ExchangeEndpoint(
            Realm realm,
            ClientAuthenticator authenticator,
            PscIntrospection psc,
            SubjectTokenGuard subjectGuard,
            CredentialGuard credentialGuard,
            ApiTokens tokens,
            SecureRandom random) {
        this.realm = realm;
        this.authenticator = authenticator;
        this.psc = psc;
        this.subjectGuard = subjectGuard;
        this.credentialGuard = credentialGuard;
        this.tokens = tokens;
        this.random = random;
    }

    Reply answer(Call call) {
        TraceParent trace = trace(call);
        note(call);
        FormGuard.check(call, Rules.EXCHANGE_PARAMETERS);
        Optional<String> clientId = authenticator.authenticate(call);
        ExchangeGuard.check(call);
        try {
            Optional<JsonObject> said = introspect(call, trace);
            said.ifPresent(claims -> subjectGuard.check(call, claims, clientId));
            if (call.sound()) {
                credentialGuard.check(call, clientId.orElseThrow(), realm, trace);
            }
            return call.refusal().orElseGet(() -> issue(call, clientId.orElseThrow(), said.orElseThrow()));
        } catch (UpstreamFailure e) {
            return call.refusal().orElseGet(e::reply);
        }
    }

    /** A call without a trace begins one, so that the upstream calls still show whose they are. */
    private TraceParent trace(Call call) {
        return TraceParent.in(call.request().headers()).orElseGet(() -> {
            TraceParent begun = TraceParent.begin(random);
            call.notes().note(Fact.TRACE_ID, begun.traceId(), "begun here");
            return begun;
        });
    }

    private void note(Call call) {
        call.notes().note(Fact.TELESERVICE, realm.service().label(), "realm");
        call.note(Fact.GRANT_TYPE, "grant_type");
        call.note(Fact.SUBJECT_TOKEN_TYPE, "subject_token_type");
        call.note(Fact.PSC_TOKEN, "subject_token");
        call.note(Fact.SCOPE, "scope");
    }

    private Optional<JsonObject> introspect(Call call, TraceParent trace) throws UpstreamFailure {
        Optional<String> token = call.parameter("subject_token");
        return token.isEmpty() ? Optional.empty() : Optional.of(psc.ask(token.get(), trace));
    }

    private Reply issue(Call call, String clientId, JsonObject said) {
        ObservedCertificate bound = call.certificate().presented().orElseThrow();
        ApiTokens.Grant grant = new ApiTokens.Grant(
                clientId,
                said.text("SubjectNameID").orElseThrow(),
                call.parameter("scope").orElse(""),
                call.request().peer().certificate().orElseThrow(),
                bound.sha256());
        JsonObject answer =
                call.expiredOnDemand(clientId) ? tokens.issue(realm, grant, Duration.ZERO) : tokens.issue(realm, grant);
        call.notes()
                .note(Fact.API_TOKEN, answer.text("access_token"), "answer/access_token")
                .note(Fact.TOKEN_CNF, bound.sha256(), "token/cnf");
        return Reply.json(200, answer);
    }
}
