package fr.accroche.compliance.declaration;

import java.util.List;
import java.util.Optional;

/**
 * What is declared of any component.
 *
 * @param id its key in the declaration
 * @param editor the key of its éditeur
 * @param habilitations what its éditeur was granted for it: ELU or ELP
 * @param intrusionTest what its éditeur had tested
 * @param hosting where it runs, if that is declared
 * @param ui whether it has screens, if that is declared
 */
public record Edition(
        String id,
        String editor,
        List<Habilitation> habilitations,
        Optional<IntrusionTest> intrusionTest,
        Optional<Hosting> hosting,
        Optional<Boolean> ui) {

    public Edition {
        habilitations = List.copyOf(habilitations);
    }

    /** One of which nothing else is declared. */
    public static Edition of(String id, String editor, List<Habilitation> habilitations) {
        return new Edition(id, editor, habilitations, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Where a component runs. */
    public enum Hosting {
        SAAS,
        ON_PREMISES
    }
}
