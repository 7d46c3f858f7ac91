package fr.accroche.compliance.fidelity;

import fr.accroche.compliance.text.Text;
import java.util.Objects;

/**
 * How near one thing is to the real one, and how that is known.
 *
 * @param fidelity the word for it
 * @param detail what the word is about, and what else there is to know
 * @param basis where it is said; empty only of what is invented
 */
public record Likeness(Fidelity fidelity, Text detail, Basis basis) {

    public Likeness {
        Objects.requireNonNull(fidelity, "fidelity");
        Objects.requireNonNull(detail, "detail");
        if (basis.isEmpty() && fidelity != Fidelity.INVENTED) {
            throw new IllegalArgumentException("what is " + fidelity + " has a source: " + detail.en());
        }
    }

    public static Likeness exact(Text detail, Basis basis) {
        return new Likeness(Fidelity.EXACT, detail, basis);
    }

    public static Likeness standard(Text detail, Basis basis) {
        return new Likeness(Fidelity.STANDARD, detail, basis);
    }

    public static Likeness simplified(Text detail, Basis basis) {
        return new Likeness(Fidelity.SIMPLIFIED, detail, basis);
    }

    public static Likeness invented(Text detail) {
        return new Likeness(Fidelity.INVENTED, detail, Basis.NONE);
    }

    /** On one line: the word, and the detail with its source. */
    public Text line() {
        String source = basis.line(PublicSource::heading);
        String tail = source.isEmpty() ? "" : " [" + source + "]";
        return Text.verbatim("{0} — {1}{2}").with(fidelity.title(), detail, tail);
    }
}
