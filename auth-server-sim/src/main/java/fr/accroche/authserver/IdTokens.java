package fr.accroche.authserver;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSAEncrypter;
import fr.accroche.compliance.declaration.PscRegistration.IdTokenAlgorithm;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonException;
import fr.accroche.wire.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;

/**
 * Signs, and encrypts where so registered, what is said to a client about a person: the id_token (OpenID Connect Core §2) and the
 * answer of userinfo (§5.3.2). Signed first, then encrypted (§10.2). Thread-safe.
 *
 * @param keys of the server
 * @param clients whose secrets sign HS256
 */
public record IdTokens(SigningKeys keys, List<Client> clients) {

    public IdTokens {
        clients = List.copyOf(clients);
    }

    /** Claims as a client registered to get them. */
    public String issue(Client client, JsonObject claims) {
        IdTokenAlgorithm algorithm = client.registration().idTokenAlgorithm();
        String jws = algorithm == IdTokenAlgorithm.HS256
                ? bySecret(client.secret().orElseThrow(), claims)
                : keys.sign(algorithm.name(), claims);
        return client.encryption().map(encryption -> encrypted(jws, encryption)).orElse(jws);
    }

    /**
     * The claims of a token that was signed here for a client, whatever their dates: what an {@code id_token_hint} says. One that
     * was encrypted must have been decrypted: only its client can.
     */
    public Optional<JsonObject> claims(String jws) {
        return keys.claims(jws).or(() -> claimsBySecret(jws));
    }

    /** OpenID Connect Core §10.1: the key is the client's secret, in UTF-8. */
    private static String bySecret(String secret, JsonObject claims) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(JOSEObjectType.JWT)
                .build();
        JWSObject jws = new JWSObject(header, new Payload(claims.compact()));
        try {
            jws.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
            return jws.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("a declaration refuses HS256 with a secret of less than 32 bytes", e);
        }
    }

    private static String encrypted(String jws, Client.Encryption encryption) {
        JWEHeader header = new JWEHeader.Builder(encryption.algorithm(), EncryptionMethod.A256GCM)
                .contentType("JWT")
                .keyID(encryption.key().getKeyID())
                .build();
        JWEObject jwe = new JWEObject(header, new Payload(jws));
        try {
            jwe.encrypt(new RSAEncrypter(encryption.key()));
            return jwe.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("an RSA key of a client that was read encrypts", e);
        }
    }

    private Optional<JsonObject> claimsBySecret(String jws) {
        try {
            JWSObject parsed = StrictJws.parse(jws);
            if (!parsed.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256)) {
                return Optional.empty();
            }
            JsonObject claims = Json.parseObject(parsed.getPayload().toBytes());
            Optional<String> secret = claims.text("aud").flatMap(this::secret);
            return secret.isPresent()
                            && parsed.verify(new MACVerifier(secret.get().getBytes(StandardCharsets.UTF_8)))
                    ? Optional.of(claims)
                    : Optional.empty();
        } catch (ParseException | JOSEException | JsonException e) {
            return Optional.empty();
        }
    }

    private Optional<String> secret(String clientId) {
        return clients.stream()
                .filter(client -> client.clientId().equals(clientId))
                .filter(client -> client.registration().idTokenAlgorithm() == IdTokenAlgorithm.HS256)
                .flatMap(client -> client.secret().stream())
                .findFirst();
    }
}
