package fr.accroche.compliance.declaration;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How far one client_id is on the way that the prérequis de maturité technique opens (webinar, "adopter la séquence
 * suivante").
 *
 * @param validatedOn when the PMT chapter was validated at the EDC PSC
 * @param declaredOn when one declared oneself to the CNDA, to ask for its test environments
 * @param configuredOn when the CNDA's test environment was configured
 * @param firstAuthenticationOn when a first PSC authentication went through an API PSC
 * @param firstApi the API PSC that it went through
 * @param testNumber the test number that was attributed
 */
public record Pmt(
        Optional<LocalDate> validatedOn,
        Optional<LocalDate> declaredOn,
        Optional<LocalDate> configuredOn,
        Optional<LocalDate> firstAuthenticationOn,
        Optional<Teleservice> firstApi,
        Optional<String> testNumber) {

    private static final int MONTHS = 3;

    /** Validated on a day, and nothing since. */
    public static Pmt validated(LocalDate day) {
        return new Pmt(
                Optional.of(day),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The last day of the provisional authorisation: three months (webinar, "valable pour une durée de 3 mois"). */
    public Optional<LocalDate> until() {
        return validatedOn.map(day -> day.plusMonths(MONTHS));
    }

    /** When its test number counts. */
    public Validity validity() {
        return new Validity(validatedOn, until());
    }
}
