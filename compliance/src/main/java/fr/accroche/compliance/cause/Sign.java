package fr.accroche.compliance.cause;

import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A cause that one rule alone shows: what it observed, and where, tell it from the rule's other causes. Findings of one field are one
 * cause, at however many servers it was seen.
 *
 * @param rule the rule's id
 * @param shows whether a finding of the rule shows it
 * @param field what holds the value
 * @param owner who can repair it
 * @param reading what was expected, where a person reads it more easily than the rule's own word
 * @param likely the likely cause; {@code {0}} is what was expected, {@code {1}} what was observed, {@code {2}} the field
 * @param repair what to do, with the same
 */
record Sign(
        String rule,
        Predicate<Finding> shows,
        Function<Finding, Text> field,
        Function<Clues, Owner> owner,
        Optional<String> reading,
        Text likely,
        Text repair)
        implements Recogniser {

    /** Of any finding of the rule; the field is named by the place. */
    static Sign of(String rule, Owner owner, Text likely, Text repair) {
        return new Sign(
                rule,
                any -> true,
                finding -> Field.of(finding.observed()),
                clues -> owner,
                Optional.empty(),
                likely,
                repair);
    }

    /** The same, to be repaired by whoever writes the business request. */
    static Sign ofAuthor(String rule, Text likely, Text repair) {
        return new Sign(
                rule,
                any -> true,
                finding -> Field.of(finding.observed()),
                Clues::author,
                Optional.empty(),
                likely,
                repair);
    }

    /** The same, where the place of what was observed ends so. */
    Sign at(String end) {
        return when(finding -> finding.observed().where().endsWith(end));
    }

    /** The same, where this was observed. */
    Sign observing(Predicate<String> value) {
        return when(finding -> value.test(finding.observed().value()));
    }

    Sign when(Predicate<Finding> also) {
        return new Sign(rule, shows.and(also), field, owner, reading, likely, repair);
    }

    /** The same with a name for the field. */
    Sign named(Text name) {
        return new Sign(rule, shows, any -> name, owner, reading, likely, repair);
    }

    Sign named(String name) {
        return named(Text.verbatim(name));
    }

    /** The same, where this was expected, in words that are easier to read than the rule's own. */
    Sign reading(String expected) {
        return new Sign(rule, shows, field, owner, Optional.of(expected), likely, repair);
    }

    @Override
    public List<Suspicion> recognise(Clues clues) {
        return Clues.by(clues.of(rule).filter(shows), field).stream()
                .map(findings -> suspicion(clues, findings))
                .toList();
    }

    private Suspicion suspicion(Clues clues, List<Finding> findings) {
        Finding telling = findings.get(0);
        Text name = field.apply(telling);
        String expected = reading.orElseGet(() -> withoutName(telling.expected().shown(), name));
        String observed = telling.observed().shown();
        return new Suspicion(
                        name,
                        telling,
                        owner.apply(clues),
                        likely.with(expected, observed, name),
                        repair.with(expected, observed, name),
                        findings)
                .reading(expected, telling.observed().value());
    }

    /** Some rules write {@code scope=openid}: the field is named already. */
    private static String withoutName(String expected, Text name) {
        String written = name.en() + "=";
        return expected.startsWith(written) ? expected.substring(written.length()) : expected;
    }
}
