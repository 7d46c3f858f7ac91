package fr.accroche.scenarios.certificate;

import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.diagnosis.CertificateError;
import fr.accroche.scenarios.diagnosis.CertificateErrors;
import java.util.List;

/**
 * Something wrong with a certificate file, for one reason: what several checks saw of it stands together.
 *
 * @param error the entry of the catalogue: its cause, its symptoms elsewhere, its remedy, who, and the rules it breaks
 * @param level whether anything refuses it
 * @param observations what was expected and what is there
 */
public record CertificateFinding(CertificateError error, Level level, List<Observation> observations) {

    /** How bad it is. */
    public enum Level {
        /** Something refuses it, or does not load it. */
        FAIL,
        /** It works today, or with some programs only. */
        WARNING
    }

    /**
     * A difference.
     *
     * @param where the file, and in it the entry or certificate
     */
    public record Observation(String where, Text expected, Text observed) {}

    public CertificateFinding {
        observations = List.copyOf(observations);
    }

    static CertificateFinding fail(String id, String where, Text expected, Text observed) {
        return of(id, Level.FAIL, where, expected, observed);
    }

    static CertificateFinding warning(String id, String where, Text expected, Text observed) {
        return of(id, Level.WARNING, where, expected, observed);
    }

    private static CertificateFinding of(String id, Level level, String where, Text expected, Text observed) {
        return new CertificateFinding(
                CertificateErrors.named(id).orElseThrow(), level, List.of(new Observation(where, expected, observed)));
    }
}
