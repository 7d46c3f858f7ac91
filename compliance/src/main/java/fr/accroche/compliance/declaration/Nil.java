package fr.accroche.compliance.declaration;

import fr.accroche.compliance.text.Text;

/**
 * The CNDA's number of one commercial name of a software.
 *
 * @param value 1 to 64 characters; its real form is not public
 */
public record Nil(String value) {
    public Nil {
        if (value.isBlank() || value.length() > 64) {
            throw new InvalidValueException(Text.of("un NIL fait 1 à 64 caractères", "a NIL is 1 to 64 characters"));
        }
    }
}
