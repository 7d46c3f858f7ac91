package fr.accroche.compliance.declaration;

import fr.accroche.compliance.text.Text;

/**
 * The CNDA's number of an éditeur.
 *
 * @param value 1 to 64 printable characters; its real form is not public
 */
public record Nie(String value) {
    public Nie {
        OpaqueNumber.require(Text.of("un NIE", "a NIE"), value);
    }
}
