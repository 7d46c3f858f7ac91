package fr.accroche.compliance.declaration;

import java.util.Objects;
import java.util.Optional;

/**
 * What the environments of INSi do otherwise. Each has a default and its reason in docs/settings.md.
 *
 * @param answers whose answers it gives; empty for those of the declared environment
 * @param authentication how the caller proves who asks
 */
public record InsiChoices(Optional<Answers> answers, Authentication authentication) {

    public static final InsiChoices DEFAULT = new InsiChoices(Optional.empty(), Authentication.ASSERTION);

    public InsiChoices {
        Objects.requireNonNull(answers, "answers");
        Objects.requireNonNull(authentication, "authentication");
    }

    /** Whose answers it gives in an environment. */
    public Answers answersIn(Environment environment) {
        return answers.orElse(environment == Environment.TEST ? Answers.CNDA : Answers.PRODUCTION);
    }

    /** What differs is a patient whom nobody knows. */
    public enum Answers {
        /** A technical fault: the test base has one branch of the reference system only. */
        CNDA,
        /** CodeCR 01. */
        PRODUCTION
    }

    /** How the caller proves who asks. */
    public enum Authentication {
        /** By an Assertion PS in each request. */
        ASSERTION,
        /** By the structure's certificate alone, without wsse:Security. */
        MTLS
    }
}
