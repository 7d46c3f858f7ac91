package fr.accroche.compliance.declaration;

/**
 * An éditeur, an opérateur, or a health structure.
 *
 * @param id its key in the declaration
 * @param name its raison sociale
 * @param idNatStruct its national identifier
 * @param department its département as certificates write it, for example {@code Paris (75)}
 */
public record Actor(String id, String name, IdNatStruct idNatStruct, String department) {

    public static final String DEFAULT_DEPARTMENT = "Paris (75)";
}
