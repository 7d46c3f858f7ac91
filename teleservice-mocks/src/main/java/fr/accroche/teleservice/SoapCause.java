package fr.accroche.teleservice;

/**
 * Why a SOAP request is refused. The real codes are public for two of them only; for the others the simulator has its
 * own, which begin with {@code SIM_} and so cannot be taken for real ones (docs/sources.md, DMP and INSi samples).
 */
enum SoapCause {
    MALFORMED("SIM_XmlIllisible"),
    ADDRESSING_MISSING("SIM_AdressageAbsent"),
    NOT_SIMULATED("SIM_NonSimule"),
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
    VIHF_SHAPE("SIM_VihfIncorrect"),
    PATIENT_DIFFERS("SIM_PatientDifferent"),
    SOFTWARE_INCOMPLETE("SIM_LpsIncomplet"),
    /** INSi and ON have a real code for it. */
    SOFTWARE_UNKNOWN("SIM_LpsInconnu");

    private final String code;

    SoapCause(String code) {
        this.code = code;
    }

    /** The simulator's own code. */
    String code() {
        return code;
    }
}
