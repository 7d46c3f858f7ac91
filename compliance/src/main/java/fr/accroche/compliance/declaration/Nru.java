package fr.accroche.compliance.declaration;

import fr.accroche.compliance.text.Text;

/**
 * The numéro unique de référencement of a file at the EDC PSC guichet.
 *
 * @param value 1 to 64 printable characters; its real form is not public
 */
public record Nru(String value) {
    public Nru {
        OpaqueNumber.require(Text.of("un NRU", "an NRU"), value);
    }
}
