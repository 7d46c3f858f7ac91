package fr.accroche.scenarios.lps;

import fr.accroche.compliance.identity.Coded;
import fr.accroche.compliance.identity.Practice;
import fr.accroche.compliance.identity.Professional;
import fr.accroche.compliance.identity.Professionals;
import fr.accroche.compliance.identity.Situation;
import fr.accroche.messages.Activity;
import fr.accroche.messages.CodedValue;
import fr.accroche.messages.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The professional who sits before a simulated LPS, in one of their activities: an LPS is opened in one place. It writes what
 * PSC says of them; what there is not, it leaves empty, and the téléservice refuses.
 *
 * @param professional who
 * @param activity which of their activities, by its place in {@link Professional#situations}; 0, the usual one, also for a
 *     person who has none
 */
public record SeatedPerson(Professional professional, int activity) {

    private static final char BEFORE_ACTIVITY = ':';

    /** JDV_J65: code system of professions in training, which has the codes of professions. */
    private static final String IN_TRAINING = "1.2.250.1.71.1.2.8";

    /** JDV_J65: code system of the sections of the pharmacists' register. */
    private static final String SECTION = "1.2.250.1.71.4.2.6";

    /** JDV_J65: the one role of an office's staff. */
    private static final CodedValue SECRETARIAT =
            new CodedValue("SECRETARIAT_MEDICAL", "1.2.250.1.213.1.1.4.6", "Secrétariat médical");

    public SeatedPerson {
        Objects.requireNonNull(professional, "professional");
        if (activity != 0) {
            Objects.checkIndex(activity, professional.situations().size());
        }
    }

    /** Who sits there unless said otherwise: a physician. */
    public static SeatedPerson physician() {
        return new SeatedPerson(Professionals.known().get(0), 0);
    }

    /**
     * The person whom a text names.
     *
     * @param text an idNatPS or an alias; then, for another activity than the usual one, a colon and its number, from 1
     */
    public static Optional<SeatedPerson> named(String text) {
        int colon = text.indexOf(BEFORE_ACTIVITY);
        if (colon < 0) {
            return Professionals.named(text).map(person -> new SeatedPerson(person, 0));
        }
        String number = text.substring(colon + 1);
        return Professionals.named(text.substring(0, colon))
                .filter(person -> number.matches("[1-9]")
                        && Integer.parseInt(number) <= person.situations().size())
                .map(person -> new SeatedPerson(person, Integer.parseInt(number) - 1));
    }

    /** Who is named by mistake: a namesake if there is one, since a number is easily taken from the wrong line of a list. */
    String another() {
        List<Professional> others = Professionals.known().stream()
                .filter(person -> !person.equals(professional))
                .toList();
        return others.stream()
                .filter(person -> person.displayName().equals(professional.displayName()))
                .findFirst()
                .orElse(others.get(0))
                .nationalId();
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
        practice().ifPresent(practice -> {
            roles.add(profession(practice));
            add(roles, practice.skill(), CodedValue.SPECIALITY);
        });
        situation().ifPresent(situation -> add(roles, situation.section(), SECTION));
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

    /** The profession of the activity; of a person without activity, the usual one. */
    private Optional<Practice> practice() {
        return professional.practices().stream()
                .filter(practice -> situation().isEmpty()
                        || practice.situations().contains(situation().get()))
                .findFirst();
    }

    private Optional<Situation> situation() {
        return professional.situations().stream().skip(activity).findFirst();
    }

    /** What assertions say of the activity. */
    Activity practised() {
        return new Activity(structure(), sector(), billing(), amoSpeciality(), gipProfessionCode());
    }

    /** idNatStruct of the structure of practice; empty if there is none. */
    String structure() {
        return situation()
                .map(situation -> situation.structure().idNatStruct().value())
                .orElse("");
    }

    /** TRE_R02; empty if there is none. */
    String sector() {
        return situation().map(situation -> situation.sector().code()).orElse("");
    }

    /** identifiantFacturation; empty if there is none. */
    String billing() {
        return situation().map(Situation::billing).orElse("");
    }

    /** codeSpecialiteAMO: of physicians, and of those who learn to be one. */
    Optional<String> amoSpeciality() {
        return practice().map(Practice::amoSpeciality).filter(code -> !code.isEmpty());
    }

    /** gipProfessionCode: which profession, of those who have several. */
    Optional<String> gipProfessionCode() {
        return professional.practices().size() > 1
                ? practice().map(practice -> practice.profession().code())
                : Optional.empty();
    }
}
