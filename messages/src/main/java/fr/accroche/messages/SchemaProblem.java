package fr.accroche.messages;

import java.util.Objects;

/**
 * Where and how an element of a message is not what its schema asks. It names elements, attributes and what the schema expects, never a
 * value of the message: that may be a secret, or somebody's NIR.
 *
 * @param place of the element, from the block down, for example {@code ContexteBAM/COUVERTURE}
 * @param kind what is wrong with it
 * @param subject the attribute that it is about; empty text if it is about the element itself
 * @param expected names of elements, or the form of a text, as the schema has them; empty text where it would say nothing
 */
public record SchemaProblem(String place, Kind kind, String subject, String expected) {

    /** What may be wrong. */
    public enum Kind {
        /** The schema knows no such element to begin a block with. */
        UNKNOWN_ELEMENT("is not known to the schema", "n'est pas connu du schéma"),
        /** Another element is expected in its place, or none. */
        MISPLACED("should not stand there", "ne devrait pas se trouver là"),
        /** It ends before it has all that it must hold. */
        INCOMPLETE("lacks an element", "n'est pas complet : un élément manque"),
        /** An attribute that it must have. */
        MISSING_ATTRIBUTE("lacks an attribute", "n'a pas un attribut obligatoire"),
        /** An attribute that it cannot have. */
        UNKNOWN_ATTRIBUTE("has an attribute that the schema does not know", "a un attribut inconnu du schéma"),
        /** The text of the element, or of the attribute, is not of its type. */
        VALUE("has a text that is not of the form expected", "a un texte qui n'a pas la forme attendue"),
        /** The schema says no more than that it is wrong. */
        OTHER("is not valid", "n'est pas valide");

        private final String english;
        private final String french;

        Kind(String english, String french) {
            this.english = english;
            this.french = french;
        }
    }

    public SchemaProblem {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(expected, "expected");
    }

    /** One line of English. */
    public String english() {
        return sentence(kind.english, ", expected ");
    }

    /** One line of French. */
    public String french() {
        return sentence(kind.french, ", attendu : ");
    }

    private String sentence(String what, String words) {
        return MessageException.oneLine(place + " " + what + (subject.isEmpty() ? "" : " (@" + subject + ")")
                + (expected.isEmpty() ? "" : words + expected));
    }

    /** The same as {@link #english}. */
    @Override
    public String toString() {
        return english();
    }
}
