package fr.accroche.authserver.apipsc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Response;
import fr.accroche.wire.TraceParent;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.json.JsonObject;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * PSC's keys, kept for a while, or until a token comes with a key that is not among them: they rotate, and a key that was
 * withdrawn is not to be trusted for ever (OpenID Connect Core §10.1.1). A caller cannot make this server ask at every call:
 * unknown keys are asked for once in a while only. Thread-safe.
 *
 * <p>Each process keeps its own: any may ask PSC again.
 */
final class PscKeys {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** PSC's own {@code max-age} is a minute; one that says nothing is not to be asked much more often. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    /** Those that PSC advertises and that need no secret. */
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    /**
     * What PSC answered.
     *
     * @param keys its keys
     * @param at when, by the chain's clock
     * @param really when, by real time, which no one moves
     */
    private record Answer(JWKSet keys, Instant at, Instant really) {}

    private final PscServer psc;
    private final MovableClock clock;
    private volatile Answer last = new Answer(new JWKSet(), Instant.MIN, Instant.MIN);

    PscKeys(PscServer psc, MovableClock clock) {
        this.psc = psc;
        this.clock = clock;
    }

    /**
     * The claims of a token that one of the keys signed; empty if none did.
     *
     * @throws UpstreamFailure if PSC does not give its keys
     */
    Optional<JsonObject> verified(String token, TraceParent trace) throws UpstreamFailure {
        Optional<JWSObject> parsed = CompactJws.parse(token).filter(jws -> {
            JWSHeader header = jws.getHeader();
            return ALGORITHMS.contains(header.getAlgorithm())
                    && header.getKeyID() != null
                    && header.getCriticalParams() == null;
        });
        if (parsed.isEmpty()) {
            return Optional.empty();
        }
        JWSObject jws = parsed.get();
        Optional<JWK> key = key(jws.getHeader().getKeyID(), trace);
        return key.filter(one -> signs(one, jws.getHeader()))
                .filter(one -> signed(jws, one))
                .flatMap(one -> CompactJws.claims(jws));
    }

    private Optional<JWK> key(String id, TraceParent trace) throws UpstreamFailure {
        if (lacks(id)) {
            ask(id, trace);
        }
        return Optional.ofNullable(last.keys().getKeyByKeyId(id));
    }

    /** One call at a time asks, and who waited for it may have what it needs; who needs nothing does not wait. */
    private synchronized void ask(String id, TraceParent trace) throws UpstreamFailure {
        if (lacks(id)) {
            last = new Answer(fetch(trace), clock.instant(), clock.real().instant());
        }
    }

    private boolean lacks(String id) {
        Answer known = last;
        return older(known, KEPT) || known.keys().getKeyByKeyId(id) == null && older(known, PATIENCE);
    }

    /** By either clock: one that stands still or was reset says nothing of how long PSC was left alone. */
    private boolean older(Answer known, Duration age) {
        Instant now = clock.instant();
        return now.isBefore(known.at())
                || !now.isBefore(known.at().plus(age))
                || !clock.real().instant().isBefore(known.really().plus(age));
    }

    private JWKSet fetch(TraceParent trace) throws UpstreamFailure {
        Response response = psc.send(ClientRequest.get(psc.at(PscEndpoint.KEYS, trace)), trace);
        if (response.status() != 200) {
            throw PscServer.failure("PSC keys: answered " + response.status(), null);
        }
        try {
            return JWKSet.parse(response.text());
        } catch (ParseException e) {
            throw PscServer.failure("PSC keys: no key set", e);
        }
    }

    /** A key that says what it is for serves for nothing else (RFC 7517 §4.2, §4.4). */
    private static boolean signs(JWK key, JWSHeader header) {
        return (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
                && (key.getAlgorithm() == null || key.getAlgorithm().equals(header.getAlgorithm()));
    }

    private static boolean signed(JWSObject jws, JWK key) {
        try {
            JWSVerifier verifier = key instanceof AsymmetricJWK asymmetric
                    ? new DefaultJWSVerifierFactory().createJWSVerifier(jws.getHeader(), asymmetric.toPublicKey())
                    : null;
            return verifier != null && jws.verify(verifier);
        } catch (JOSEException e) {
            return false;
        }
    }
}
