package fr.accroche.compliance.identity;

import java.util.Objects;

/**
 * A concept of a French nomenclature.
 *
 * @param code empty if there is none
 * @param title as the nomenclature has it, in French; goes on the wire as displayName
 */
public record Coded(String code, String title) {

    public static final Coded NONE = new Coded("", "");

    public Coded {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(title, "title");
    }
}
