package fr.accroche.compliance.check;

import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.obligation.Obligation;
import fr.accroche.compliance.text.Text;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The path of one client_id through the three guichets (webinar, "adopter la séquence suivante"; FAQ, the editors'
 * habilitations before the référencement, and before the operators' candidature). What does not wait for the rest goes on
 * beside it: several steps can be the next.
 *
 * @param operation the client_id
 * @param steps in order
 * @param until the last day of the provisional authorisation; empty where none is declared
 * @param daysLeft to that day; negative once it is past, 0 where none is declared
 */
public record Journey(Operation operation, List<Step> steps, Optional<LocalDate> until, long daysLeft) {

    public Journey {
        steps = List.copyOf(steps);
    }

    /**
     * A step.
     *
     * @param title what
     * @param on when, if that is declared
     * @param progress how far
     * @param opening whether it waits for no other: it can be done before the prérequis de maturité technique is asked for
     */
    public record Step(Text title, Optional<LocalDate> on, Progress progress, boolean opening) {}

    /** How far a step is. */
    public enum Progress {
        DONE,
        /** Not done, and all that it waits for is. */
        NEXT,
        LATER
    }

    /** The path of each client_id. */
    static List<Journey> of(Dossier dossier, List<Obligation> obligations) {
        return dossier.declaration().operations().stream()
                .map(operation -> of(dossier, operation, new JourneySteps(dossier, operation, obligations).all()))
                .toList();
    }

    private static Journey of(Dossier dossier, Operation operation, List<Step> steps) {
        Optional<LocalDate> until = operation.pmtUntil();
        long left =
                until.map(last -> ChronoUnit.DAYS.between(dossier.day(), last)).orElse(0L);
        return new Journey(operation, steps, until, left);
    }
}
