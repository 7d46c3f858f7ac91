package fr.accroche.certs;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Object identifiers and bits of certificate extensions, with the names that people know them by. */
final class Oids {
    static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    static final String EMAIL_PROTECTION = "1.3.6.1.5.5.7.3.4";
    static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";
    static final String SMARTCARD_LOGON = "1.3.6.1.4.1.311.20.2.2";
    static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";
    static final String AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";
    static final String ANY_POLICY = "2.5.29.32.0";
    /** Category of the product: 0x00 card, 0x03 software certificate; 0x80 and 0x83 the same for tests (TRE_G01). */
    static final String PRODUCT_CATEGORY = "1.2.250.1.71.1.2.5";

    /** Of a card: 0 CPS, 1 CPF, 2 CPE, 3 CPA (TRE_G02). */
    static final String CARD_TYPE = "1.2.250.1.71.1.2.2";

    static final String CARD_NUMBER = "1.2.250.1.71.1.2.3";
    /** In subjectAltName: who opens a Windows session. */
    static final String USER_PRINCIPAL_NAME = "1.3.6.1.4.1.311.20.2.3";

    /** Of a card's holder (TRE_G15). */
    static final String PROFESSION = "1.2.250.1.71.1.2.7";

    /**
     * Ours, under the arc that anyone may take for a UUID (ITU-T X.667), here 00e3256d-b9f7-4e08-89cb-f855221f745a: what is
     * signed by an authority that looks like a real one, and is none.
     */
    static final String LOOK_ALIKE = "2.25.1179410529466155034777476801557918810";

    private static final String NAME_CONSTRAINTS = "2.5.29.30";
    private static final String POLICY_CONSTRAINTS = "2.5.29.36";

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
            OCSP_SIGNING,
            "OCSPSigning",
            SMARTCARD_LOGON,
            "msSmartcardLogin",
            "2.5.29.37.0",
            "anyExtendedKeyUsage",
            NAME_CONSTRAINTS,
            "nameConstraints",
            POLICY_CONSTRAINTS,
            "policyConstraints");

    /** Extended key usages by name. */
    static final Map<String, String> PURPOSES = NAMES.entrySet().stream()
            .filter(entry -> !List.of(NAME_CONSTRAINTS, POLICY_CONSTRAINTS).contains(entry.getKey()))
            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (one, other) -> one, TreeMap::new));

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
