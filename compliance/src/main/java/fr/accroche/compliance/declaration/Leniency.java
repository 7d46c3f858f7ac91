package fr.accroche.compliance.declaration;

/** What a téléservice does of what the public documents neither allow nor forbid. */
public enum Leniency {
    /** Takes it, without a word. */
    ACCEPT,
    /** Takes it, and reports it (LPS-11). */
    WARN,
    /** Refuses the request. */
    REFUSE
}
