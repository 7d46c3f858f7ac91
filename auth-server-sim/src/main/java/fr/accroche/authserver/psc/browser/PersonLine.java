package fr.accroche.authserver.psc.browser;

import fr.accroche.compliance.identity.Professional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A professional in one line, beside the name: profession, structure, identifier. */
final class PersonLine {

    private PersonLine() {}

    static String of(Professional person) {
        return Stream.of(person.professionTitle(), person.structureName(), person.nationalId())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" – "));
    }
}
