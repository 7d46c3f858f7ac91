package fr.accroche.compliance.rule;

import fr.accroche.compliance.fidelity.Basis;
import fr.accroche.compliance.fidelity.PublicSource;
import fr.accroche.compliance.text.Text;
import java.util.Objects;

/**
 * Where a rule comes from.
 *
 * @param document the document
 * @param place slide, answer, section or clause
 * @param quote its words, in their language; empty for a standard that the place identifies
 */
public record Citation(Text document, String place, String quote) {

    private static final Text WEBINAR = Text.of("webinaire ANS du 4 juin 2026", "ANS webinar of 4 June 2026");
    private static final Text FAQ = Text.of("FAQ Ségur vague 2", "Ségur wave 2 FAQ");
    private static final Text STANDARD = Text.verbatim("standard");

    public Citation {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(quote, "quote");
    }

    /** The ANS and CNDA webinar "Architecture de la Solution Logicielle, Homologation & Certifications CNDA et Habilitation PSC". */
    public static Citation webinar(String place, String quote) {
        return new Citation(WEBINAR, place, quote);
    }

    /** The Ségur wave 2 questions and answers for vendors ({@code docs/sources.md}, FAQ). */
    public static Citation faq(String place, String quote) {
        return new Citation(FAQ, place, quote);
    }

    /** A public standard, for example {@code RFC 8693 §2.1}. */
    public static Citation standard(String clause) {
        return new Citation(STANDARD, clause, "");
    }

    /** Whether it is a public standard. */
    public boolean isStandard() {
        return document.equals(STANDARD);
    }

    /** The same, as what a word of fidelity rests on. */
    public Basis basis() {
        if (document.equals(WEBINAR)) {
            return Basis.of(PublicSource.WEBINAR);
        }
        return document.equals(FAQ) ? Basis.of(PublicSource.FAQ) : Basis.of(place);
    }

    /** On one line. */
    public Text line() {
        String tail = quote.isEmpty() ? "" : " — « " + quote + " »";
        return new Text(document.fr() + ", " + place + tail, document.en() + ", " + place + tail);
    }
}
