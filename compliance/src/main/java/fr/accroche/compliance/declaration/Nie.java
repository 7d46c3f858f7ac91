package fr.accroche.compliance.declaration;

import fr.accroche.compliance.text.Text;

/**
 * The CNDA's number of an éditeur.
 *
 * @param value 1 to 64 characters; its real form is not public
 */
public record Nie(String value) {
    public Nie {
        if (value.isBlank() || value.length() > 64) {
            throw new InvalidValueException(Text.of("un NIE fait 1 à 64 caractères", "a NIE is 1 to 64 characters"));
        }
    }
}
