package fr.accroche.certs;

/** What the OCSP responder of a branch does (RFC 6960 §2.2 and §2.3). */
public enum OcspState {
    /** Tells good from revoked. */
    ANSWERING,
    /** Answers {@code unknown} of every certificate. */
    UNKNOWN,
    /** Answers {@code tryLater}. */
    TRY_LATER,
    /** Takes the request and answers nothing. */
    SILENT
}
