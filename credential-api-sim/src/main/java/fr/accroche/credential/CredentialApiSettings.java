package fr.accroche.credential;

import java.util.Set;

/**
 * How the API Credential behaves.
 *
 * @param callers the certificate CNs of the authorization servers: they alone may ask (CRD-01)
 * @param realistic whether answers leave out the {@code X-Accroche-Diagnosis} header
 * @param defects what it does wrong on purpose
 */
public record CredentialApiSettings(Set<String> callers, boolean realistic, Set<CredentialDefect> defects) {

    public CredentialApiSettings {
        callers = Set.copyOf(callers);
        defects = Set.copyOf(defects);
    }

    /** The defaults, for these callers. */
    public static CredentialApiSettings calledBy(Set<String> callers) {
        return new CredentialApiSettings(callers, false, Set.of());
    }

    public CredentialApiSettings withRealistic(boolean hidden) {
        return new CredentialApiSettings(callers, hidden, defects);
    }

    public CredentialApiSettings withDefects(Set<CredentialDefect> others) {
        return new CredentialApiSettings(callers, realistic, others);
    }
}
