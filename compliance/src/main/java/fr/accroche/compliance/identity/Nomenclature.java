package fr.accroche.compliance.identity;

/** The concepts of the national nomenclatures (docs/sources.md, NOS) that the test identities use. */
final class Nomenclature {

    static final String LIBERAL = "L";
    static final String EMPLOYED = "S";

    static final String CIVIL = "C";
    static final String STUDENT = "E";

    static final String CARE = "GENR01";
    static final String OFFICE = "GENR13";

    static final String SPECIALITY = "S";

    static final Coded PHYSICIAN = new Coded("10", "Médecin");
    static final Coded PHARMACIST = new Coded("21", "Pharmacien");
    static final Coded DENTIST = new Coded("40", "Chirurgien-dentiste");
    static final Coded MIDWIFE = new Coded("50", "Sage-femme");
    static final Coded NURSE = new Coded("60", "Infirmier");
    static final Coded PHYSIOTHERAPIST = new Coded("70", "Masseur-kinésithérapeute");

    static final Coded GENERAL_MEDICINE = new Coded("SM54", "Médecine générale (SM)");
    static final Coded CARDIOLOGY = new Coded("SM04", "Cardiologie et maladies vasculaires (SM)");
    static final Coded PAEDIATRICS = new Coded("SM40", "Pédiatrie (SM)");

    static final Coded OWNERS = new Coded("A", "Pharmacien titulaire d'officine");
    static final Coded ASSISTANTS = new Coded("DA", "Pharmacien adjoint");
    static final Coded HOSPITAL_PHARMACISTS = new Coded("H", "Pharmacien d'établissement de santé");

    static final Coded PUBLIC_HOSPITAL = new Coded("SA01", "Etablissement public de santé");
    static final Coded HEALTH_CENTRE = new Coded("SA05", "Centre de santé");
    static final Coded ONE_PERSON = new Coded("SA07", "Cabinet individuel");
    static final Coded GROUP = new Coded("SA08", "Cabinet de groupe");
    static final Coded PHARMACY = new Coded("SA33", "Pharmacie d'officine");

    static final Coded HOLDER = new Coded("FON-01", "Titulaire de cabinet");
    static final Coded PHARMACY_OWNER = new Coded("FON-03", "Titulaire d'officine");
    static final Coded ASSISTANT = new Coded("FON-05", "Adjoint");
    static final Coded POST_HOLDER = new Coded("FON-33", "Salarié en poste fixe");
    static final Coded STUDENT_ASSISTANT = new Coded("FON-47", "Etudiant remplaçant, adjoint");
    static final Coded INTERN = new Coded("FON-48", "Interne");
    static final Coded SECRETARY = new Coded("331", "Secrétaire assistante médico-administrative");

    private Nomenclature() {}
}
