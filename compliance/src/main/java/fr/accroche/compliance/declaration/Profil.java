package fr.accroche.compliance.declaration;

/** The four habilitations of the EDC PSC guichet. */
public enum Profil {
    /** Éditeur de logiciel utilisateur. */
    ELU,
    /** Éditeur de logiciel proxy. */
    ELP,
    /** Opérateur de service utilisateur. */
    OSU,
    /** Opérateur de service proxy. */
    OSP
}
