package fr.accroche.authserver.psc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import fr.accroche.authserver.ClientKeys;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.wire.Form;
import fr.accroche.wire.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * A request object of alpha's, as it is or wrong in some way.
 *
 * @param header its header
 * @param payload what is signed
 * @param signedBy who signs: {@code PS256}, {@code ES256}, {@code RS256}, {@code HS256}, {@code other}, or {@code nobody}
 */
record SignedRequest(JsonObject header, String payload, String signedBy) {

    static final RSAKey RSA = new RSAKey.Builder((RSAPublicKey) Identities.SIGNING.getPublic())
            .privateKey(Identities.SIGNING.getPrivate())
            .keyID("rsa")
            .keyUse(KeyUse.SIGNATURE)
            .build();
    static final ECKey EC = elliptic("ec");
    static final ECKey OTHER = elliptic("other");
    static final ClientKeys KEYS = Registrations.keys(RSA, EC);

    /** One with nothing wrong. */
    static SignedRequest sound(PscBench bench, String algorithm) {
        return new SignedRequest(
                JsonObject.EMPTY.with("alg", algorithm).with("kid", algorithm.equals("ES256") ? "ec" : "rsa"),
                claims(bench.psc.issuer().toString(), bench.clock.instant()).compact(),
                algorithm);
    }

    static JsonObject claims(String issuer, Instant now) {
        return JsonObject.EMPTY
                .with("iss", Identities.ALPHA_ID)
                .with("aud", issuer)
                .with("iat", now.getEpochSecond())
                .with("nbf", now.getEpochSecond())
                .with("exp", now.getEpochSecond() + 60)
                .with("jti", UUID.randomUUID().toString())
                .with("scope", "openid scope_all")
                .with("acr_values", "eidas1")
                .with("login_hint", PscBench.PERSON)
                .with("binding_message", "42")
                .with("channel", "CARD");
    }

    SignedRequest withHeader(JsonObject other) {
        return new SignedRequest(other, payload, signedBy);
    }

    SignedRequest withPayload(String other) {
        return new SignedRequest(header, other, signedBy);
    }

    SignedRequest by(String other) {
        return new SignedRequest(header, payload, other);
    }

    String compact() {
        String input = part(header.compact()) + "." + part(payload);
        return input + "." + signature(input);
    }

    Form form() {
        return Form.of("client_id", Identities.ALPHA_ID, "request", compact());
    }

    private String signature(String input) {
        if (signedBy.equals("nobody")) {
            return "";
        }
        try {
            JWSAlgorithm algorithm = signedBy.equals("other") ? JWSAlgorithm.ES256 : JWSAlgorithm.parse(signedBy);
            return signer().sign(new JWSHeader(algorithm), input.getBytes(StandardCharsets.US_ASCII))
                    .toString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWSSigner signer() throws JOSEException {
        return switch (signedBy) {
            case "ES256" -> new ECDSASigner(EC);
            case "other" -> new ECDSASigner(OTHER);
            case "HS256" -> new MACSigner(RSA.toRSAPublicKey().getEncoded());
            default -> new RSASSASigner(RSA);
        };
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ECKey elliptic(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(kid)
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
