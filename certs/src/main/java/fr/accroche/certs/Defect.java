package fr.accroche.certs;

import java.util.Objects;

/**
 * One thing wrong with a certificate.
 *
 * @param code its kind
 * @param expectation what the profile, the branch or the clock asks for
 * @param observation what the certificate holds, with the serial number of the one that is at fault where it is not the leaf
 */
public record Defect(DefectCode code, Wording expectation, Wording observation) {
    public Defect {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(expectation, "expectation");
        Objects.requireNonNull(observation, "observation");
    }

    /** One that is said with names and numbers only. */
    public Defect(DefectCode code, String expected, String observed) {
        this(code, Wording.verbatim(expected), Wording.verbatim(observed));
    }

    /** The expectation as machines and logs have it: in English. */
    public String expected() {
        return expectation.en();
    }

    /** The observation as machines and logs have it: in English. */
    public String observed() {
        return observation.en();
    }
}
