package fr.accroche.compliance.rule;

import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a rule says of itself; printed with every finding.
 *
 * @param id its stable id
 * @param level how bad a breach is
 * @param phase when it is judged
 * @param title the requirement, in the project's own words
 * @param citation where it comes from
 * @param remedy what to change; {@code {expected}} and {@code {observed}} are filled in
 * @param owners who can apply the remedy, most likely first
 */
public record RuleCard(
        RuleId id, Level level, Phase phase, Text title, Citation citation, Text remedy, List<Owner> owners) {

    public RuleCard {
        owners = List.copyOf(owners);
        if (owners.isEmpty()) {
            throw new IllegalArgumentException(id + ": someone must be able to apply the remedy");
        }
    }

    /** A rule whose breach the real chain refuses. */
    public static RuleCard violation(
            String id, Phase phase, Text title, Citation citation, Text remedy, Owner... owners) {
        return new RuleCard(RuleId.of(id), Level.VIOLATION, phase, title, citation, remedy, List.of(owners));
    }

    /** A finding that a call holds the rule if two values are equal. */
    public Finding compare(Hop hop, Observed expected, Observed observed) {
        return judge(hop, expected.value().equals(observed.value()), expected, observed);
    }

    /** The same where both values were noted; else there is nothing to judge. */
    public Stream<Finding> compare(Hop hop, Optional<Observed> expected, Optional<Observed> observed) {
        return expected.flatMap(right -> observed.map(seen -> compare(hop, right, seen))).stream();
    }

    /** A finding that a call holds the rule, or breaks it. */
    public Finding judge(Hop hop, boolean held, Observed expected, Observed observed) {
        return new Finding(id, held ? Status.PASS : level.broken(), hop.stage(), hop.server(), expected, observed);
    }

    /** The remedy for one finding. */
    public Text remedyFor(Finding finding) {
        return new Text(fill(remedy.fr(), finding), fill(remedy.en(), finding));
    }

    private static String fill(String sentence, Finding finding) {
        return sentence.replace("{expected}", finding.expected().shown())
                .replace("{observed}", finding.observed().shown());
    }
}
