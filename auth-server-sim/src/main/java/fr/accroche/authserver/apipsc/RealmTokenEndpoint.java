package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.ClientAuthenticator;
import fr.accroche.authserver.FormGuard;
import fr.accroche.authserver.Reply;
import fr.accroche.authserver.Rules;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.wire.TraceParent;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A realm's token endpoint (RFC 6749 §3.2): the form, the client and its certificate, the grant; the grant does the rest. */
final class RealmTokenEndpoint {

    private static final String BEGUN = "begun here";

    private final Teleservice service;
    private final ClientAuthenticator authenticator;
    private final Map<String, RealmGrant> grants = new LinkedHashMap<>();
    private final RealmGrant first;
    private final Wording wording;
    private final SecureRandom random;

    /** @param grants those it knows; what is wrong with a call of no grant is said as of the first */
    RealmTokenEndpoint(
            Teleservice service,
            ClientAuthenticator authenticator,
            List<RealmGrant> grants,
            Wording wording,
            SecureRandom random) {
        this.service = service;
        this.authenticator = authenticator;
        grants.forEach(grant -> this.grants.put(grant.type(), grant));
        this.first = grants.get(0);
        this.wording = wording;
        this.random = random;
    }

    Reply answer(Call call) {
        TraceParent trace = trace(call);
        call.notes().note(Fact.TELESERVICE, service.label(), "realm");
        call.note(Fact.GRANT_TYPE, "grant_type");
        call.note(Fact.SCOPE, "scope");
        FormGuard.check(call, Rules.EXCHANGE_PARAMETERS);
        Optional<String> clientId = authenticator.authenticate(call);
        RealmGrant grant = grant(call);
        try {
            return grant.answer(call, clientId, trace);
        } catch (UpstreamFailure e) {
            return wording.refusal(call).orElseGet(() -> wording.reply(e));
        }
    }

    private RealmGrant grant(Call call) {
        Optional<String> type = call.parameter("grant_type");
        Optional<RealmGrant> grant = type.map(grants::get);
        if (grant.isEmpty()) {
            wording.refuseParameter(
                    call,
                    type.isPresent() ? WireError.GRANT_TYPE_UNSUPPORTED : WireError.GRANT_TYPE_MISSING,
                    "grant_type",
                    new Observed(String.join(" | ", grants.keySet()), "RFC 8693 §2.1"),
                    call.observed("grant_type"));
        }
        return grant.orElse(first);
    }

    /** A call without a trace begins one, so that the upstream calls still show whose they are. */
    private TraceParent trace(Call call) {
        TraceParent caller = TraceParent.in(call.request().headers()).orElseGet(() -> {
            TraceParent begun = TraceParent.begin(random);
            call.notes().note(Fact.TRACE_ID, begun.traceId(), BEGUN);
            return begun;
        });
        TraceParent own = caller.within(random);
        call.notes().note(Fact.SPAN_ID, own.spanId(), BEGUN);
        return own;
    }
}
