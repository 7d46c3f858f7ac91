package fr.accroche.messages;

import java.util.Objects;

/**
 * A concept of a nomenclature. Its key is the pair: 10 is « médecin » in one code system and « médecin en formation
 * » in another.
 *
 * @param code may be empty when read
 * @param codeSystem OID; may be empty when read
 * @param displayName for people; may be empty
 */
public record CodedValue(String code, String codeSystem, String displayName) {
    /** Professions of health, first role of a VIHF. */
    public static final String PROFESSION = "1.2.250.1.71.1.2.7";

    /** Specialities, second role of a VIHF, mandatory for codes 10 and 21. */
    public static final String SPECIALITY = "1.2.250.1.71.4.2.5";

    public CodedValue {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(codeSystem, "codeSystem");
        Objects.requireNonNull(displayName, "displayName");
    }

    /** The only purpose of use that is publicly known: ordinary access. */
    public static CodedValue normalAccess() {
        return new CodedValue("normal", "1.2.250.1.213.1.1.4.248", "Accès normal");
    }
}
