package fr.accroche.compliance.catalogue.fault;

import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Objects;

/**
 * A shipped declaration with one thing wrong: what breaks a rule, for teaching and for proving it.
 *
 * @param title what is wrong
 * @param breaks the one rule that it breaks
 * @param status what it makes of that rule
 * @param base the sound declaration
 * @param edits what is changed in it
 */
public record DeclaredFault(Text title, RuleId breaks, Status status, ShippedDeclaration base, List<Edit> edits) {

    public DeclaredFault {
        Objects.requireNonNull(title, "title");
        edits = List.copyOf(edits);
    }

    /**
     * A text replaced, everywhere it stands.
     *
     * @param sound what the sound declaration says
     * @param faulty what this one says
     */
    public record Edit(String sound, String faulty) {}

    /** The YAML of the declaration with the fault in it. */
    public String yaml() {
        String yaml = base.text();
        for (Edit edit : edits) {
            if (!yaml.contains(edit.sound)) {
                throw new IllegalStateException(base.id() + " does not hold: " + edit.sound);
            }
            yaml = yaml.replace(edit.sound, edit.faulty);
        }
        return yaml;
    }

    @Override
    public String toString() {
        return breaks + " " + title.en();
    }
}
