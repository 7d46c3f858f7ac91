package fr.accroche.compliance.obligation;

import fr.accroche.compliance.declaration.Waiver;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import java.util.Objects;
import java.util.Optional;

/**
 * What a rule found in one place of a declaration.
 *
 * @param rule the rule
 * @param status held, broken, to review, or waived
 * @param path the place, for example {@code components.lps.habilitations}
 * @param expected what the rule asks for there
 * @param observed what is declared there
 * @param basis the row or passage that asks for it, where it is more than the rule's own
 * @param doubt what the texts leave open; there exactly when a person must look, waived or not
 * @param waiver what waives it
 */
public record DeclaredFinding(
        RuleId rule,
        Status status,
        String path,
        Text expected,
        Text observed,
        Optional<Citation> basis,
        Optional<Ambiguity> doubt,
        Optional<Waiver> waiver) {

    private static final Text ASK = Text.of(
            "Demander au guichet ce qu'il attend, puis le déclarer, ou écrire sa réponse sous waivers : {0} ; trouvé : {1}.",
            "Ask the guichet what it wants, then declare it, or write its answer under waivers: {0}; found: {1}.");
    private static final Text LOOK_AGAIN = Text.of(
            "Examiner de nouveau ce que la dérogation couvre, puis la renouveler ou la retirer : {0} ; trouvé : {1}.",
            "Look again at what the waiver covers, then renew it or take it out: {0}; found: {1}.");

    public DeclaredFinding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(path, "path");
        if (status == Status.REVIEW && doubt.isEmpty()) {
            throw new IllegalArgumentException(rule + ": a review says what is in doubt");
        }
    }

    /** That a place holds the rule, or breaks it. */
    public static DeclaredFinding judge(RuleCard card, boolean held, String path, Text expected, Text observed) {
        Status status = held ? Status.PASS : card.level().broken();
        return new DeclaredFinding(
                card.id(), status, path, expected, observed, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** That a person must look, because of what the texts leave open. */
    public static DeclaredFinding review(RuleCard card, String path, Text expected, Text observed, Ambiguity doubt) {
        return new DeclaredFinding(
                card.id(),
                Status.REVIEW,
                path,
                expected,
                observed,
                Optional.empty(),
                Optional.of(doubt),
                Optional.empty());
    }

    /** What to do: the rule's remedy, but first a question where the texts leave it open, or where a waiver has run out. */
    public Text remedy(RuleCard card) {
        if (doubt.isPresent()) {
            return ASK.with(expected, observed);
        }
        return path.startsWith("waivers[") ? LOOK_AGAIN.with(expected, observed) : card.remedyFor(expected, observed);
    }

    /** The same, with the passage that asks for it. */
    public DeclaredFinding citing(Citation passage) {
        return new DeclaredFinding(rule, status, path, expected, observed, Optional.of(passage), doubt, waiver);
    }

    /** The same with another status: a risk of a rule that would else be a violation. */
    public DeclaredFinding as(Status other) {
        return new DeclaredFinding(rule, other, path, expected, observed, basis, doubt, waiver);
    }

    /** The same, waived. */
    public DeclaredFinding waivedBy(Waiver taken) {
        return new DeclaredFinding(rule, Status.WAIVED, path, expected, observed, basis, doubt, Optional.of(taken));
    }
}
