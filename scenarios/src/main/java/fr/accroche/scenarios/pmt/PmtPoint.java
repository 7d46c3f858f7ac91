package fr.accroche.scenarios.pmt;

import fr.accroche.compliance.text.Text;
import java.util.Objects;

/**
 * One thing that must be green.
 *
 * @param key what it is for a program: a rule's id, or a word that does not change
 * @param what must be green
 * @param state what is shown of it
 * @param evidence what shows it, or what stands against it
 * @param where the line of the declaration, or the call of the run
 * @param who can do something about it
 */
public record PmtPoint(String key, Text what, PmtState state, Text evidence, Text where, Text who) {
    public PmtPoint {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(who, "who");
    }
}
