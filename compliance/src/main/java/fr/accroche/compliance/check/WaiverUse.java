package fr.accroche.compliance.check;

import fr.accroche.compliance.declaration.Waiver;
import fr.accroche.compliance.text.Text;

/**
 * What became of a waiver.
 *
 * @param waiver the waiver
 * @param state what
 * @param findings how many findings it waives
 */
public record WaiverUse(Waiver waiver, State state, int findings) {

    /** What can become of a waiver. */
    public enum State {
        APPLIED(Text.of("appliquée", "applied")),
        UNUSED(Text.of("sans objet : rien à lever", "unused: nothing to waive")),
        EXPIRED(Text.of("expirée", "expired")),
        UNKNOWN_RULE(Text.of("règle inconnue", "unknown rule"));

        private final Text title;

        State(Text title) {
            this.title = title;
        }

        public Text title() {
            return title;
        }
    }
}
