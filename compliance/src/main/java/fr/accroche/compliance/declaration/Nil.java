package fr.accroche.compliance.declaration;

import fr.accroche.compliance.text.Text;

/**
 * The CNDA's number of one commercial name of a software.
 *
 * @param value 1 to 64 printable characters; its real form is not public
 */
public record Nil(String value) {
    public Nil {
        OpaqueNumber.require(Text.of("un NIL", "a NIL"), value);
    }
}
