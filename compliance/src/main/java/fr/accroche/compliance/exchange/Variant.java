package fr.accroche.compliance.exchange;

import java.util.Arrays;
import java.util.Optional;

/**
 * A form of request that circulates beside the usual one. The simulated téléservices take it and report it (LPS-11): whether the
 * real ones do is not public. Sources: docs/sources.md, DMP and INSi samples.
 */
public enum Variant {
    /** The DMP's kit, and the agency's tables; the official samples write a small m. */
    MODE_SPELLING("Authentification_mode", "VIHF"),
    /** SHA-1, which the official samples of 2020 have. */
    SIGNED_WITH_SHA1("rsa-sha256", "XML Signature"),
    SIGNATURE_PLACE("Issuer, Signature, Subject", "SAML 2.0 Core §2.3.3"),
    ATTRIBUTE_ORDER("Identifiant_Structure … LPS_ID_HOMOLOGATION_DMP", "VIHF"),
    /** A bare UUID may begin with a digit, and then a schema refuses it. */
    ID_IS_NO_NAME("_UUID", "SAML 2.0 Core §1.3.4"),
    ISSUER_FORMAT("urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName", "SAML 2.0 Core §8.3.3"),
    ISSUER_IS_NOT_SIGNER("certificate/subject", "SAML 2.0 Core §8.3.3"),
    SIGNER_USAGE("ORG_SIGN", "IGC-Santé"),
    LPS_ID_ABSENT("LPS_ID", "VIHF"),
    STRUCTURE_IS_NOT_CERTIFICATES("certificate/OU", "VIHF"),
    /** The official sample of the PSC mode has codeSpecialiteAMO. */
    SPECIALITY_NAME("codeSpecialiteAMO", "AssertionPS"),
    SPECIALITY_UNEXPECTED("codeSpecialiteAMO ⇔ médecin", "AssertionPS"),
    OTHER_ASSERTIONS("1", "SOAP/Security"),
    HTTP_ACTION("wsa:Action", "SOAP 1.2 Part 2 §6.5.3"),
    IDAM_FORM("[0-9A-Z]{12}", "IDAM"),
    IDAM_R("R", "IDAM"),
    CLOCK("± clockTolerance", "Temps"),
    SCHEMA("XSD", "SOAP"),
    REPLAYED_ASSERTION("ID", "SAML 2.0 Core §1.3.4"),
    REPLAYED_MESSAGE("MessageID", "WS-Addressing 1.0 Core §3.1"),
    /** Documents travel in MTOM, and no other message does. */
    MTOM_UNEXPECTED("application/soap+xml", "SOAP 1.2 MTOM");

    private final Observed usual;

    Variant(String usual, String where) {
        this.usual = new Observed(usual, where);
    }

    /** What most send, and which document says so. */
    public Observed usual() {
        return usual;
    }

    /** Empty for a name that is none. */
    public static Optional<Variant> named(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }
}
