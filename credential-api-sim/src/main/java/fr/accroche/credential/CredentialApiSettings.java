package fr.accroche.credential;

import java.util.Objects;
import java.util.Set;

/**
 * How the API Credential behaves.
 *
 * @param callers the certificate CNs of the authorization servers: they alone may ask (CRD-01)
 * @param levelRule how a level is compared; {@link LevelRule#EQUALS} unless said, since the level's meaning is not public
 * @param realistic whether answers leave out the {@code X-Accroche-Diagnosis} header
 * @param defects what it does wrong on purpose
 */
public record CredentialApiSettings(
        Set<String> callers, LevelRule levelRule, boolean realistic, Set<CredentialDefect> defects) {

    public CredentialApiSettings {
        callers = Set.copyOf(callers);
        Objects.requireNonNull(levelRule, "levelRule");
        defects = Set.copyOf(defects);
    }

    /** The defaults, for these callers. */
    public static CredentialApiSettings calledBy(Set<String> callers) {
        return new CredentialApiSettings(callers, LevelRule.EQUALS, false, Set.of());
    }

    public CredentialApiSettings withLevelRule(LevelRule rule) {
        return new CredentialApiSettings(callers, rule, realistic, defects);
    }

    public CredentialApiSettings withRealistic(boolean hidden) {
        return new CredentialApiSettings(callers, levelRule, hidden, defects);
    }

    public CredentialApiSettings withDefects(Set<CredentialDefect> others) {
        return new CredentialApiSettings(callers, levelRule, realistic, others);
    }
}
