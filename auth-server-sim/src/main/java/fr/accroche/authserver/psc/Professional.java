package fr.accroche.authserver.psc;

import java.util.List;

/**
 * A professional that PSC knows.
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

    /**
     * Five who do not exist. The RPPS numbers have a right key (Luhn) but are of the series 99900000, which test cards use
     * and no register gives.
     */
    public static final List<Professional> FICTIVE = List.of(
            new Professional(
                    "899900000011",
                    "Camille",
                    "MEDECINFICTIF",
                    "MME",
                    "10",
                    "S",
                    "SM54",
                    "SA07",
                    "R900001",
                    "CABINET FICTIF UN"),
            new Professional(
                    "899900000029",
                    "Dominique",
                    "PHARMACIENFICTIF",
                    "M",
                    "21",
                    "",
                    "",
                    "SA33",
                    "R900002",
                    "PHARMACIE FICTIVE DEUX"),
            new Professional(
                    "899900000037",
                    "Claude",
                    "INFIRMIERFICTIF",
                    "M",
                    "60",
                    "",
                    "",
                    "SA07",
                    "R900003",
                    "CABINET FICTIF TROIS"),
            new Professional(
                    "899900000045",
                    "Andrea",
                    "SAGEFEMMEFICTIVE",
                    "MME",
                    "50",
                    "",
                    "",
                    "SA07",
                    "R900004",
                    "CABINET FICTIF QUATRE"),
            new Professional(
                    "300000000010001/CPAT00001",
                    "Sacha",
                    "SECRETAIREFICTIF",
                    "M",
                    "SEC",
                    "",
                    "",
                    "SA07",
                    "R900001",
                    "CABINET FICTIF UN"));

    /** Where the identifier comes from: {@code RPPS}, or {@code EDIT} for test identities without one. */
    String origin() {
        return nationalId.matches("8\\d{11}") ? "RPPS" : "EDIT";
    }
}
