package fr.accroche.credential;

import fr.accroche.compliance.declaration.CredentialChoices;
import java.util.Objects;
import java.util.Set;

/**
 * How the API Credential behaves.
 *
 * @param callers the certificate CNs of the authorization servers: they alone may ask (CRD-01)
 * @param contract what is not public of its wire
 * @param realistic whether answers leave out the {@code X-Accroche-Diagnosis} header
 * @param defects what it does wrong on purpose
 */
public record CredentialApiSettings(
        Set<String> callers, CredentialChoices contract, boolean realistic, Set<CredentialDefect> defects) {

    public CredentialApiSettings {
        callers = Set.copyOf(callers);
        Objects.requireNonNull(contract, "contract");
        defects = Set.copyOf(defects);
    }

    /** The defaults, for these callers. */
    public static CredentialApiSettings calledBy(Set<String> callers) {
        return new CredentialApiSettings(callers, CredentialChoices.DEFAULT, false, Set.of());
    }

    public CredentialApiSettings withContract(CredentialChoices other) {
        return new CredentialApiSettings(callers, other, realistic, defects);
    }

    public CredentialApiSettings withRealistic(boolean hidden) {
        return new CredentialApiSettings(callers, contract, hidden, defects);
    }

    public CredentialApiSettings withDefects(Set<CredentialDefect> others) {
        return new CredentialApiSettings(callers, contract, realistic, others);
    }
}
