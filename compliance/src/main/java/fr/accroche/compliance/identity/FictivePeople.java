package fr.accroche.compliance.identity;

import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Optional;

/** The test identities with which nothing is wrong. */
final class FictivePeople {

    private FictivePeople() {}

    static List<Professional> all() {
        return List.of(
                medecin(),
                pharmacienTitulaire(),
                infirmier(),
                sageFemme(),
                secretaire(),
                cardiologue(),
                pharmacienAdjoint(),
                chirurgienDentiste(),
                kine(),
                interne(),
                etudiantPharmacie(),
                pediatre(),
                pharmacienHospitalier(),
                doubleProfession(),
                homonyme());
    }

    private static Professional medecin() {
        return of(
                "899900000011",
                "medecin",
                "MME",
                "Camille",
                "MEDECINFICTIF",
                "0639980001",
                Text.of(
                        "Médecin généraliste libérale ; celle des exemples, et celle de toute session sans autre choix.",
                        "General practitioner on her own account; that of the examples, and of every session without another choice."),
                FictivePractices.generalPractitioner(
                        FictivePractices.office(Structures.PHYSICIAN_OFFICE, "991000001")));
    }

    private static Professional pharmacienTitulaire() {
        return of(
                "899900000029",
                "pharmacien-titulaire",
                "M",
                "Dominique",
                "PHARMACIENFICTIF",
                "0639980002",
                Text.of(
                        "Titulaire d'une officine : section A, pas de spécialité.",
                        "Owner of a pharmacy: section A, no speciality."),
                FictivePractices.plain(
                        Nomenclature.PHARMACIST,
                        "M",
                        FictivePractices.pharmacy(
                                Nomenclature.LIBERAL, Nomenclature.OWNERS, Nomenclature.PHARMACY_OWNER)));
    }

    private static Professional infirmier() {
        return of(
                "899900000037",
                "infirmier",
                "M",
                "Claude",
                "INFIRMIERFICTIF",
                "0639980003",
                Text.of("Infirmier libéral.", "Nurse on his own account."),
                FictivePractices.plain(
                        Nomenclature.NURSE, "M", FictivePractices.office(Structures.NURSE_OFFICE, "991000027")));
    }

    private static Professional sageFemme() {
        return of(
                "899900000045",
                "sage-femme",
                "MME",
                "Andrea",
                "SAGEFEMMEFICTIVE",
                "0639980004",
                Text.of("Sage-femme libérale.", "Midwife on her own account."),
                FictivePractices.plain(
                        Nomenclature.MIDWIFE, "MME", FictivePractices.office(Structures.MIDWIFE_OFFICE, "991000035")));
    }

    private static Professional secretaire() {
        return of(
                "699900000011000/CPAT00001",
                "secretaire",
                "M",
                "Sacha",
                "SECRETAIREFICTIF",
                "0639980005",
                Text.of(
                        "Secrétaire du cabinet de MEDECINFICTIF : sans RPPS, identifiant structure/interne, un rôle et pas de profession.",
                        "Secretary of MEDECINFICTIF's office: no RPPS, an identifier structure/internal, a role and no profession."),
                FictivePractices.plain(
                        Coded.NONE, "M", FictivePractices.secretariat(Structures.PHYSICIAN_OFFICE, "991000001")));
    }

    private static Professional cardiologue() {
        return of(
                "899900000060",
                "cardiologue",
                "M",
                "Morgan",
                "CARDIOLOGUEFICTIF",
                "0639980006",
                Text.of(
                        "Spécialiste à trois activités : cabinet, hôpital, centre de santé ; le LPS doit dire laquelle.",
                        "Specialist with three activities: own office, hospital, health centre; the LPS must say which."),
                FictivePractices.cardiologist(
                        FictivePractices.office(Structures.CARDIOLOGIST_OFFICE, "991000050"),
                        FictivePractices.hospital(Coded.NONE, Nomenclature.POST_HOLDER),
                        FictivePractices.healthCentre()));
    }

    private static Professional pharmacienAdjoint() {
        return of(
                "899900000078",
                "pharmacien-adjoint",
                "MME",
                "Alix",
                "ADJOINTFICTIF",
                "0639980007",
                Text.of("Adjointe salariée de la même officine.", "Employed assistant of the same pharmacy."),
                FictivePractices.plain(
                        Nomenclature.PHARMACIST,
                        "MME",
                        FictivePractices.pharmacy(
                                Nomenclature.EMPLOYED, Nomenclature.ASSISTANTS, Nomenclature.ASSISTANT)));
    }

    private static Professional chirurgienDentiste() {
        return of(
                "899900000086",
                "chirurgien-dentiste",
                "M",
                "Charlie",
                "DENTISTEFICTIF",
                "0639980008",
                Text.of("Chirurgien-dentiste libéral.", "Dental surgeon on his own account."),
                FictivePractices.plain(
                        Nomenclature.DENTIST, "DR", FictivePractices.office(Structures.DENTIST_OFFICE, "991000076")));
    }

    private static Professional kine() {
        return of(
                "899900000094",
                "kine",
                "MME",
                "Maxime",
                "KINEFICTIF",
                "0639980009",
                Text.of("Masseuse-kinésithérapeute libérale.", "Physiotherapist on her own account."),
                FictivePractices.plain(
                        Nomenclature.PHYSIOTHERAPIST,
                        "MME",
                        FictivePractices.office(Structures.PHYSIOTHERAPIST_OFFICE, "991000084")));
    }

    private static Professional interne() {
        return of(
                "899900000102",
                "interne",
                "MME",
                "Lou",
                "INTERNEFICTIF",
                "0639980010",
                Text.of(
                        "Interne en médecine : le même code 10, dans la nomenclature des professions en formation.",
                        "Medical intern: the same code 10, in the nomenclature of professions in training."),
                FictivePractices.student(
                        Nomenclature.PHYSICIAN,
                        "MME",
                        "01",
                        FictivePractices.hospital(Coded.NONE, Nomenclature.INTERN)));
    }

    private static Professional etudiantPharmacie() {
        return of(
                "899900000110",
                "etudiant-pharmacie",
                "M",
                "Noa",
                "ETUDIANTFICTIF",
                "0639980011",
                Text.of(
                        "Étudiant en pharmacie, remplaçant en officine.",
                        "Student of pharmacy, replacing in a pharmacy."),
                FictivePractices.student(
                        Nomenclature.PHARMACIST,
                        "M",
                        "",
                        FictivePractices.pharmacy(Nomenclature.EMPLOYED, Coded.NONE, Nomenclature.STUDENT_ASSISTANT)));
    }

    private static Professional pediatre() {
        return of(
                "899900000128",
                "pediatre",
                "M",
                "Ange",
                "PEDIATREFICTIF",
                "0639980012",
                Text.of(
                        "Spécialiste salarié de l'hôpital : facturation au FINESS.",
                        "Specialist employed by the hospital: billing by FINESS."),
                FictivePractices.paediatrician(FictivePractices.hospital(Coded.NONE, Nomenclature.POST_HOLDER)));
    }

    private static Professional pharmacienHospitalier() {
        return of(
                "899900000136",
                "pharmacien-hospitalier",
                "MME",
                "Eden",
                "HOSPITALIERFICTIF",
                "0639980013",
                Text.of("Pharmacienne de l'hôpital : section H.", "Pharmacist of the hospital: section H."),
                FictivePractices.plain(
                        Nomenclature.PHARMACIST,
                        "MME",
                        FictivePractices.hospital(Nomenclature.HOSPITAL_PHARMACISTS, Nomenclature.POST_HOLDER)));
    }

    private static Professional doubleProfession() {
        return of(
                "899900000144",
                "double-profession",
                "MME",
                "Yael",
                "DOUBLEFICTIF",
                "0639980014",
                Text.of(
                        "Deux professions, donc deux exercices et deux rôles : sage-femme en cabinet de groupe, infirmière à l'hôpital.",
                        "Two professions, hence two exercices and two roles: midwife in a group office, nurse at the hospital."),
                FictivePractices.plain(Nomenclature.MIDWIFE, "MME", FictivePractices.group("991000134")),
                FictivePractices.plain(
                        Nomenclature.NURSE, "MME", FictivePractices.hospital(Coded.NONE, Nomenclature.POST_HOLDER)));
    }

    private static Professional homonyme() {
        return of(
                "899900000151",
                "homonyme",
                "MME",
                "Camille",
                "MEDECINFICTIF",
                "0639980015",
                Text.of(
                        "Homonyme de la première, au centre de santé : le nom ne suffit pas, seul le numéro distingue.",
                        "Namesake of the first, at the health centre: the name is not enough, only the number tells them apart."),
                FictivePractices.generalPractitioner(FictivePractices.healthCentre()));
    }

    private static Professional of(
            String id,
            String alias,
            String civility,
            String givenName,
            String familyName,
            String phone,
            Text use,
            Practice... practices) {
        return new Professional(
                new NationalId(id),
                alias,
                civility,
                givenName,
                familyName,
                List.of(practices),
                phone,
                Devices.BOTH,
                Habit.APPROVE,
                Optional.empty(),
                use);
    }
}
