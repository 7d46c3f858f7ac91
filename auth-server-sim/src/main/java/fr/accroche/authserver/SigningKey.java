package fr.accroche.authserver;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonException;
import fr.accroche.wire.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Optional;

/** An RSA key that signs tokens (RS256); {@link SigningKeys} holds those of a server. Thread-safe. */
public final class SigningKey {

    private final RSAKey published;
    private final JWSHeader header;
    private final JWSSigner signer;
    private final JWSVerifier verifier;

    /**
     * @throws IllegalArgumentException if the key is not RSA
     */
    public SigningKey(KeyPair pair) {
        if (!(pair.getPublic() instanceof RSAPublicKey key)) {
            throw new IllegalArgumentException("tokens are signed RS256: an RSA key is needed, not "
                    + pair.getPublic().getAlgorithm());
        }
        try {
            published = new RSAKey.Builder(key)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint()
                    .build();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(published.getKeyID())
                .build();
        signer = new RSASSASigner(pair.getPrivate());
        verifier = new RSASSAVerifier(key);
    }

    /** A compact JWS of these claims. */
    public String sign(JsonObject claims) {
        JWSObject jws = new JWSObject(header, new Payload(claims.compact()));
        try {
            jws.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("an RSA private key signs RS256", e);
        }
        return jws.serialize();
    }

    /** The claims of a JWS that this key signed, whatever their dates. */
    public Optional<JsonObject> claims(String jws) {
        try {
            JWSObject parsed = JWSObject.parse(jws);
            return parsed.verify(verifier)
                    ? Optional.of(Json.parseObject(parsed.getPayload().toBytes()))
                    : Optional.empty();
        } catch (ParseException | JOSEException | JsonException e) {
            return Optional.empty();
        }
    }

    /** Its name, the {@code kid} of what it signs: its thumbprint (RFC 7638). */
    public String id() {
        return published.getKeyID();
    }

    /** Its public half as a member of a key set (RFC 7517 §4). */
    public JsonObject publicPart() {
        return Json.parseObject(published.toJSONString().getBytes(StandardCharsets.UTF_8));
    }
}
