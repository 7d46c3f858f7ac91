package fr.accroche.compliance.declaration;

import java.util.List;
import java.util.Optional;

/**
 * What became of reading a declaration.
 *
 * @param problems everything wrong with it, each with its line
 * @param declaration what was read; empty where a part had to be left out, since what is judged without it would mislead
 */
public record Reading(List<Problem> problems, Optional<Declaration> declaration) {

    public Reading {
        problems = List.copyOf(problems);
    }

    /**
     * The declaration, where nothing at all is wrong with it.
     *
     * @throws DeclarationException with every problem
     */
    public Declaration orRefuse() throws DeclarationException {
        if (declaration.isEmpty() || !problems.isEmpty()) {
            throw new DeclarationException(problems);
        }
        return declaration.get();
    }
}
