package fr.accroche.compliance.declaration;

import java.util.List;

/** A part of a Solution Logicielle. */
public sealed interface Component permits ComposantPrincipal, ProxyEsante {

    /** Its key in the declaration. */
    String id();

    /** The key of its éditeur among the actors. */
    String editor();

    /** What its éditeur was granted for it. */
    List<Habilitation> habilitations();
}
