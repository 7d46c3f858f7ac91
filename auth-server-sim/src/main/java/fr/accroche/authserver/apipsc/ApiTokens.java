package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.Ids;
import fr.accroche.authserver.SigningKeys;
import fr.accroche.certs.Thumbprint;
import fr.accroche.compliance.declaration.Settings.Cnf;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Mints API access tokens, bound to a certificate, with the claims of the public sample (docs/sources.md, ANS proxy).
 */
final class ApiTokens {

    /** Keycloak's level of a session that was brokered; the PSC level is PSC's own. */
    private static final String ACR = "1";

    /** As in the public sample; the guide leaves business scopes to each service. */
    private static final String DEFAULT_SCOPE = "openid email profile";

    /** As in the public sample. The token is only there because the ANS proxy cannot do without: nothing redeems it. */
    private static final Duration REFRESH_LIFE = Duration.ofSeconds(1800);

    private final Supplier<URI> server;
    private final SigningKeys keys;
    private final Thumbprint thumbprint;
    private final Duration life;
    private final Ids ids;
    private final Clock clock;

    ApiTokens(Supplier<URI> server, SigningKeys keys, ApiPscSettings settings, Ids ids, Clock clock) {
        this.server = server;
        this.keys = keys;
        this.thumbprint = settings.cnf() == Cnf.ANS ? Thumbprint.ANS_HEX_BASE64 : Thumbprint.RFC8705;
        this.life = settings.tokenLife();
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What an access token says of whom.
     *
     * @param clientId azp
     * @param person SubjectNameID
     * @param scope asked for; empty text if none was
     * @param certificate that the token is bound to
     * @param certificateSha256 its digest, hexadecimal
     */
    record Grant(String clientId, String person, String scope, X509Certificate certificate, String certificateSha256) {}

    /** A new token, as a token exchange response (RFC 8693 §2.2.1, with the members of the public sample). */
    JsonObject issue(Realm realm, Grant grant) {
        return issue(realm, grant, life);
    }

    /** The same, but that the token has another life than usual, or none. */
    JsonObject issue(Realm realm, Grant grant, Duration life) {
        String session = ids.uuid();
        JsonObject claims = claims(realm, grant, session, life);
        String token = keys.sign(claims);
        realm.tokens()
                .put(
                        token,
                        new ApiToken(claims, grant.certificateSha256()),
                        clock.instant().plus(life));
        return JsonObject.EMPTY
                .with("access_token", token)
                .with("issued_token_type", ExchangeGuard.ACCESS_TOKEN)
                .with("token_type", "Bearer")
                .with("expires_in", life.toSeconds())
                .with("refresh_token", ids.opaque())
                .with("refresh_expires_in", REFRESH_LIFE.toSeconds())
                .with("not-before-policy", 0)
                .with("session_state", session)
                .with("scope", scope(grant));
    }

    private JsonObject claims(Realm realm, Grant grant, String session, Duration life) {
        Instant now = clock.instant();
        return JsonObject.EMPTY
                .with("exp", now.plus(life).getEpochSecond())
                .with("iat", now.getEpochSecond())
                .with("jti", ids.uuid())
                .with("iss", server.get() + realm.path())
                .with("aud", List.of(new JsonText(realm.service().route()), new JsonText(grant.clientId())))
                .with("sub", subject(realm, grant.person()))
                .with("typ", "Bearer")
                .with("azp", grant.clientId())
                .with("session_state", session)
                .with("sid", session)
                .with("acr", ACR)
                .with("scope", scope(grant))
                .with("SubjectNameID", grant.person())
                .with("preferred_username", grant.person())
                .with("cnf", JsonObject.EMPTY.with("x5t#S256", thumbprint.of(grant.certificate())));
    }

    private static String scope(Grant grant) {
        return grant.scope().isEmpty() ? DEFAULT_SCOPE : grant.scope();
    }

    /** The realm's own name of a person: the same at each exchange. */
    private static String subject(Realm realm, String person) {
        return UUID.nameUUIDFromBytes((realm.path() + "/" + person).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
