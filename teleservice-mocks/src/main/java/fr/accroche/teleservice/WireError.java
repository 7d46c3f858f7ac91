package fr.accroche.teleservice;

import fr.accroche.wire.Response;

/**
 * An error as the caller gets it.
 *
 * @param terse its name on the wire, for the journal: {@code invalid_token}, {@code soap:siram_100}
 * @param response the answer
 */
record WireError(String terse, Response response) {

    /** RFC 6750 §3: no credential at all, so no error code. */
    static WireError noToken() {
        return new WireError("no_token", Response.of(401).with("WWW-Authenticate", "Bearer"));
    }

    /**
     * RFC 6750 §3.1, and RFC 8705 §3 for the certificate.
     *
     * @param description ASCII, without quotes
     */
    static WireError invalidToken(String description) {
        return bearer(401, "invalid_token", description);
    }

    /** RFC 6750 §3.1: the credential is not of the form {@code Bearer token}, or there are two. */
    static WireError invalidRequest(String description) {
        return bearer(400, "invalid_request", description);
    }

    private static WireError bearer(int status, String error, String description) {
        String challenge = "Bearer error=\"" + error + "\", error_description=\"" + description + "\"";
        return new WireError(error, Response.of(status).with("WWW-Authenticate", challenge));
    }
}
