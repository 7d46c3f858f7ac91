package fr.accroche.compliance.declaration;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * The CNDA's act on a software for one téléservice: homologation (DMP) or certification (INSi, ON).
 *
 * @param number its number, which the téléservices receive; empty until it is granted
 * @param requestedOn when it was asked for
 * @param grantedOn since when it counts; empty where only its number is declared
 * @param mode how the function shows itself to the user
 * @param procedure which path through the conformity procedure was taken
 */
public record Homologation(
        Optional<NumeroHomologation> number,
        Optional<LocalDate> requestedOn,
        Optional<LocalDate> grantedOn,
        Optional<Mode> mode,
        Procedure procedure) {

    public Homologation {
        Objects.requireNonNull(procedure, "procedure");
    }

    /** One of which only the number is declared. */
    public static Homologation of(NumeroHomologation number) {
        return new Homologation(
                Optional.of(number), Optional.empty(), Optional.empty(), Optional.empty(), Procedure.COMPLETE);
    }

    /** Whether it counts on that day. */
    public boolean heldOn(LocalDate day) {
        return number.isPresent() && validity().holds(day);
    }

    /** Since when its number counts. */
    public Validity validity() {
        return new Validity(grantedOn, Optional.empty());
    }

    /** How a function shows itself: webinar, "mode IHM apparente", "mode IHM masquée (ou semi masquée)". */
    public enum Mode {
        APPARENT,
        MASQUE,
        SEMI_MASQUE
    }

    /** Webinar, "Deuxième cas de figure". */
    public enum Procedure {
        /** All the phases. */
        COMPLETE,
        /** No file of test proofs: straight to "Article 5.3 : Etape d'examen". */
        EXAMEN
    }
}
