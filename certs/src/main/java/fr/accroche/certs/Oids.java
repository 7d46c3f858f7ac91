package fr.accroche.certs;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Object identifiers and bits of certificate extensions, with the names that people know them by. */
final class Oids {
    static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    static final String EMAIL_PROTECTION = "1.3.6.1.5.5.7.3.4";
    static final String SMARTCARD_LOGON = "1.3.6.1.4.1.311.20.2.2";
    /** What cards authenticate with. */
    static final List<String> CARD_AUTH = List.of(CLIENT_AUTH, SMARTCARD_LOGON);

    static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";
    static final String AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";
    static final String ANY_POLICY = "2.5.29.32.0";
    /** Category of the product: 0x00 card, 0x03 software certificate; 0x80 and 0x83 the same for tests (TRE_G01). */
    static final String PRODUCT_CATEGORY = "1.2.250.1.71.1.2.5";

    /** Of a card: 0 CPS, 1 CPF, 2 CPE, 3 CPA (TRE_G02). */
    static final String CARD_TYPE = "1.2.250.1.71.1.2.2";

    static final String CARD_NUMBER = "1.2.250.1.71.1.2.3";
    /** Of a card's holder (TRE_G15). */
    static final String PROFESSION = "1.2.250.1.71.1.2.7";

    /** Bits of keyUsage in the order of RFC 5280 §4.2.1.3. */
    static final List<String> KEY_USAGES = List.of(
            "digitalSignature",
            "nonRepudiation",
            "keyEncipherment",
            "dataEncipherment",
            "keyAgreement",
            "keyCertSign",
            "cRLSign",
            "encipherOnly",
            "decipherOnly");

    private static final Map<String, String> NAMES = Map.of(
            SERVER_AUTH,
            "serverAuth",
            CLIENT_AUTH,
            "clientAuth",
            EMAIL_PROTECTION,
            "emailProtection",
            "1.3.6.1.5.5.7.3.3",
            "codeSigning",
            "1.3.6.1.5.5.7.3.8",
            "timeStamping",
            "1.3.6.1.5.5.7.3.9",
            "OCSPSigning",
            SMARTCARD_LOGON,
            "msSmartcardLogin",
            "2.5.29.37.0",
            "anyExtendedKeyUsage",
            "2.5.29.30",
            "nameConstraints",
            "2.5.29.36",
            "policyConstraints");

    private Oids() {}

    /** For example {@code clientAuth (1.3.6.1.5.5.7.3.2), emailProtection (1.3.6.1.5.5.7.3.4)}. */
    static String named(Collection<String> oids) {
        return oids.stream().map(Oids::named).collect(Collectors.joining(", "));
    }

    private static String named(String oid) {
        String name = NAMES.get(oid);
        return name == null ? oid : name + " (" + oid + ")";
    }
}
