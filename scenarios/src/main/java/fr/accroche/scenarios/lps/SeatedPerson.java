package fr.accroche.scenarios.lps;

import fr.accroche.compliance.identity.Coded;
import fr.accroche.compliance.identity.Practice;
import fr.accroche.compliance.identity.Professional;
import fr.accroche.compliance.identity.Professionals;
import fr.accroche.compliance.identity.Situation;
import fr.accroche.messages.CodedValue;
import fr.accroche.messages.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The professional who sits before a simulated LPS, in the usual one of their activities: an LPS is opened in one place. It
 * writes what PSC says of them; what there is not, it leaves empty, and the téléservice refuses.
 *
 * @param professional who
 */
public record SeatedPerson(Professional professional) {

    /** JDV_J65: code system of professions in training, which has the codes of professions. */
    private static final String IN_TRAINING = "1.2.250.1.71.1.2.8";

    /** JDV_J65: code system of the sections of the pharmacists' register. */
    private static final String SECTION = "1.2.250.1.71.4.2.6";

    /** JDV_J65: the one role of an office's staff. */
    private static final CodedValue SECRETARIAT =
            new CodedValue("SECRETARIAT_MEDICAL", "1.2.250.1.213.1.1.4.6", "Secrétariat médical");

    public SeatedPerson {
        Objects.requireNonNull(professional, "professional");
    }

    /** Who sits there unless said otherwise: a physician. */
    public static SeatedPerson physician() {
        return new SeatedPerson(Professionals.known().get(0));
    }

    /** Who is named by mistake. */
    static String another() {
        return Professionals.known().get(1).nationalId();
    }

    public String nameId() {
        return professional.nationalId();
    }

    /** As assertions name them. */
    Person person() {
        return new Person(nameId(), professional.displayName(), roles());
    }

    /** Profession, then speciality or section. */
    private List<CodedValue> roles() {
        List<CodedValue> roles = new ArrayList<>();
        professional.practice().ifPresent(practice -> {
            roles.add(profession(practice));
            add(roles, practice.skill(), CodedValue.SPECIALITY);
        });
        professional.situation().ifPresent(situation -> add(roles, situation.section(), SECTION));
        return roles;
    }

    private static CodedValue profession(Practice practice) {
        Coded profession = practice.profession();
        if (profession.code().isEmpty()) {
            return SECRETARIAT;
        }
        return new CodedValue(
                profession.code(), practice.inTraining() ? IN_TRAINING : CodedValue.PROFESSION, profession.title());
    }

    private static void add(List<CodedValue> roles, Coded concept, String system) {
        if (!concept.code().isEmpty()) {
            roles.add(new CodedValue(concept.code(), system, concept.title()));
        }
    }

    /** idNatStruct of the structure of practice; empty if there is none. */
    String structure() {
        return professional
                .situation()
                .map(situation -> situation.structure().idNatStruct().value())
                .orElse("");
    }

    /** TRE_R02; empty if there is none. */
    String sector() {
        return professional
                .situation()
                .map(situation -> situation.sector().code())
                .orElse("");
    }

    /** identifiantFacturation; empty if there is none. */
    String billing() {
        return professional.situation().map(Situation::billing).orElse("");
    }

    /** codeSpecialiteAMO: of physicians, and of those who learn to be one. */
    Optional<String> amoSpeciality() {
        return professional.practice().map(Practice::amoSpeciality).filter(code -> !code.isEmpty());
    }

    /** gipProfessionCode: which profession, of those who have several. */
    Optional<String> gipProfessionCode() {
        return professional.practices().size() > 1
                ? professional.practice().map(practice -> practice.profession().code())
                : Optional.empty();
    }
}
