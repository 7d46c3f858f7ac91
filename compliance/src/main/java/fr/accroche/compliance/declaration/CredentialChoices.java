package fr.accroche.compliance.declaration;

import java.math.BigInteger;
import java.util.Optional;

/**
 * The API Credential's contract, of which only four fields of the request are public. Each part has a default and its reason
 * in docs/settings.md.
 *
 * @param levelRule when the level that a client is registered at is enough
 * @param path where it is called
 * @param method how
 * @param decisionField the member of its answer that says what it decided
 * @param granted that member's value for a client that may go on
 */
public record CredentialChoices(LevelRule levelRule, String path, Method method, String decisionField, String granted) {

    public static final CredentialChoices DEFAULT =
            new CredentialChoices(LevelRule.EQUALS, "/credentials", Method.POST, "status", "GRANTED");

    /** When a registered level is enough; the meaning of the one level in public, "15", is unknown. */
    public enum LevelRule {
        /** The same text. */
        EQUALS,
        /** A number not below the one asked for. */
        AT_LEAST,
        /** A number with every bit of the one asked for: 15 is 1 + 2 + 4 + 8. */
        BITMASK;

        /** Whether it is enough; what is no number is never enough where a number is needed. */
        public boolean suffices(String registered, String asked) {
            if (this == EQUALS) {
                return registered.equals(asked);
            }
            return number(registered)
                    .flatMap(has -> number(asked).map(needs -> suffices(has, needs)))
                    .orElse(false);
        }

        private boolean suffices(BigInteger has, BigInteger needs) {
            return this == AT_LEAST ? has.compareTo(needs) >= 0 : has.and(needs).equals(needs);
        }

        private static Optional<BigInteger> number(String level) {
            return level.matches("[0-9]{1,9}") ? Optional.of(new BigInteger(level)) : Optional.empty();
        }
    }

    /** How it is called. */
    public enum Method {
        /** The fields in a JSON object. */
        POST,
        /** The fields in the query. */
        GET
    }
}
