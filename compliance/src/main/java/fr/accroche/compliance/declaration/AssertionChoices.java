package fr.accroche.compliance.declaration;

import java.util.Objects;

/**
 * What the téléservices do of assertions that are not written as most are. Each has a default and its reason in
 * docs/settings.md.
 *
 * @param sha1 a signature by SHA-1
 * @param signaturePlace a signature that does not follow Issuer (SAML 2.0 Core §2.3.3)
 * @param issuer an Issuer that is not the subject of the certificate that signs
 * @param replay an assertion, or a message, that came before
 */
public record AssertionChoices(Leniency sha1, Leniency signaturePlace, Leniency issuer, Leniency replay) {

    public static final AssertionChoices DEFAULT =
            new AssertionChoices(Leniency.WARN, Leniency.WARN, Leniency.WARN, Leniency.WARN);

    public AssertionChoices {
        Objects.requireNonNull(sha1, "sha1");
        Objects.requireNonNull(signaturePlace, "signaturePlace");
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(replay, "replay");
    }

    /** Whether an assertion has to be signed. */
    public enum Signature {
        REQUIRED,
        /** A signature is verified where there is one. */
        OPTIONAL,
        FORBIDDEN
    }
}
