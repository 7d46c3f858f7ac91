package fr.accroche.compliance.declaration;

/**
 * The CNDA's number of one commercial name of a software.
 *
 * @param value 1 to 64 characters; its real form is not public
 */
public record Nil(String value) {
    public Nil {
        if (value.isBlank() || value.length() > 64) {
            throw new IllegalArgumentException("a NIL is 1 to 64 characters");
        }
    }
}
