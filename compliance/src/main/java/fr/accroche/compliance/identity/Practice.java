package fr.accroche.compliance.identity;

import java.util.List;
import java.util.Objects;

/**
 * A profession that a person practises, or learns: an exercice of PSC's SubjectRefPro.
 *
 * @param profession TRE_G15, for example 10 for a physician; the profession to come of a student; no code for a person
 *     known by their role only
 * @param category TRE_R09: {@code C} civil, {@code E} student
 * @param civility of practice: {@code DR}, or as in private life
 * @param skillType for example {@code S} for a speciality; empty if there is no skill
 * @param skill for example SM54
 * @param amoSpeciality the speciality as the Assurance Maladie numbers it, for physicians; empty else
 * @param situations where, the usual one first
 */
public record Practice(
        Coded profession,
        String category,
        String civility,
        String skillType,
        Coded skill,
        String amoSpeciality,
        List<Situation> situations) {

    public Practice {
        Objects.requireNonNull(profession, "profession");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(civility, "civility");
        Objects.requireNonNull(skillType, "skillType");
        Objects.requireNonNull(skill, "skill");
        Objects.requireNonNull(amoSpeciality, "amoSpeciality");
        situations = List.copyOf(situations);
    }

    /** Whether the profession is still being learnt: another code system in a VIHF, with the same codes. */
    public boolean inTraining() {
        return category.equals("E");
    }
}
