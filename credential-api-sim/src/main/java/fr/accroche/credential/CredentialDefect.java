package fr.accroche.credential;

/** Misbehaviours of this simulator on purpose; they exist so that a judge can be proved. */
public enum CredentialDefect {
    /** Refuses a sound call, and does not say which field failed (what rule CRD-03 forbids). */
    REFUSES_WITHOUT_NAMING_THE_FIELD
}
