package fr.accroche.authserver.apipsc;

/** Misbehaviours of this simulator on purpose; they exist so that a judge can be proved. */
public enum ApiPscDefect {
    /** Calls the API Credential without {@code securityLevel} (breaks CRD-02). */
    OMITS_SECURITY_LEVEL,
    /** Calls the API Credential in the médico-social couloir too (breaks CRD-05). */
    ASKS_IN_MEDICO_SOCIAL
}
