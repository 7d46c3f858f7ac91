package fr.accroche.scenarios.lps;

import fr.accroche.compliance.identity.Professional;
import fr.accroche.compliance.identity.Professionals;
import fr.accroche.messages.CodedValue;
import fr.accroche.messages.Person;
import java.util.ArrayList;
import java.util.List;

/** The professionals who sit before a simulated LPS: those whom the simulated PSC knows. */
public final class SeatedPerson {

    /** Who is named by mistake. */
    static final String ANOTHER = Professionals.known().get(1).nationalId();

    private SeatedPerson() {}

    /** The one who sits there unless said otherwise: a physician. */
    public static Person physician() {
        return person(Professionals.known().get(0));
    }

    private static Person person(Professional professional) {
        List<CodedValue> roles = new ArrayList<>();
        roles.add(new CodedValue(professional.profession(), CodedValue.PROFESSION, "Médecin"));
        roles.add(new CodedValue(professional.skill(), CodedValue.SPECIALITY, "Médecine générale"));
        return new Person(professional.nationalId(), professional.familyName() + " " + professional.givenName(), roles);
    }
}
