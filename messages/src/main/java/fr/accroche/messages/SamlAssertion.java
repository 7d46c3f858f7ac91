package fr.accroche.messages;

import java.util.Objects;

/**
 * An assertion as text. Its signature, if any, holds for this text: put it into a message as it is.
 *
 * @param xml one Assertion element that declares every namespace it uses
 */
public record SamlAssertion(String xml) {
    public SamlAssertion {
        Objects.requireNonNull(xml, "xml");
    }

    /** Keeps the patient and the software's number out of every log. */
    @Override
    public String toString() {
        return "SamlAssertion[" + xml.length() + " characters]";
    }
}
