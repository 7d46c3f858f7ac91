package fr.accroche.messages;

import java.util.List;

/**
 * All that a reader takes from an assertion.
 *
 * @param texts in the order of {@link ParsedAssertion}
 */
record Meaning(List<Object> texts) {
    static Meaning of(ParsedAssertion read) {
        return new Meaning(List.of(
                read.kind(),
                read.id(),
                read.issueInstant(),
                read.issuer(),
                read.nameId(),
                read.nameQualifier(),
                read.authnInstant(),
                read.authnContextClass(),
                List.copyOf(read.attributes().entrySet()),
                read.roles(),
                read.purposes()));
    }
}
