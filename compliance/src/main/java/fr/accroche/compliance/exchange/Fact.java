package fr.accroche.compliance.exchange;

import static fr.accroche.compliance.exchange.Redaction.DIGEST;
import static fr.accroche.compliance.exchange.Redaction.MASK;
import static fr.accroche.compliance.exchange.Redaction.NONE;
import static fr.accroche.compliance.exchange.Redaction.PATIENT;
import static fr.accroche.compliance.exchange.Redaction.SHORT_DIGESTS;

/**
 * What a server can note of a call. The value is what was on the wire, or a word of the small vocabulary given here.
 * Secrets are redacted by the note itself, in the same way everywhere, so that two servers' notes of one token still
 * compare equal.
 */
public enum Fact {
    // Correlation: two hops that share one of these belong to one session.
    /** The trace-id part of {@code traceparent} (W3C Trace Context §3.2.2.3). */
    TRACE_ID(NONE, true),
    /** PSC's session_state. */
    PSC_SESSION(NONE, true),
    /** The proxy's session id. */
    PROXY_SESSION(DIGEST, true),
    /** CIBA's auth_req_id. */
    AUTH_REQ_ID(DIGEST, true),
    /** An access token of PSC: issued, introspected, or given as subject token. */
    PSC_TOKEN(DIGEST, true),
    /** An access token of an API's authorization server: issued, or presented as bearer. */
    API_TOKEN(DIGEST, true),

    /** PSC's own name of an authorization request under way, from the request to its code. */
    AUTHORIZATION(DIGEST, true),
    /** A code: given to a browser, or redeemed. */
    AUTHORIZATION_CODE(DIGEST, true),

    // Which call caused which.
    /** The parent-id part of {@code traceparent}, of a caller that records its spans (W3C Trace Context §3.2.2.4 and §3.2.2.5.1). */
    PARENT_SPAN(NONE, false),
    /** The parent-id that the calls bear which this one caused; noted where there may be any. */
    SPAN_ID(NONE, false),

    // TLS, of whoever called.
    /** The version negotiated, for example {@code TLSv1.3}; {@code none} when the two ends have none in common. */
    TLS_PROTOCOL(NONE, false),
    /** The cipher suite negotiated; {@code none} when the two ends have none in common. */
    TLS_SUITE(NONE, false),

    // Of a call that succeeded all the same.
    /** What servers behind the proxy did not do, each as {@code what: terse error}, separated by {@code " | "}. */
    LEFT_UNDONE(NONE, false),

    /**
     * What a simulator would have refused this call with, had it not been asked to explain instead: the status and the terse wire
     * error, as {@code 403 access_denied}.
     */
    REFUSAL_WITHHELD(NONE, false),

    // What was asked of a simulator by /__accroche/faults or a scenario.
    /** What was done to this call on demand, at which endpoint: {@code token status:503}, {@code exchange advance:PT2M1S}. */
    FAULT_ON_DEMAND(NONE, false),

    // What logs keep of a request, beside its path.
    /**
     * The names and values of the query, one on each line: short digests of them, separated by spaces, which end the mask
     * of a number that is among them.
     */
    QUERY_VALUES(SHORT_DIGESTS, false),

    // Connection and CIBA (PSC).
    CLIENT_ID(NONE, false),
    /** How the client proved itself: {@code tls_client_auth}, {@code client_secret_basic}, {@code client_secret_post}, {@code none}. */
    CLIENT_AUTHENTICATION(NONE, false),
    /** The client_id whose LPS a call to the proxy proves to come from; {@code unproved}, or {@code none} without any proof. */
    PROXY_CALLER(NONE, false),
    SCOPE(NONE, false),
    ACR_VALUES(NONE, false),
    /** The professional's national identifier. */
    LOGIN_HINT(NONE, false),
    BINDING_MESSAGE(NONE, false),
    CHANNEL(NONE, false),
    /** How an authentication request is signed (RFC 7518 §3.1), for example {@code PS256}; {@code none} if its parameters are plain. */
    REQUEST_OBJECT(NONE, false),
    GRANT_TYPE(NONE, false),
    /** The interval that PSC asked for, in seconds. */
    POLL_INTERVAL(NONE, false),
    /** Time since the previous poll of this request, in milliseconds. */
    POLL_GAP(NONE, false),

    // Login by browser (PSC).
    RESPONSE_TYPE(NONE, false),
    REDIRECT_URI(NONE, false),
    NONCE(DIGEST, false),
    /** {@code S256}, {@code plain}, another word of the request; {@code none} without a challenge, {@code missing} where a method has none. */
    CODE_CHALLENGE_METHOD(NONE, false),
    /** What a redeemed code is: {@code sound}, {@code unknown}, {@code used}, or the parameter that does not fit it. */
    CODE_STATE(NONE, false),

    // Token exchange (API-PSC authorization server).
    SUBJECT_TOKEN_TYPE(NONE, false),
    SUBJECT_ISSUER(NONE, false),
    REQUESTED_TOKEN_TYPE(NONE, false),
    /** What a token is asked for by name; of several, separated by {@code " | "}. */
    EXCHANGE_AUDIENCE(NONE, false),
    /** What a token is asked for by address; of several, separated by {@code " | "}. */
    EXCHANGE_RESOURCE(NONE, false),
    /** Which of {@code actor_token} and {@code actor_token_type} were sent, separated by a space. */
    EXCHANGE_ACTOR(NONE, false),
    /** Whether the parameter {@code cnf} names the certificate of the connection: {@code same}, or {@code other}. */
    EXCHANGE_CNF(NONE, false),
    /** The parameters that occur more than once, separated by spaces. */
    REPEATED_PARAMETERS(NONE, false),
    /**
     * What PSC says of the subject token: {@code active}, or {@code inactive}; {@code id_token} where the inactive one says itself
     * that it is one; {@code spent} where it was exchanged here before.
     */
    SUBJECT_TOKEN_STATE(NONE, false),
    SUBJECT_TOKEN_ISSUER(NONE, false),
    /** The client that PSC issued the subject token to (azp). */
    SUBJECT_TOKEN_CLIENT(NONE, false),
    SUBJECT_TOKEN_ACR(NONE, false),
    /** SubjectNameID of the token at hand. */
    TOKEN_PERSON(NONE, false),
    /** SHA-256 (hexadecimal) of the certificate that an API token is bound to, whatever its encoding; {@code none} if it is not. */
    TOKEN_CNF(NONE, false),
    /** The téléservice that the call is about: {@code DMP}, {@code INSi}, {@code ON}, {@code CONFORMITE}. */
    TELESERVICE(NONE, false),

    // API Credential.
    CREDENTIAL_CLIENT_ID(NONE, false),
    CREDENTIAL_CERTIFICATE_CN(NONE, false),
    CREDENTIAL_CERTIFICATE_OU(NONE, false),
    CREDENTIAL_SECURITY_LEVEL(NONE, false),
    /** {@code granted}, {@code refused}, or {@code skipped}. */
    CREDENTIAL_OUTCOME(NONE, false),
    /** The field that the refusal names; empty text when it names none. */
    CREDENTIAL_REFUSED_FIELD(NONE, false),
    /** Who called: the CN of its certificate. */
    CREDENTIAL_CALLER(NONE, false),
    /** {@code registered} or {@code unknown}. */
    REGISTER_CLIENT(NONE, false),
    /** The security level that the register grants the client. */
    REGISTER_SECURITY_LEVEL(NONE, false),
    /** {@code valid}, {@code absent} or {@code suspended}. */
    REGISTER_ELU(NONE, false),
    /** {@code valid}, {@code absent} or {@code suspended}. */
    REGISTER_ELP(NONE, false),
    /** {@code valid} or {@code absent}. */
    REGISTER_LINK(NONE, false),
    /** The last day of the PMT window (ISO-8601), or {@code none}. */
    REGISTER_PMT_UNTIL(NONE, false),

    // Business request.
    /** {@code api}, {@code psc} (a PSC access token), {@code unknown}, or {@code none}. */
    BEARER_KIND(NONE, false),
    /** {@code active}, {@code expired}, {@code revoked} or {@code invalid}; of a refresh token too, where it is redeemed. */
    BEARER_STATE(NONE, false),
    /** The téléservices that the token is for, separated by spaces. */
    BEARER_AUDIENCE(NONE, false),
    /** The client that the API token was issued to (azp). */
    BEARER_CLIENT(NONE, false),
    /** wsa:Action, or method and path. */
    ACTION(NONE, false),
    /** SHA-256 of the body, hexadecimal. */
    BODY_SHA256(NONE, false),
    /** The media type of the body, without its parameters. */
    BODY_TYPE(NONE, false),
    /** Who in a métier proxy built the message: the proxy, or the non autonome add-on in it. */
    BUILT_BY(NONE, false),
    /** {@code VIHF}, {@code ASSERTION_PS}, {@code OTHER} or {@code none}; of several, each one, separated by spaces. */
    ASSERTION_KIND(NONE, false),
    /**
     * {@code valid}, {@code absent}, or {@code invalid: KIND}: {@code DIGEST} (changed after it was signed), {@code VALUE}
     * (another key signed it), {@code SHAPE}, {@code ALGORITHM}, {@code REFERENCE}, {@code CERTIFICATE}, or {@code STRAY}
     * (another assertion stands out of wsse:Security).
     */
    ASSERTION_SIGNATURE(NONE, false),
    /** What is wrong with the signing certificate, as defect codes separated by spaces; empty text when nothing is. */
    ASSERTION_SIGNER_DEFECTS(NONE, false),
    /** The structure whose certificate signs the assertion, its OU; empty text where it names none. */
    ASSERTION_SIGNER_STRUCTURE(NONE, false),
    /** Age of the assertion in seconds when it arrived; negative from the future, counted from 1970 without a date. */
    ASSERTION_AGE(NONE, false),
    ASSERTION_PERSON(NONE, false),
    /** How many seconds AuthnInstant is after IssueInstant, negative if it is before; noted where there are both. */
    ASSERTION_AUTHENTICATED_AFTER(NONE, false),
    /** Whether wsse:Security is there, were it empty: {@code present} or {@code absent}; noted where it must not be. */
    SECURITY_HEADER(NONE, false),
    /** What the request does as some do and not all, as {@code VARIANT=where} separated by " | "; empty text if nothing. */
    VARIANTS(NONE, false),
    /** What it does so and the settings refuse, as {@link #VARIANTS}; noted only if there is anything. */
    REFUSED_FORMS(NONE, false),
    /** LPS_ID_HOMOLOGATION_DMP, or ContexteLPS/LPS/IDAM. */
    LPS_NUMBER(MASK, false),
    /** LPS_Nom, or ContexteLPS/LPS/Nom. */
    LPS_NAME(NONE, false),
    /** LPS_Version, or ContexteLPS/LPS/Version. */
    LPS_VERSION(NONE, false),

    // The shape of what INSi and ON read.
    /** Version of ContexteLPS; empty text where it has none. Not noted without the block. */
    CONTEXTE_LPS_VERSION(NONE, false),
    /** Version of ContexteBAM; empty text where it has none, or where the block is missing. */
    CONTEXTE_BAM_VERSION(NONE, false),
    /** NameQualifier of the Assertion PS; empty text where it has none. */
    PS_QUALIFIER(NONE, false),
    /** Names of its attributes that are filled in, and {@code Issuer}, separated by spaces. */
    PS_ATTRIBUTES(NONE, false),

    // The VIHF's shape. Of an attribute with several values each, separated by " | "; empty text where there is none.
    /** Identifiant_Structure. */
    VIHF_STRUCTURE(NONE, false),
    /** Secteur_Activite. */
    VIHF_SECTOR(NONE, false),
    /** VIHF_Version. */
    VIHF_VERSION(NONE, false),
    /** Authentification_mode, in both spellings in use. */
    VIHF_MODE(NONE, false),
    /** AuthnContextClassRef; empty text where there is none. */
    VIHF_AUTHN_CONTEXT(NONE, false),
    /** LPS_ID; empty text where there is none. */
    VIHF_LPS_ID(NONE, false),
    /** Ressource_URN. */
    VIHF_RESOURCE(NONE, false),
    /** How many values subject-id has that are not blank; the name itself is not kept. */
    VIHF_SUBJECT_NAMES(NONE, false),
    /** subject:role, each as {@code code^codeSystem}. */
    VIHF_ROLES(NONE, false),
    /** purposeofuse, as {@code code^codeSystem}. */
    VIHF_PURPOSE(NONE, false),
    /** resource-id. */
    VIHF_PATIENT(PATIENT, false),
    /** Whether the key of that patient's INS is {@code right} or {@code wrong}; not noted where no INS can be read. */
    VIHF_PATIENT_KEY(NONE, false),
    /** The patient that the body names, written as resource-id would be; not noted where it names none. */
    BODY_PATIENT(PATIENT, false);

    private final Redaction redaction;
    private final boolean correlates;

    Fact(Redaction redaction, boolean correlates) {
        this.redaction = redaction;
        this.correlates = correlates;
    }

    /** The value as it may be kept. Apply it to an expected value too before comparing. */
    public String redact(String value) {
        return redaction.apply(value);
    }

    /** Whether a value is as {@link #redact} leaves them: what a file says was noted may be anything else, a token too. */
    public boolean isRedacted(String value) {
        return redaction.left(value);
    }

    /** Whether hops that share a value belong to one session. */
    public boolean correlates() {
        return correlates;
    }
}
