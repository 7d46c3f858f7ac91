package fr.accroche.compliance.identity;

/**
 * A fictive professional, the same in PSC, in the LPS and in the téléservices.
 *
 * @param nationalId idNatPS: {@code 8} and an RPPS number, or {@code structure/internal id}; the login_hint, and SubjectNameID
 * @param givenName first name
 * @param familyName name of practice
 * @param civility {@code M} or {@code MME}
 * @param profession code of TRE_G15, for example 10 for a physician
 * @param skillType code of the skill's type, for example {@code S}; empty if none
 * @param skill code of the skill, for example {@code SM54}; empty if none
 * @param sector code of TRE_R02, for example {@code SA07}
 * @param structureId technical id of the structure of practice
 * @param structureName its name
 */
public record Professional(
        String nationalId,
        String givenName,
        String familyName,
        String civility,
        String profession,
        String skillType,
        String skill,
        String sector,
        String structureId,
        String structureName) {

    /** Where the identifier comes from: {@code RPPS}, or {@code EDIT} for test identities without one. */
    public String origin() {
        return nationalId.matches("8\\d{11}") ? "RPPS" : "EDIT";
    }

    /** For people: family name, then first name. */
    public String displayName() {
        return familyName + " " + givenName;
    }
}
