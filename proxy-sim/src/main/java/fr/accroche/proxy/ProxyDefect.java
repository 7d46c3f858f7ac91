package fr.accroche.proxy;

/** A proxy broken on purpose: each makes it break one requirement of the chain, so that a judge can be proved on it. */
public enum ProxyDefect {
    /** Connects to PSC as {@link ProxyDefects#otherClient}, then exchanges that token as the session's client. */
    EXCHANGES_TOKEN_OF_ANOTHER_CLIENT,
    /** Presents the certificate of {@link ProxyDefects#otherClient} everywhere. */
    PRESENTS_CERTIFICATE_OF_ANOTHER_CLIENT,
    /** Sends PSC's access token to the téléservice instead of the API's. */
    SENDS_PSC_TOKEN,
    /** Adds one line end to the business request, which stays the same XML document for a reader. */
    REWRITES_BODY,
    /** Puts {@link ProxyDefects#ownNumber} in place of the LPS's number in the business request. */
    WRITES_ITS_OWN_NUMBER,
    /** In métier, puts the number of the EAI that it integrates in place of the LPS's, where that has one. */
    SENDS_THE_NUMBER_OF_ITS_EAI,
    /** Calls {@link ProxyDefects#credentialApi}, which only an authorization server may call. */
    CALLS_CREDENTIAL_API,
    /** Polls PSC without heed of {@code interval} and {@code slow_down}. */
    POLLS_TOO_FAST,
    /** Leaves {@code subject_token_type} out of the token exchange. */
    OMITS_SUBJECT_TOKEN_TYPE,
    /** Sends an API token for as long as the session lasts, and never renews it. */
    NEVER_RENEWS_API_TOKENS,
    /** Offers, wherever it connects, only a cipher suite that no server of the chain accepts. */
    OFFERS_ONLY_A_REFUSED_SUITE,
    /** Opens a session anew for who has one already, instead of answering 304. */
    CONNECTS_AGAIN_WITH_A_LIVE_SESSION,
    /** Tells the LPS PSC's access token when it connects. */
    TELLS_ITS_TOKENS,
    /** Gives the cookie of a session to who could not connect because an answer could not be read. */
    LEAVES_A_HALF_BUILT_SESSION,
    /** Refuses a token response without {@code expires_in}, which it may lack (RFC 6749 §5.1). */
    EXPECTS_EVERY_MEMBER,
    /** Polls PSC until the time is over, whatever it answers but tokens; then answers 500. */
    KEEPS_POLLING_AFTER_REFUSAL,
    /** Polls PSC on at the interval that it was told first. */
    IGNORES_SLOW_DOWN,
    /** Takes a session that it does not know for the one used last. */
    ACCEPTS_ANY_SESSION,
    /** Sends the token of its first téléservice to all of them. */
    SENDS_ONE_TOKEN_EVERYWHERE,
    /** Sends its session's cookie on to the téléservice. */
    LEAKS_COOKIE_TO_SERVICES,
    /** Sends on what was meant for the connection to it alone (RFC 9110 §7.6.1). */
    KEEPS_HOP_BY_HOP_HEADERS,
    /** Adds to the business request a header field of its own making. */
    ADDS_ITS_OWN_HEADER,
    /** Takes a body that comes without a Content-Length for none. */
    LOSES_CHUNKED_BODIES,
    /** Relays the path without its query. */
    DROPS_THE_QUERY,
    /** Relays every request as a POST. */
    POSTS_EVERYTHING,
    /** Answers 502 without a body for whatever a téléservice refuses. */
    SWALLOWS_SERVICE_ERRORS,
    /** Leaves business requests out of its traces. */
    FORGETS_WHAT_WAS_SENT,
    /** Names the professional {@code idRpps} in its traces. */
    MISNAMES_A_TRACE_FIELD,
    /** Lets a disconnected session live. */
    KEEPS_SESSION_AFTER_DISCONNECT,
    /** Does not end PSC's session with its own. */
    NEVER_LOGS_OUT,
    /** Does not revoke API tokens when a session ends. */
    NEVER_REVOKES_TOKENS,
    /** Lets a session live where PSC could not be asked to end its own. */
    KEEPS_SESSION_WHEN_PSC_IS_DOWN
}
