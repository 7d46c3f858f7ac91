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
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Response;
import fr.accroche.wire.TraceParent;
import fr.accroche.wire.json.JsonObject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * PSC's keys, kept until a token comes with a key that is not among them: they rotate (OpenID Connect Core §10.1.1). A caller
 * cannot make this server ask at every call: unknown keys are asked for once in a while only. Thread-safe.
 */
final class PscKeys {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Those that PSC advertises and that need no secret. */
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private final PscServer psc;
    private final Clock clock;
    private JWKSet keys = new JWKSet();
    private Instant asked = Instant.MIN;

    PscKeys(PscServer psc, Clock clock) {
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
        return key.filter(one -> signed(jws, one)).flatMap(one -> CompactJws.claims(jws));
    }

    private synchronized Optional<JWK> key(String id, TraceParent trace) throws UpstreamFailure {
        if (keys.getKeyByKeyId(id) == null && !clock.instant().isBefore(asked.plus(PATIENCE))) {
            keys = fetch(trace);
            asked = clock.instant();
        }
        return Optional.ofNullable(keys.getKeyByKeyId(id));
    }

    private JWKSet fetch(TraceParent trace) throws UpstreamFailure {
        Response response = psc.send(ClientRequest.get(psc.at("certs")), trace);
        if (response.status() != 200) {
            throw PscServer.failure("PSC keys: answered " + response.status(), null);
        }
        try {
            return JWKSet.parse(response.text());
        } catch (ParseException e) {
            throw PscServer.failure("PSC keys: no key set", e);
        }
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
