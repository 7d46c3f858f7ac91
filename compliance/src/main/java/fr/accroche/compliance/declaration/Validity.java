package fr.accroche.compliance.declaration;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days on which a number counts, both included.
 *
 * @param from empty where it always did
 * @param until empty where it always will
 */
public record Validity(Optional<LocalDate> from, Optional<LocalDate> until) {

    /** Whether it counts on that day. */
    public boolean holds(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && until.map(last -> !day.isAfter(last)).orElse(true);
    }

    @Override
    public String toString() {
        return from.map(LocalDate::toString).orElse("…") + " / "
                + until.map(LocalDate::toString).orElse("…");
    }
}
