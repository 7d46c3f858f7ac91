package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.OAuthError;
import fr.accroche.compliance.declaration.ApiPscChoices.Errors;

/**
 * Every error that a realm answers, in the words of both profiles: those of RFC 6749 §5.2, RFC 7009 §2.2.1, RFC 7662 §2.3 and
 * RFC 8693 §2.2.2, and those of Keycloak (docs/sources.md, Keycloak). What both say alike is written once.
 */
enum WireError {
    GRANT_TYPE_MISSING(bad("invalid_request", "Missing form parameter: grant_type")),
    GRANT_TYPE_UNSUPPORTED(bad("unsupported_grant_type", "Unsupported grant_type")),
    CLIENT_ID_MISSING(
            bad("invalid_request", "Missing client_id parameter"),
            bad("invalid_client", "Missing client_id parameter")),
    CLIENT_UNPROVEN(
            refused("invalid_client", "Client certificate missing, or not accepted for this client"),
            refused("invalid_client", "Invalid client or Invalid client credentials")),
    CLIENT_WRONG(refused("invalid_client", "Invalid client or Invalid client credentials")),

    SUBJECT_TOKEN_MISSING(bad("invalid_request", "subject_token is missing"), bad("invalid_token", "token not set")),
    SUBJECT_TOKEN_TYPE(
            bad("invalid_request", "subject_token_type is missing or not supported"),
            bad("invalid_token", "invalid token type")),
    SUBJECT_TOKEN_INVALID(
            bad("invalid_request", "subject_token is not acceptable"), bad("invalid_token", "invalid token")),
    SUBJECT_TOKEN_OF_ANOTHER(
            bad("invalid_request", "subject_token was not issued to this client"),
            new OAuthError(403, "access_denied", "Client is not the holder of the token")),
    SUBJECT_TOKEN_UNBOUND(
            bad("invalid_request", "subject_token is bound to another certificate"),
            refused(
                    "invalid_token",
                    "Client certificate missing, or its thumbprint and one in the token did NOT match")),
    SUBJECT_TOKEN_SPENT(
            bad("invalid_request", "subject_token was exchanged before"), bad("invalid_token", "invalid token")),
    SUBJECT_ISSUER(
            bad("invalid_request", "subject_issuer is not the one expected"),
            bad("invalid_issuer", "Invalid subject_issuer parameter")),
    REQUESTED_TOKEN_TYPE(bad("invalid_request", "requested_token_type unsupported")),
    ACTOR_TOKEN_PAIR(bad("invalid_request", "actor_token and actor_token_type go together")),
    ACTOR_TOKEN(bad("invalid_request", "actor_token is not supported")),
    CNF_PARAMETER(bad("invalid_request", "cnf is not this connection's certificate")),
    TARGET(
            bad("invalid_target", "this server issues no token for that target"),
            bad("invalid_client", "Audience not found")),
    SCOPE(bad("invalid_scope", "scope is malformed, or not granted here"), bad("invalid_scope", "Invalid scopes")),
    SCOPE_MISSING(bad("invalid_scope", "scope is missing"), bad("invalid_request", "missing parameter : scope")),
    NOT_ALLOWED(new OAuthError(403, "access_denied", "Client not allowed to exchange")),
    NOT_ACCEPTABLE(
            bad("invalid_request", "subject_token is not acceptable for this client by policy"),
            bad("invalid_token", "invalid token")),

    REFRESH_TOKEN_MISSING(
            bad("invalid_request", "refresh_token is missing"), bad("invalid_request", "No refresh token")),
    REFRESH_TOKEN_DEAD(
            bad("invalid_grant", "refresh_token is unknown, expired or revoked"),
            bad("invalid_grant", "Invalid refresh token")),
    REFRESH_TOKEN_SPENT(
            bad("invalid_grant", "refresh_token was used before; its tokens are revoked"),
            bad("invalid_grant", "Maximum allowed refresh token reuse exceeded")),
    REFRESH_TOKEN_OF_ANOTHER(
            bad("invalid_grant", "refresh_token was issued to another client"),
            bad("invalid_grant", "Invalid refresh token. Token client and authorized client don't match")),
    REFRESH_TOKEN_UNBOUND(
            bad("invalid_grant", "refresh_token is bound to another certificate"),
            refused(
                    "unauthorized_client",
                    "Client certificate missing, or its thumbprint and one in the refresh token did NOT match")),

    INTROSPECTION_TOKEN_MISSING(bad("invalid_request", "Token not provided.")),
    INTROSPECTION_UNPROVEN(
            refused("invalid_client", "Client certificate missing, or not accepted for this client"),
            refused("invalid_request", "Authentication failed.")),
    INTROSPECTION_STRANGER(
            refused("invalid_client", "Client not allowed."),
            new OAuthError(403, "invalid_request", "Client not allowed.")),
    REVOCATION_TOKEN_MISSING(bad("invalid_request", "Token not provided")),
    REVOCATION_OF_ANOTHER(
            bad("invalid_grant", "the token was issued to another client"),
            bad("invalid_request", "Unmatching clients")),
    LOGOUT_TOKEN(bad("invalid_request", "logout_token is missing or not acceptable")),

    /** Keycloak says of a PSC that does not answer what it says of a bad token. */
    PSC_UNAVAILABLE(
            new OAuthError(503, "temporarily_unavailable", "PSC gave no usable answer"),
            bad("invalid_token", "invalid token")),
    CREDENTIAL_UNAVAILABLE(new OAuthError(503, "temporarily_unavailable", "the API Credential gave no usable answer"));

    private final OAuthError rfc;
    private final OAuthError keycloak;

    WireError(OAuthError both) {
        this(both, both);
    }

    WireError(OAuthError rfc, OAuthError keycloak) {
        this.rfc = rfc;
        this.keycloak = keycloak;
    }

    OAuthError in(Errors profile) {
        return profile == Errors.KEYCLOAK ? keycloak : rfc;
    }

    private static OAuthError bad(String error, String description) {
        return new OAuthError(400, error, description);
    }

    private static OAuthError refused(String error, String description) {
        return new OAuthError(401, error, description);
    }
}
