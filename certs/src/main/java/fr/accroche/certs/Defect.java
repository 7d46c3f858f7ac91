package fr.accroche.certs;

import java.util.Objects;

/**
 * One thing wrong with a certificate.
 *
 * @param code its kind
 * @param expected what the profile, the branch or the clock asks for
 * @param observed what the certificate holds, with the serial number of the one that is at fault where it is not the leaf
 */
public record Defect(DefectCode code, String expected, String observed) {
    public Defect {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(observed, "observed");
    }
}
