package fr.accroche.compliance.identity;

/** What a person does with a request to authenticate, unless a script or somebody at the simulated e-CPS says otherwise. */
public enum Habit {
    APPROVE,
    REFUSE,
    /** Does nothing: the request expires. */
    SILENT,
    /** Confirms another number than the one that the software shows. */
    WRONG_CODE
}
