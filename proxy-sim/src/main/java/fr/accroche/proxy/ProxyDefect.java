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
    OFFERS_ONLY_A_REFUSED_SUITE
}
