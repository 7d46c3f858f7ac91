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
    /** Names its clients in capitals wherever it calls for them. */
    WRITES_CLIENT_IDS_IN_CAPITALS,
    /** Leaves {@code client_id} out of its forms: the certificate says it, after all. */
    LETS_THE_CERTIFICATE_NAME_THE_CLIENT,
    /** Asks PSC for {@code openid} alone. */
    ASKS_FOR_OPENID_ALONE,
    /** Leaves {@code acr_values} out of the request to PSC. */
    OMITS_ACR_VALUES,
    /** Asks PSC to reach the professional by a channel that PSC does not have. */
    ASKS_FOR_A_TEXT_MESSAGE,
    /** Proves itself to PSC by a secret, as the client of a web site does. */
    PROVES_ITSELF_BY_SECRET,
    /** Polls PSC without heed of {@code interval} and {@code slow_down}. */
    POLLS_TOO_FAST,
    /** Leaves {@code subject_token_type} out of the token exchange. */
    OMITS_SUBJECT_TOKEN_TYPE,
    /** Exchanges the ID token, which says who logged in, in place of the access token. */
    EXCHANGES_THE_ID_TOKEN,
    /** Asks each authorization server for a token of the next téléservice. */
    NAMES_ANOTHER_AUDIENCE,
    /** Names itself in the token exchange as the one who acts. */
    SENDS_AN_ACTOR_TOKEN,
    /** Sends {@code subject_issuer} twice in the token exchange. */
    REPEATS_A_PARAMETER,
    /** Sends the token exchange as JSON. */
    EXCHANGES_IN_JSON,
    /** Names PSC by its address in {@code subject_issuer}. */
    NAMES_PSC_BY_ITS_ADDRESS,
    /** Exchanges PSC's token anew where it has an API token already. */
    EXCHANGES_TWICE,
    /** Redeems each refresh token twice, as two nodes do that serve one session and do not agree on who renews it. */
    RENEWS_ON_TWO_NODES,
    /** Presents its certificate to PSC and the authorization servers, and none to the téléservices. */
    SHOWS_SERVICES_NO_CERTIFICATE,
    /** Sends the token without saying that it is a bearer token. */
    SENDS_THE_BARE_TOKEN,
    /** In métier, writes the version of the LPS that it was set up for once. */
    WRITES_A_FORMER_VERSION,
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
