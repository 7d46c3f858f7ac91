package fr.accroche.messages;

/** Names of SAML attributes and formats, as they are on the wire. */
public final class SamlNames {
    public static final String X509_SUBJECT = "urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName";

    public static final String IDENTIFIANT_STRUCTURE = "Identifiant_Structure";
    public static final String SECTEUR_ACTIVITE = "Secteur_Activite";
    public static final String SUBJECT_ID = "urn:oasis:names:tc:xspa:1.0:subject:subject-id";
    public static final String ROLE = "urn:oasis:names:tc:xacml:2.0:subject:role";
    public static final String VIHF_VERSION = "VIHF_Version";
    public static final String AUTHENTIFICATION_MODE = "Authentification_mode";

    /** The ANS tables' spelling; the official samples have the other. */
    public static final String AUTHENTIFICATION_MODE_CAPITAL = "Authentification_Mode";

    public static final String RESOURCE_ID = "urn:oasis:names:tc:xacml:2.0:resource:resource-id";
    public static final String RESSOURCE_URN = "Ressource_URN";
    public static final String PURPOSE_OF_USE = "urn:oasis:names:tc:xspa:1.0:subject:purposeofuse";
    public static final String LPS_ID = "LPS_ID";
    public static final String LPS_NOM = "LPS_Nom";
    public static final String LPS_VERSION = "LPS_Version";
    public static final String LPS_ID_HOMOLOGATION_DMP = "LPS_ID_HOMOLOGATION_DMP";

    public static final String IDENTIFIANT_FACTURATION = "identifiantFacturation";
    public static final String CODE_SPECIALITE = "codeSpecialite";
    public static final String CODE_SPECIALITE_AMO = "codeSpecialiteAMO";
    public static final String SECTEUR_ACTIVITE_AMO = "secteurActivite";
    public static final String GIP_PROFESSION_CODE = "gipProfessionCode";
    public static final String PAGM = "PAGM";

    private SamlNames() {}
}
