package fr.accroche.compliance.identity;

import fr.accroche.compliance.declaration.InvalidValueException;
import fr.accroche.compliance.text.Text;
import java.util.regex.Pattern;

/**
 * The national identifier of a professional (idNatPS, nomenclature TRE_G08): what PSC takes as login_hint and gives as
 * SubjectNameID, and what assertions bear as NameID. Its first digit does not mean what that of an idNatStruct means.
 *
 * @param value {@code 8} and an RPPS number, whose eleventh digit is the key; or a type digit, the number of a structure
 *     ({@code 3} FINESS, {@code 5} SIRET, {@code 6} cabinet RPPS…), a slash, and the structure's own identifier of the person
 */
public record NationalId(String value) {

    private static final Pattern RPPS = Pattern.compile("8[0-9]{11}");
    private static final Pattern OF_A_STRUCTURE = Pattern.compile("[0-6](?:[0-9AB]{9}|[0-9]{14})/[A-Za-z0-9._-]{1,40}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    public NationalId {
        if (!isRpps(value) && !isOfAStructure(value)) {
            throw new InvalidValueException(Text.of(
                            "un idNatPS est 8 + RPPS (11 chiffres, clé juste) ou type + numéro de structure + « / » +"
                                    + " identifiant interne, et non « {0} »",
                            "an idNatPS is 8 + RPPS (11 digits, right key) or type + number of a structure + '/' +"
                                    + " internal identifier, not '{0}'")
                    .with(value));
        }
    }

    private static boolean isRpps(String value) {
        return RPPS.matcher(value).matches() && Luhn.holds(value.substring(1));
    }

    /** The letters of a test FINESS have no public value: its key is not checked. */
    private static boolean isOfAStructure(String value) {
        if (!OF_A_STRUCTURE.matcher(value).matches()) {
            return false;
        }
        String number = value.substring(1, value.indexOf('/'));
        return !DIGITS.matcher(number).matches() || Luhn.holds(number);
    }

    /** Whether the person has a number of their own; else a structure answers for them. */
    public boolean isRpps() {
        return value.indexOf('/') < 0;
    }

    @Override
    public String toString() {
        return value;
    }
}
