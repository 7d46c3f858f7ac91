package fr.accroche.authserver.apipsc;

/** An endpoint of PSC's that an authorization server uses. */
enum PscEndpoint {
    INTROSPECTION("introspection_endpoint", "token/introspect"),
    USERINFO("userinfo_endpoint", "userinfo"),
    KEYS("jwks_uri", "certs");

    private final String member;
    private final String usual;

    PscEndpoint(String member, String usual) {
        this.member = member;
        this.usual = usual;
    }

    /** Its name in PSC's metadata (OpenID Connect Discovery §3, RFC 8414 §2). */
    String member() {
        return member;
    }

    /** Where PSC has it, under its issuer. */
    String usual() {
        return "/protocol/openid-connect/" + usual;
    }
}
