package fr.accroche.compliance.cause;

import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What most likely lies behind findings that belong together: one value that is not what it should be, and what repairs it. It is
 * a diagnosis, not a judgement: the findings stand whatever is thought of their cause.
 *
 * @param field what holds the value, in the word of the wire or of the certificate: {@code OU}, {@code client_id}, {@code IDAM}
 * @param expected what it should be, and who says so
 * @param observed what it was, and where
 * @param rule the rule that tells most of it
 * @param status of that rule
 * @param owner the one who can repair it
 * @param likely the likely single cause, as a sentence
 * @param repair what to do, as an order to the owner
 * @param symptoms every finding that it explains, those of {@code rule} among them
 * @param refusal what the real service answers, and no more; empty where none refuses, as far as was seen
 */
public record Cause(
        Text field,
        Observed expected,
        Observed observed,
        RuleId rule,
        Status status,
        Owner owner,
        Text likely,
        Text repair,
        List<Finding> symptoms,
        Optional<Refusal> refusal) {

    private static final Text HEADLINE =
            Text.of("{0} : {1} observé, {2} attendu — {3} — {4}", "{0}: {1} observed, {2} expected — {3} — {4}");

    public Cause {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(likely, "likely");
        Objects.requireNonNull(repair, "repair");
        symptoms = List.copyOf(symptoms);
        if (symptoms.isEmpty()) {
            throw new IllegalArgumentException(rule + ": a cause explains at least one finding");
        }
    }

    /** One line that names the field, both values, the rule and the owner; long values are cut, those of the record are whole. */
    public String headline(Language language) {
        return HEADLINE.with(field, Brief.of(observed), Brief.of(expected), rule, owner.title())
                .in(language);
    }

    /** The rules of its symptoms, the one that tells most first. */
    public List<RuleId> rules() {
        return Stream.concat(
                        Stream.of(rule), symptoms.stream().map(Finding::rule).sorted())
                .distinct()
                .toList();
    }

    /** Whether it explains a finding. */
    public boolean explains(Finding finding) {
        return symptoms.contains(finding);
    }
}
