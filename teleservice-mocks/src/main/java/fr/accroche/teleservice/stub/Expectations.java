package fr.accroche.teleservice.stub;

import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import fr.accroche.compliance.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What a stub expects of one proof: a value by each name, or one of WireMock's own patterns, such as
 * {@code {"matches": "…"}} or {@code {"absent": true}}. Of several values by one name, one has to be right.
 */
final class Expectations implements Expected {

    private static final Text UNKNOWN_NAME = Text.of(
            "{0} connaît cn, ou, serial, profile et subject, pas {1}",
            "{0} knows cn, ou, serial, profile and subject, not {1}");

    private record Expectation(String name, Optional<String> value, Optional<StringValuePattern> pattern) {}

    private final Evidence evidence;
    private final List<Expectation> each;

    private Expectations(Evidence evidence, List<Expectation> each) {
        this.evidence = evidence;
        this.each = each;
    }

    /**
     * Reads the parameters of a matcher.
     *
     * @throws UnlawfulStubException if they are none
     */
    static Expectations of(Evidence evidence, Map<?, ?> parameters) {
        List<Expectation> each = new ArrayList<>();
        parameters.forEach((key, value) -> each.add(expectation(evidence, String.valueOf(key), value)));
        if (each.isEmpty()) {
            throw new UnlawfulStubException(NOTHING.with(evidence.matcher()));
        }
        return new Expectations(evidence, each);
    }

    private static Expectation expectation(Evidence evidence, String name, Object value) {
        if (!evidence.knows(name)) {
            throw new UnlawfulStubException(UNKNOWN_NAME.with(evidence.matcher(), name));
        }
        if (!(value instanceof Map<?, ?>)) {
            return new Expectation(name, Optional.of(String.valueOf(value)), Optional.empty());
        }
        StringValuePattern pattern = Expected.pattern(evidence.matcher() + "/" + name, value);
        return new Expectation(name, Optional.empty(), Optional.of(pattern));
    }

    @Override
    public boolean metBy(Caller caller, Supplier<Optional<String>> payload) {
        return each.stream().allMatch(expectation -> isMet(expectation, evidence.of(caller, expectation.name())));
    }

    private boolean isMet(Expectation expectation, List<String> observed) {
        Predicate<String> fits = value -> expectation
                .value()
                .map(expected -> evidence.same(expectation.name(), expected, value))
                .orElseGet(
                        () -> expectation.pattern().orElseThrow().match(value).isExactMatch());
        boolean absent = observed.isEmpty()
                && expectation
                        .pattern()
                        .map(pattern -> pattern.match(null).isExactMatch())
                        .orElse(false);
        return absent || observed.stream().anyMatch(fits);
    }
}
