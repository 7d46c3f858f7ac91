package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.Ids;
import fr.accroche.authserver.SigningKeys;
import fr.accroche.certs.Thumbprint;
import fr.accroche.compliance.declaration.Settings.Cnf;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Mints API tokens: access tokens bound to a certificate, with the claims of the public sample (docs/sources.md, ANS proxy), and
 * opaque refresh tokens.
 */
final class ApiTokens {

    /** Keycloak's level of a session that was brokered; the PSC level is PSC's own. */
    private static final String ACR = "1";

    private final SigningKeys keys;
    private final Thumbprint thumbprint;
    private final Duration refreshLife;
    private final Ids ids;
    private final Clock clock;

    ApiTokens(SigningKeys keys, ApiPscSettings settings, Ids ids, Clock clock) {
        this.keys = keys;
        this.thumbprint = settings.settings().cnf() == Cnf.ANS ? Thumbprint.ANS_HEX_BASE64 : Thumbprint.RFC8705;
        this.refreshLife = settings.choices().refreshTokenLife();
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The first tokens of a grant.
     *
     * @param life of the access token
     */
    JsonObject first(Realm realm, Grant grant, Duration life, boolean withRefresh) {
        Instant now = clock.instant();
        realm.tokens().open(grant, end(life, now));
        JsonObject answer = access(realm, grant, grant.scope(), life, now);
        return withRefresh ? withRefresh(answer, realm, grant, now) : answer;
    }

    /**
     * More tokens of a grant.
     *
     * @param life of the access token
     * @param scope of the access token; the refresh token keeps the grant's (RFC 6749 §6)
     */
    JsonObject more(Realm realm, Grant grant, Duration life, String scope) {
        Instant now = clock.instant();
        realm.tokens().prolong(grant, end(life, now));
        return withRefresh(access(realm, grant, scope, life, now), realm, grant, now);
    }

    private Instant end(Duration life, Instant now) {
        return now.plus(refreshLife.compareTo(life) > 0 ? refreshLife : life);
    }

    /** A token response (RFC 6749 §5.1, with the members of the public sample). */
    private JsonObject access(Realm realm, Grant grant, String scope, Duration life, Instant now) {
        JsonObject claims = accessClaims(realm, grant, scope, now, now.plus(life));
        String token = keys.sign(claims);
        realm.tokens().keepAccess(token, new ApiToken(claims, grant), now.plus(life));
        return JsonObject.EMPTY
                .with("access_token", token)
                .with("token_type", "Bearer")
                .with("expires_in", life.toSeconds())
                .with("not-before-policy", 0)
                .with("session_state", grant.session())
                .with("scope", scope);
    }

    private JsonObject withRefresh(JsonObject answer, Realm realm, Grant grant, Instant now) {
        String refresh = ids.opaque();
        realm.tokens()
                .keepRefresh(refresh, new ApiToken(refreshClaims(realm, grant, now), grant), now.plus(refreshLife));
        return answer.with("refresh_token", refresh).with("refresh_expires_in", refreshLife.toSeconds());
    }

    /** Until when a refresh token that is redeemed now is remembered: as long as it could have lived. */
    Instant remembered() {
        return clock.instant().plus(refreshLife);
    }

    private JsonObject accessClaims(Realm realm, Grant grant, String scope, Instant now, Instant until) {
        return common(realm, grant, now, until)
                .with("scope", scope)
                .with("aud", List.of(new JsonText(realm.service().route()), new JsonText(grant.clientId())))
                .with("typ", "Bearer")
                .with("acr", ACR)
                .with("SubjectNameID", grant.person())
                .with("preferred_username", grant.person())
                .with("cnf", JsonObject.EMPTY.with("x5t#S256", thumbprint.of(grant.certificate())));
    }

    private JsonObject refreshClaims(Realm realm, Grant grant, Instant now) {
        return common(realm, grant, now, now.plus(refreshLife))
                .with("scope", grant.scope())
                .with("aud", realm.issuer())
                .with("typ", "Refresh");
    }

    private JsonObject common(Realm realm, Grant grant, Instant now, Instant until) {
        return JsonObject.EMPTY
                .with("exp", until.getEpochSecond())
                .with("iat", now.getEpochSecond())
                .with("jti", ids.uuid())
                .with("iss", realm.issuer())
                .with("sub", subject(realm, grant.person()))
                .with("azp", grant.clientId())
                .with("session_state", grant.session())
                .with("sid", grant.session());
    }

    /** The realm's own name of a person: the same at each exchange. */
    private static String subject(Realm realm, String person) {
        return UUID.nameUUIDFromBytes((realm.path() + "/" + person).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
