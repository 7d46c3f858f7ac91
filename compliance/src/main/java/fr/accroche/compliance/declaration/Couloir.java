package fr.accroche.compliance.declaration;

/** The Ségur corridors that matter to the chain. */
public enum Couloir {
    VILLE,
    HOPITAL,
    /** The Credential API control is not asked for here (webinar, "Dans le cadre du couloir médico-social"). */
    MEDICO_SOCIAL;

    /** Whether the Credential API control is asked for. */
    public boolean asksCredential() {
        return this != MEDICO_SOCIAL;
    }
}
