package fr.accroche.certs;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The attribute types that names in this ecosystem use, with the keywords that programs print for them. */
final class AttributeType {
    static final String COUNTRY = "2.5.4.6";
    static final String STATE = "2.5.4.8";
    static final String ORGANISATION = "2.5.4.10";
    static final String ORGANISATIONAL_UNIT = "2.5.4.11";
    static final String COMMON_NAME = "2.5.4.3";
    static final String SURNAME = "2.5.4.4";
    static final String TITLE = "2.5.4.12";
    static final String GIVEN_NAME = "2.5.4.42";

    private static final Map<String, String> KEYWORDS = Map.ofEntries(
            Map.entry(COMMON_NAME, "CN"),
            Map.entry(SURNAME, "SN"),
            Map.entry("2.5.4.5", "serialNumber"),
            Map.entry(COUNTRY, "C"),
            Map.entry("2.5.4.7", "L"),
            Map.entry(STATE, "ST"),
            Map.entry("2.5.4.9", "STREET"),
            Map.entry(ORGANISATION, "O"),
            Map.entry(ORGANISATIONAL_UNIT, "OU"),
            Map.entry(TITLE, "title"),
            Map.entry(GIVEN_NAME, "GN"),
            Map.entry("2.5.4.97", "organizationIdentifier"),
            Map.entry("0.9.2342.19200300.100.1.1", "UID"),
            Map.entry("0.9.2342.19200300.100.1.25", "DC"),
            Map.entry("1.2.840.113549.1.9.1", "emailAddress"));

    private static final Map<String, String> SYNONYMS = Map.of(
            "S", STATE,
            "SURNAME", SURNAME,
            "GIVENNAME", GIVEN_NAME,
            "T", TITLE,
            "E", "1.2.840.113549.1.9.1");

    private AttributeType() {}

    /** The usual keyword of an object identifier, or the identifier itself. */
    static String keyword(String oid) {
        return KEYWORDS.getOrDefault(oid, oid);
    }

    /** Object identifiers by upper-case keyword, as {@link javax.security.auth.x500.X500Principal} asks for them. */
    static Map<String, String> byKeyword() {
        Map<String, String> oids = new HashMap<>(SYNONYMS);
        KEYWORDS.forEach((oid, keyword) -> oids.put(keyword.toUpperCase(Locale.ROOT), oid));
        return oids;
    }
}
