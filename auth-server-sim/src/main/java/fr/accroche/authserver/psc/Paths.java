package fr.accroche.authserver.psc;

/** PSC's real paths, under its issuer. */
final class Paths {

    static final String REALM_NAME = "esante-wallet";
    static final String REALM = "/auth/realms/" + REALM_NAME;
    static final String WALLET_CONFIGURATION = "/.well-known/wallet-openid-configuration";
    static final String CONFIGURATION = "/.well-known/openid-configuration";
    static final String CIBA = "/protocol/openid-connect/ext/ciba/auth";
    static final String TOKEN = "/protocol/openid-connect/token";
    static final String INTROSPECTION = "/protocol/openid-connect/token/introspect";
    static final String REVOCATION = "/protocol/openid-connect/revoke";
    static final String CERTS = "/protocol/openid-connect/certs";
    static final String USERINFO = "/protocol/openid-connect/userinfo";
    static final String LOGOUT = "/protocol/openid-connect/logout";
    static final String AUTHORIZATION = "/protocol/openid-connect/auth";
    /** PSC's authorization endpoint is on a host of its own, {@code wallet…}, under this path. */
    static final String WALLET_AUTHORIZATION = "/auth";

    static final String LOGIN = "/login-actions/authenticate";
    static final String LOGIN_STATUS = "/login-actions/status";
    static final String ECPS = "/__accroche/ecps";

    private Paths() {}
}
