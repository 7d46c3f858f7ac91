package fr.accroche.compliance.declaration;

import fr.accroche.compliance.text.Text;

/**
 * The numéro unique de référencement of a file at the EDC PSC guichet.
 *
 * @param value 1 to 64 characters; its real form is not public
 */
public record Nru(String value) {
    public Nru {
        if (value.isBlank() || value.length() > 64) {
            throw new InvalidValueException(Text.of("un NRU fait 1 à 64 caractères", "a NRU is 1 to 64 characters"));
        }
    }
}
