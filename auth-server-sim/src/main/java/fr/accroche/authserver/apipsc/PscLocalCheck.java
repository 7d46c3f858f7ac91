package fr.accroche.authserver.apipsc;

import fr.accroche.wire.TraceParent;

/**
 * Verifies a subject token by PSC's published keys alone (RFC 9068 §4). Whether its session lives is not known then: a token
 * outlives a logout by two minutes at most. Without an end, it would outlive everything: RFC 9068 §2.2 requires one.
 */
final class PscLocalCheck implements SubjectTokenCheck {

    private static final String WHERE = "PSC/certs";

    private final PscKeys keys;

    PscLocalCheck(PscKeys keys) {
        this.keys = keys;
    }

    @Override
    public PscSays ask(String token, TraceParent trace) throws UpstreamFailure {
        return keys.verified(token, trace)
                .map(claims -> new PscSays(claims.get("exp").isPresent(), claims, WHERE))
                .orElseGet(() -> PscSays.dead(WHERE));
    }
}
