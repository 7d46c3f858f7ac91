package fr.accroche.authserver;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonException;
import fr.accroche.wire.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Optional;

/** A key that signs tokens: RS256 of an RSA key, ES256 of one on P-256; {@link SigningKeys} holds those of a server. Thread-safe. */
public final class SigningKey {

    private final JWK both;
    private final JWK published;
    private final JWSHeader header;
    private final JWSSigner signer;
    private final JWSVerifier verifier;

    /**
     * @throws IllegalArgumentException if the key is neither RSA nor of P-256
     */
    public SigningKey(KeyPair pair) {
        try {
            if (pair.getPublic() instanceof RSAPublicKey key) {
                both = new RSAKey.Builder(key)
                        .privateKey(pair.getPrivate())
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(JWSAlgorithm.RS256)
                        .keyIDFromThumbprint()
                        .build();
                signer = new RSASSASigner(pair.getPrivate());
                verifier = new RSASSAVerifier(key);
            } else if (pair.getPublic() instanceof ECPublicKey key && isP256(key)) {
                both = new ECKey.Builder(Curve.P_256, key)
                        .privateKey(pair.getPrivate())
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(JWSAlgorithm.ES256)
                        .keyIDFromThumbprint()
                        .build();
                signer = new ECDSASigner((ECPrivateKey) pair.getPrivate());
                verifier = new ECDSAVerifier(key);
            } else {
                throw new IllegalArgumentException(
                        "tokens are signed RS256 or ES256: an RSA key is needed, or one of P-256, not "
                                + pair.getPublic().getAlgorithm());
            }
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has SHA-256 and P-256", e);
        }
        published = both.toPublicJWK();
        header = new JWSHeader.Builder((JWSAlgorithm) published.getAlgorithm())
                .type(JOSEObjectType.JWT)
                .keyID(published.getKeyID())
                .build();
    }

    /**
     * The key that {@link #secret} wrote.
     *
     * @throws IllegalStateException if it did not; the message repeats nothing of it
     */
    static SigningKey read(String secret) {
        try {
            JWK read = JWK.parse(secret);
            if (read.isPrivate() && read instanceof AsymmetricJWK key) {
                return new SigningKey(key.toKeyPair());
            }
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            // its message may hold what it could not read
        }
        throw new IllegalStateException("a shared key is none: do all copies run the same version of accroche?");
    }

    private static boolean isP256(ECPublicKey key) {
        return Curve.P_256.equals(Curve.forECParameterSpec(key.getParams()));
    }

    /** A compact JWS of these claims. */
    public String sign(JsonObject claims) {
        return sign(header, claims);
    }

    /** The same of another {@code typ} (RFC 8725 §3.11). */
    String sign(String type, JsonObject claims) {
        return sign(new JWSHeader.Builder(header).type(new JOSEObjectType(type)).build(), claims);
    }

    private String sign(JWSHeader head, JsonObject claims) {
        JWSObject jws = new JWSObject(head, new Payload(claims.compact()));
        try {
            jws.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("a private key signs with its own algorithm", e);
        }
        return jws.serialize();
    }

    /** The claims of a JWS that this key signed, whatever their dates. */
    public Optional<JsonObject> claims(String jws) {
        try {
            JWSObject parsed = StrictJws.parse(jws);
            return verifier.supportedJWSAlgorithms().contains(parsed.getHeader().getAlgorithm())
                            && parsed.verify(verifier)
                    ? Optional.of(Json.parseObject(parsed.getPayload().toBytes()))
                    : Optional.empty();
        } catch (ParseException | JOSEException | JsonException e) {
            return Optional.empty();
        }
    }

    /** The name of the key that signed a JWS, as its header has it (RFC 7515 §4.1.4); verifies nothing. */
    static Optional<String> idIn(String jws) {
        try {
            return Optional.ofNullable(StrictJws.parse(jws).getHeader().getKeyID());
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /** Its name, the {@code kid} of what it signs: its thumbprint (RFC 7638). */
    public String id() {
        return published.getKeyID();
    }

    /** Its algorithm (RFC 7518 §3.1): {@code RS256} or {@code ES256}. */
    public String algorithm() {
        return published.getAlgorithm().getName();
    }

    /** Its public half as a member of a key set (RFC 7517 §4). */
    public JsonObject publicPart() {
        return Json.parseObject(published.toJSONString().getBytes(StandardCharsets.UTF_8));
    }

    /** Both halves (RFC 7517 §4), which whoever reads them signs with too: for the other copies of this server. */
    String secret() {
        return both.toJSONString();
    }
}
