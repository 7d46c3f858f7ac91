package fr.accroche.compliance.identity;

import java.util.List;

/** The usual combinations of profession, manner and place. */
final class FictivePractices {

    private static final String DOCTOR = "DR";

    private FictivePractices() {}

    static Practice physician(String civility, Coded speciality, String amo, Situation... situations) {
        return new Practice(
                Nomenclature.PHYSICIAN,
                Nomenclature.CIVIL,
                civility,
                Nomenclature.SPECIALITY,
                speciality,
                amo,
                List.of(situations));
    }

    static Practice generalPractitioner(Situation... situations) {
        return physician(DOCTOR, Nomenclature.GENERAL_MEDICINE, "01", situations);
    }

    static Practice cardiologist(Situation... situations) {
        return physician(DOCTOR, Nomenclature.CARDIOLOGY, "03", situations);
    }

    static Practice paediatrician(Situation... situations) {
        return physician(DOCTOR, Nomenclature.PAEDIATRICS, "12", situations);
    }

    static Practice plain(Coded profession, String civility, Situation... situations) {
        return new Practice(profession, Nomenclature.CIVIL, civility, "", Coded.NONE, "", List.of(situations));
    }

    static Practice student(Coded profession, String civility, String amo, Situation... situations) {
        return new Practice(profession, Nomenclature.STUDENT, civility, "", Coded.NONE, amo, List.of(situations));
    }

    /** On one's own account, alone. */
    static Situation office(Structure structure, String billing) {
        return new Situation(
                structure,
                Nomenclature.LIBERAL,
                Nomenclature.ONE_PERSON,
                Coded.NONE,
                Nomenclature.HOLDER,
                Nomenclature.CARE,
                authority(),
                billing);
    }

    static Situation group(String billing) {
        return new Situation(
                Structures.GROUP_OFFICE,
                Nomenclature.LIBERAL,
                Nomenclature.GROUP,
                Coded.NONE,
                Nomenclature.HOLDER,
                Nomenclature.CARE,
                authority(),
                billing);
    }

    static Situation hospital(Coded section, Coded role) {
        return employed(Structures.HOSPITAL, Nomenclature.PUBLIC_HOSPITAL, section, role);
    }

    static Situation healthCentre() {
        return employed(Structures.HEALTH_CENTRE, Nomenclature.HEALTH_CENTRE, Coded.NONE, Nomenclature.POST_HOLDER);
    }

    static Situation pharmacy(String mode, Coded section, Coded role) {
        return new Situation(
                Structures.PHARMACY,
                mode,
                Nomenclature.PHARMACY,
                section,
                role,
                Nomenclature.CARE,
                authority(),
                Structures.PHARMACY.finess());
    }

    private static Situation employed(Structure structure, Coded sector, Coded section, Coded role) {
        return new Situation(
                structure,
                Nomenclature.EMPLOYED,
                sector,
                section,
                role,
                Nomenclature.CARE,
                authority(),
                structure.finess());
    }

    /** Of someone who works for an office without a health profession. */
    static Situation secretariat(Structure structure, String billing) {
        return new Situation(
                structure,
                Nomenclature.EMPLOYED,
                Nomenclature.ONE_PERSON,
                Coded.NONE,
                Nomenclature.SECRETARY,
                Nomenclature.OFFICE,
                authority(),
                billing);
    }

    private static String authority() {
        return "FICTIF/FICTIF/FICTIF";
    }
}
