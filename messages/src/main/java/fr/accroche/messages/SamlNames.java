package fr.accroche.messages;

/** Names of SAML attributes and formats, as they are on the wire. */
final class SamlNames {
    static final String X509_SUBJECT = "urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName";

    static final String IDENTIFIANT_STRUCTURE = "Identifiant_Structure";
    static final String SECTEUR_ACTIVITE = "Secteur_Activite";
    static final String SUBJECT_ID = "urn:oasis:names:tc:xspa:1.0:subject:subject-id";
    static final String ROLE = "urn:oasis:names:tc:xacml:2.0:subject:role";
    static final String VIHF_VERSION = "VIHF_Version";
    static final String AUTHENTIFICATION_MODE = "Authentification_mode";

    /** The ANS tables' spelling; the official samples have the other. */
    static final String AUTHENTIFICATION_MODE_CAPITAL = "Authentification_Mode";

    static final String RESOURCE_ID = "urn:oasis:names:tc:xacml:2.0:resource:resource-id";
    static final String RESSOURCE_URN = "Ressource_URN";
    static final String PURPOSE_OF_USE = "urn:oasis:names:tc:xspa:1.0:subject:purposeofuse";
    static final String LPS_ID = "LPS_ID";
    static final String LPS_NOM = "LPS_Nom";
    static final String LPS_VERSION = "LPS_Version";
    static final String LPS_ID_HOMOLOGATION_DMP = "LPS_ID_HOMOLOGATION_DMP";

    static final String IDENTIFIANT_FACTURATION = "identifiantFacturation";
    static final String CODE_SPECIALITE = "codeSpecialite";
    static final String CODE_SPECIALITE_AMO = "codeSpecialiteAMO";
    static final String SECTEUR_ACTIVITE_AMO = "secteurActivite";
    static final String GIP_PROFESSION_CODE = "gipProfessionCode";
    static final String PAGM = "PAGM";

    private SamlNames() {}
}
