package fr.accroche.compliance.identity;

import fr.accroche.compliance.declaration.IdNatStruct;
import java.util.List;
import java.util.Locale;

/**
 * The structures of the test identities, none of which exists. FINESS numbers begin with 99, where a real one has the
 * number of a département, and there is none of that number; SIRET numbers are of SIREN 000000000, which test certificates
 * use (docs/sources.md, IGC-Santé samples); a professional's own office has the number of a fictive professional.
 */
public final class Structures {

    static final Structure PHYSICIAN_OFFICE = of(1, "R900001", "499900000011000", "CABINET FICTIF UN", "", "", "");
    static final Structure PHARMACY =
            of(2, "F990000028", "1990000028", "PHARMACIE FICTIVE DEUX", "00000000009027", "990000028", "990001026");
    static final Structure NURSE_OFFICE = of(3, "R900003", "499900000037005", "CABINET FICTIF TROIS", "", "", "");
    static final Structure MIDWIFE_OFFICE = of(4, "R900004", "499900000045008", "CABINET FICTIF QUATRE", "", "", "");
    static final Structure HOSPITAL =
            of(5, "F990000051", "1990000051", "HOPITAL FICTIF CINQ", "00000000009050", "990000051", "990001059");
    static final Structure HEALTH_CENTRE =
            of(6, "F990000069", "1990000069", "CENTRE DE SANTE FICTIF SIX", "00000000009068", "990000069", "990001067");
    static final Structure GROUP_OFFICE =
            of(7, "C00000000009076", "300000000009076", "CABINET DE GROUPE FICTIF SEPT", "00000000009076", "", "");
    static final Structure CARDIOLOGIST_OFFICE = of(8, "R900008", "499900000060007", "CABINET FICTIF HUIT", "", "", "");
    static final Structure DENTIST_OFFICE = of(9, "R900009", "499900000086002", "CABINET FICTIF NEUF", "", "", "");
    static final Structure PHYSIOTHERAPIST_OFFICE =
            of(10, "R900010", "499900000094006", "CABINET FICTIF DIX", "", "", "");

    private static final List<Structure> ALL = List.of(
            PHYSICIAN_OFFICE,
            PHARMACY,
            NURSE_OFFICE,
            MIDWIFE_OFFICE,
            HOSPITAL,
            HEALTH_CENTRE,
            GROUP_OFFICE,
            CARDIOLOGIST_OFFICE,
            DENTIST_OFFICE,
            PHYSIOTHERAPIST_OFFICE);

    private Structures() {}

    /** All of them. */
    public static List<Structure> all() {
        return ALL;
    }

    private static Structure of(
            int number,
            String technicalId,
            String idNatStruct,
            String name,
            String siret,
            String finess,
            String legalFiness) {
        Address address = new Address(String.valueOf(number), "R", "DES ESSAIS", "99000", "99999", "VILLE FICTIVE");
        String phone = String.format(Locale.ROOT, "01990000%02d", number);
        String email = "structure-" + number + "@pro.accroche.invalid";
        return new Structure(
                technicalId, new IdNatStruct(idNatStruct), name, siret, finess, legalFiness, address, phone, email);
    }
}
