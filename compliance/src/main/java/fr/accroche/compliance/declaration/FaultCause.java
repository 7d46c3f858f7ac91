package fr.accroche.compliance.declaration;

/**
 * Why a SOAP request is refused. The real codes are public for two of them only; for the others the simulator has its
 * own, which begin with {@code SIM_} and so cannot be taken for real ones (docs/sources.md, DMP and INSi samples).
 */
public enum FaultCause {
    MALFORMED("SIM_XmlIllisible"),
    ADDRESSING_MISSING("SIM_AdressageAbsent"),
    NOT_SIMULATED("SIM_NonSimule"),
    /** The body is not the one of wsa:Action. */
    ACTION_DIFFERS("SIM_ActionDifferente"),
    /** The message is for another of the DMP's services. */
    WRONG_SERVICE("SIM_MauvaisService"),
    RIGHT_MISSING("SIM_DroitInsuffisant"),
    PATIENT_MISSING("SIM_PatientAbsent"),
    ASSERTION_MISSING("SIM_AssertionAbsente"),
    ASSERTION_AMBIGUOUS("SIM_AssertionAmbigue"),
    SIGNATURE_MISSING("SIM_SignatureAbsente"),
    SIGNATURE_WRONG("SIM_SignatureInvalide"),
    /** The DMP has a real code for it. */
    SIGNER_REFUSED("SIM_CertificatSignataire"),
    ASSERTION_AGE("SIM_AssertionPerimee"),
    PERSON_DIFFERS("SIM_PersonneDifferente"),
    /** An assertion came, or a signature, where none may. */
    ASSERTION_UNEXPECTED("SIM_AssertionInattendue"),
    /** The assertion, or the message, came before. */
    REPLAYED("SIM_DejaRecu"),
    VIHF_SHAPE("SIM_VihfIncorrect"),
    SECTOR_WRONG("SIM_SecteurIncorrect"),
    /** Identifiant_Structure is not the client certificate's; the DMP's words for it are public, its code is not. */
    STRUCTURE_DIFFERS("SIM_StructureDifferente"),
    ASSERTION_PS_SHAPE("SIM_AssertionPsIncorrecte"),
    PATIENT_DIFFERS("SIM_PatientDifferent"),
    /** A context or a body that its schema does not allow. */
    SCHEMA_WRONG("SIM_SchemaNonRespecte"),
    CONTEXT_WRONG("SIM_ContexteIncorrect"),
    CLOCK_DIFFERS("SIM_HorlogeDecalee"),
    /** Traits that INSi's lexical rules do not allow. */
    TRAITS_WRONG("SIM_TraitsIncorrects"),
    SOFTWARE_INCOMPLETE("SIM_LpsIncomplet"),
    /** INSi and ON have a real code for it. */
    SOFTWARE_UNKNOWN("SIM_LpsInconnu"),
    /** The software is known, and is not the token's. */
    SOFTWARE_DIFFERS("SIM_LpsDifferent");

    private final String code;

    FaultCause(String code) {
        this.code = code;
    }

    /** The simulator's own code. */
    public String code() {
        return code;
    }
}
