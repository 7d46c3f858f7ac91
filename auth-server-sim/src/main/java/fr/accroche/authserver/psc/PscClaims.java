package fr.accroche.authserver.psc;

import fr.accroche.compliance.declaration.PscChoices;
import fr.accroche.compliance.exchange.Sha256;
import fr.accroche.compliance.identity.Professional;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * The claims of PSC's tokens, with the names of public samples (docs/sources.md, PSC samples).
 *
 * @param issuer iss
 * @param acr the level that they bear
 * @param grant what they stand for
 * @param now iat
 */
record PscClaims(String issuer, PscChoices.Acr acr, PscGrant grant, Instant now) {

    /** The members of an id_token that tell of the person, or of how and for whom the person authenticated. */
    static final List<String> IDENTITY = List.of(
            "sub", "aud", "iss", "exp", "iat", "auth_time", "acr", "azp", "nonce", "at_hash", "sid", "session_state");

    /** The federation part of Keycloak's sub, {@code f:<uuid>:<id>}; a constant of this simulator. */
    private static final String SUBJECT_PREFIX = "f:00000000-0000-4000-8000-000000000000:";

    /** A level as tokens write it. */
    static String level(PscChoices.Acr acr) {
        return acr.name().toLowerCase(Locale.ROOT);
    }

    static String subject(Professional person) {
        return SUBJECT_PREFIX + person.nationalId();
    }

    JsonObject access(String id, Duration life) {
        JsonObject common = common(id, "Bearer", life);
        return grant.boundTo()
                .map(thumbprint -> common.with("cnf", JsonObject.EMPTY.with("x5t#S256", thumbprint)))
                .orElse(common)
                .with("authMode", grant.session().channel())
                .with("otherIds", otherIds(grant.session().person()))
                .with("SubjectNameID", grant.session().person().nationalId())
                .with("preferred_username", grant.session().person().nationalId());
    }

    JsonObject identity(String id, Duration life, String accessToken) {
        JsonObject usual = common(id, "ID", life)
                .with("aud", grant.client().clientId())
                .with("at_hash", leftHalf(accessToken))
                .with("SubjectNameID", grant.session().person().nationalId())
                .with("preferred_username", grant.session().person().nationalId())
                .with("given_name", grant.session().person().givenName())
                .with("family_name", grant.session().person().familyName());
        return IndividualClaims.added(
                usual, grant.session().person(), grant.claims().idToken());
    }

    JsonObject refresh(String id, Duration life) {
        return common(id, "Refresh", life).with("aud", issuer);
    }

    private JsonObject common(String id, String type, Duration life) {
        JsonObject claims = JsonObject.EMPTY
                .with("exp", now.plus(life).getEpochSecond())
                .with("iat", now.getEpochSecond())
                .with("auth_time", grant.session().authTime().getEpochSecond())
                .with("jti", id)
                .with("iss", issuer)
                .with("sub", subject(grant.session().person()))
                .with("typ", type)
                .with("azp", grant.client().clientId())
                .with("session_state", grant.session().id())
                .with("scope", grant.scope())
                .with("sid", grant.session().id());
        JsonObject levelled = acr == PscChoices.Acr.NONE ? claims : claims.with("acr", level(acr));
        return grant.nonce().map(nonce -> levelled.with("nonce", nonce)).orElse(levelled);
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
        byte[] digest = Sha256.of(accessToken.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, digest.length / 2));
    }
}
