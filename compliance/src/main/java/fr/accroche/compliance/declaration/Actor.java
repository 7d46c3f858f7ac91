package fr.accroche.compliance.declaration;

import java.util.List;
import java.util.Optional;

/**
 * An éditeur, an opérateur, or a health structure.
 *
 * @param id its key in the declaration
 * @param name its raison sociale
 * @param kind what it is; its role in the groupement is the solution's to say
 * @param nie its number of éditeur at the CNDA, if it has one
 * @param idNatStruct its national identifier
 * @param department its département as certificates write it, for example {@code Paris (75)}
 * @param habilitations what it was granted as an opérateur: OSU and OSP
 */
public record Actor(
        String id,
        String name,
        Kind kind,
        Optional<Nie> nie,
        IdNatStruct idNatStruct,
        String department,
        List<Habilitation> habilitations) {

    public static final String DEFAULT_DEPARTMENT = "Paris (75)";

    public Actor {
        habilitations = List.copyOf(habilitations);
    }

    /** An éditeur of which nothing else is known. */
    public Actor(String id, String name, IdNatStruct idNatStruct) {
        this(id, name, Kind.EDITEUR, Optional.empty(), idNatStruct, DEFAULT_DEPARTMENT, List.of());
    }

    /** What an actor is, as the webinar's operator table tells them apart. */
    public enum Kind {
        EDITEUR,
        STRUCTURE_DE_SANTE,
        /** Neither: an opérateur that edits nothing here and heals nobody, a hosting company for example. */
        AUTRE
    }
}
