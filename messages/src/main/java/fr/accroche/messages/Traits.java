package fr.accroche.messages;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What INSi searches a patient by (RECSANSVITALE). Everything is optional in its schema; dates may be lunar
 * ({@code 1960-00-00}), so they stay text.
 *
 * @param birthName NomNaissance
 * @param firstNames Prenom, in order
 * @param sex {@code M} or {@code F}
 * @param birthDate {@code YYYY-MM-DD}
 * @param birthPlace COG code of five characters
 */
public record Traits(
        Optional<String> birthName,
        List<String> firstNames,
        Optional<String> sex,
        Optional<String> birthDate,
        Optional<String> birthPlace)
        implements Patient {

    public Traits {
        Objects.requireNonNull(birthName, "birthName");
        firstNames = List.copyOf(firstNames);
        Objects.requireNonNull(sex, "sex");
        Objects.requireNonNull(birthDate, "birthDate");
        Objects.requireNonNull(birthPlace, "birthPlace");
    }

    /** The four that a search needs. */
    public static Traits of(String birthName, String firstName, String sex, String birthDate) {
        return new Traits(
                Optional.of(birthName), List.of(firstName), Optional.of(sex), Optional.of(birthDate), Optional.empty());
    }

    /** Keeps the patient's identity out of every log. */
    @Override
    public String toString() {
        return "Traits[…]";
    }
}
