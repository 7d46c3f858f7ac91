package fr.accroche.compliance.declaration;

import fr.accroche.compliance.text.Text;
import java.util.regex.Pattern;

/** The numbers that a guichet gives, and whose real form is not public: printable, without spaces around. */
final class OpaqueNumber {

    private static final Pattern FORM =
            Pattern.compile("[^\\x00-\\x20\\x7f]([^\\x00-\\x1f\\x7f]{0,62}[^\\x00-\\x20\\x7f])?");

    private OpaqueNumber() {}

    /** Refuses a text that cannot be one; does not repeat it, since some are secret. */
    static void require(Text name, String value) {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValueException(Text.of(
                            "{0} fait 1 à 64 caractères imprimables, sans espace autour",
                            "{0} is 1 to 64 printable characters, without spaces around")
                    .with(name));
        }
    }
}
