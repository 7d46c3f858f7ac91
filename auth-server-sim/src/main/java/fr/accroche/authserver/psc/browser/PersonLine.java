package fr.accroche.authserver.psc.browser;

import fr.accroche.compliance.identity.Professional;

/** A professional in one line, beside the name: profession, structure, identifier. */
final class PersonLine {

    private PersonLine() {}

    static String of(Professional person) {
        return person.profession() + " – " + person.structureName() + " – " + person.nationalId();
    }
}
