package fr.accroche.messages;

import java.util.Objects;
import java.util.Optional;

/**
 * Who wrote a document, or submits some. XDS allows several; here there is one (simplified).
 *
 * @param person the professional
 * @param specialty as a slot holds it: {@code G15_10/SM26^Médecin - …^1.2.250.1.213.1.1.4.5}
 * @param institution the structure
 */
public record XdsAuthor(XdsPerson person, Optional<String> specialty, XdsInstitution institution) {
    public XdsAuthor {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(specialty, "specialty");
        Objects.requireNonNull(institution, "institution");
    }
}
