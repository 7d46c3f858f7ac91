package fr.accroche.messages;

import java.util.List;
import java.util.Objects;

/**
 * The professional in whose name a request is made.
 *
 * @param nameId idNatPS, or the structure's own identifier of the person
 * @param displayName for subject-id, for example {@code DEMO Camille}
 * @param roles profession first, then speciality
 */
public record Person(String nameId, String displayName, List<CodedValue> roles) {
    public Person {
        Objects.requireNonNull(nameId, "nameId");
        Objects.requireNonNull(displayName, "displayName");
        roles = List.copyOf(roles);
    }
}
