package fr.accroche.authserver.psc;

import fr.accroche.compliance.identity.Professional;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The claims of PSC's tokens, with the names of public samples (docs/sources.md, PSC samples).
 *
 * @param issuer iss
 * @param session whose
 * @param now iat
 */
record PscClaims(String issuer, PscSession session, Instant now) {

    /** The federation part of Keycloak's sub, {@code f:<uuid>:<id>}; a constant of this simulator. */
    private static final String SUBJECT_PREFIX = "f:00000000-0000-4000-8000-000000000000:";

    static String subject(Professional person) {
        return SUBJECT_PREFIX + person.nationalId();
    }

    JsonObject access(String id, Duration life) {
        return common(id, "Bearer", life)
                .with("authMode", session.channel())
                .with("otherIds", otherIds(session.person()))
                .with("SubjectNameID", session.person().nationalId())
                .with("preferred_username", session.person().nationalId());
    }

    JsonObject identity(String id, Duration life, String accessToken) {
        return common(id, "ID", life)
                .with("aud", session.clientId())
                .with("at_hash", leftHalf(accessToken))
                .with("SubjectNameID", session.person().nationalId())
                .with("preferred_username", session.person().nationalId())
                .with("given_name", session.person().givenName())
                .with("family_name", session.person().familyName());
    }

    JsonObject refresh(String id, Duration life) {
        return common(id, "Refresh", life).with("aud", issuer);
    }

    private JsonObject common(String id, String type, Duration life) {
        return JsonObject.EMPTY
                .with("exp", now.plus(life).getEpochSecond())
                .with("iat", now.getEpochSecond())
                .with("auth_time", session.authTime().getEpochSecond())
                .with("jti", id)
                .with("iss", issuer)
                .with("sub", subject(session.person()))
                .with("typ", type)
                .with("azp", session.clientId())
                .with("session_state", session.id())
                .with("acr", session.acr())
                .with("scope", session.scope())
                .with("sid", session.id());
    }

    static List<Json> otherIds(Professional person) {
        return List.of(JsonObject.EMPTY
                .with("identifiant", person.nationalId())
                .with("origine", person.origin())
                .with("qualite", 1));
    }

    static List<Json> texts(String... values) {
        return Arrays.stream(values).<Json>map(JsonText::new).toList();
    }

    /** at_hash (OpenID Connect Core §3.1.3.6). */
    private static String leftHalf(String accessToken) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(accessToken.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, digest.length / 2));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
