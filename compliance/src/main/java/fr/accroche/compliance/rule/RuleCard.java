package fr.accroche.compliance.rule;

import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.fidelity.Likeness;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a rule says of itself; printed with every finding.
 *
 * @param id its stable id
 * @param level how bad a breach is
 * @param phase when it is judged
 * @param likeness how near the check is to what the real chain does
 * @param title the requirement, in the project's own words
 * @param citation where it comes from
 * @param why what goes wrong without it
 * @param remedy what to change; {@code {expected}} and {@code {observed}} are filled in
 * @param owners who can apply the remedy, most likely first
 */
public record RuleCard(
        RuleId id,
        Level level,
        Phase phase,
        Likeness likeness,
        Text title,
        Citation citation,
        Text why,
        Text remedy,
        List<Owner> owners) {

    private static final Text NOT_SAID = Text.verbatim("");
    private static final Text READ = Text.of(
            "lu dans le texte que la règle cite ; le guichet décide sur dossier",
            "read in the text that the rule quotes; the guichet decides on the file");

    public RuleCard {
        Objects.requireNonNull(likeness, "likeness");
        owners = List.copyOf(owners);
        if (owners.isEmpty()) {
            throw new IllegalArgumentException(id + ": someone must be able to apply the remedy");
        }
    }

    /** A rule of exchanges whose breach the real chain refuses. */
    public static RuleCard violation(
            String id, Phase phase, Likeness likeness, Text title, Citation citation, Text remedy, Owner... owners) {
        return card(id, Level.VIOLATION, phase, likeness, title, citation, remedy, owners);
    }

    /** A rule of exchanges whose breach is a risk. */
    public static RuleCard warning(
            String id, Phase phase, Likeness likeness, Text title, Citation citation, Text remedy, Owner... owners) {
        return card(id, Level.WARNING, phase, likeness, title, citation, remedy, owners);
    }

    /** A rule of exchanges that is worth knowing. */
    public static RuleCard info(
            String id, Phase phase, Likeness likeness, Text title, Citation citation, Text remedy, Owner... owners) {
        return card(id, Level.INFO, phase, likeness, title, citation, remedy, owners);
    }

    /** A rule of declarations whose breach a guichet refuses; it is as near as the text that it quotes. */
    public static RuleCard violation(String id, Text title, Citation citation, Text remedy, Owner... owners) {
        return declared(id, Level.VIOLATION, title, citation, remedy, owners);
    }

    /** A rule of declarations whose breach is a risk. */
    public static RuleCard warning(String id, Text title, Citation citation, Text remedy, Owner... owners) {
        return declared(id, Level.WARNING, title, citation, remedy, owners);
    }

    /** A rule of declarations that is worth knowing. */
    public static RuleCard info(String id, Text title, Citation citation, Text remedy, Owner... owners) {
        return declared(id, Level.INFO, title, citation, remedy, owners);
    }

    private static RuleCard declared(
            String id, Level level, Text title, Citation citation, Text remedy, Owner... owners) {
        Likeness likeness = citation.isStandard()
                ? Likeness.standard(READ, citation.basis())
                : Likeness.exact(READ, citation.basis());
        return card(id, level, Phase.DECLARE, likeness, title, citation, remedy, owners);
    }

    private static RuleCard card(
            String id,
            Level level,
            Phase phase,
            Likeness likeness,
            Text title,
            Citation citation,
            Text remedy,
            Owner... owners) {
        return new RuleCard(RuleId.of(id), level, phase, likeness, title, citation, NOT_SAID, remedy, List.of(owners));
    }

    /** The same, with what goes wrong without it. */
    public RuleCard because(Text reason) {
        return new RuleCard(id, level, phase, likeness, title, citation, reason, remedy, owners);
    }

    /** The same, nearer to the real chain than the text that it quotes says, or less near. */
    public RuleCard likeReal(Likeness nearness) {
        return new RuleCard(id, level, phase, nearness, title, citation, why, remedy, owners);
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
        return remedyFor(
                Text.verbatim(finding.expected().shown()),
                Text.verbatim(finding.observed().shown()));
    }

    /** The remedy where this was expected, and that was observed. */
    public Text remedyFor(Text expected, Text observed) {
        return new Text(
                fill(remedy.fr(), expected.fr(), observed.fr()), fill(remedy.en(), expected.en(), observed.en()));
    }

    private static String fill(String sentence, String expected, String observed) {
        return sentence.replace("{expected}", expected).replace("{observed}", observed);
    }
}
