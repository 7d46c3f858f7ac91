package fr.accroche.junit;

import fr.accroche.compliance.cause.Cause;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.RuleResult;
import fr.accroche.scenarios.report.Run;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a failed assertion says, in the language of the machine's user; its first line is all that most build tools print. */
final class FailureText {

    private static final Text SEEN = Text.of("La chaîne a vu :", "The chain saw:");
    private static final Text NOTHING_SEEN = Text.of("La chaîne n'a rien vu.", "The chain saw nothing.");
    private static final Text LIKELY = Text.of("cause probable", "likely cause");
    private static final Text EXPECTED = Text.of("attendu", "expected");
    private static final Text OBSERVED = Text.of("observé", "observed");
    private static final Text REMEDY = Text.of("remède", "remedy");

    private final Language language = Language.of(Locale.getDefault());

    /** What most likely lies behind it, first; what was expected; the broken rules; or, where none is, all that was seen. */
    String of(Run run, Text expectation) {
        List<RuleResult> broken = broken(run);
        Stream<Hop> hops = run.verdict().exchanges().stream().flatMap(each -> each.hops().stream());
        Stream<String> symptoms =
                broken.isEmpty() ? seen(hops) : broken.stream().flatMap(result -> told(result, run));
        return Stream.of(
                        run.causes().stream().map(cause -> cause.headline(language)),
                        Stream.of(expectation.in(language)),
                        run.causes().stream().flatMap(this::repair),
                        symptoms)
                .flatMap(lines -> lines)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    String of(List<Hop> hops, Text expectation) {
        return Stream.concat(Stream.of(expectation.in(language)), seen(hops.stream()))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    static List<RuleResult> broken(Run run) {
        return run.verdict().rules().stream()
                .filter(result -> result.status().compareTo(Status.PASS) < 0)
                .toList();
    }

    private Stream<String> repair(Cause cause) {
        return Stream.of(
                line(LIKELY, cause.likely().in(language)),
                line(REMEDY, cause.repair().in(language)));
    }

    /** The remedy is that of its cause, where it has one. */
    private Stream<String> told(RuleResult result, Run run) {
        Finding telling = result.telling().orElseThrow();
        boolean explained = run.causes().stream().anyMatch(cause -> cause.explains(telling));
        Stream<String> values = Stream.of(
                String.format(
                        "  %s %s %s",
                        result.status(),
                        result.card().id(),
                        result.card().title().in(language)),
                line(
                        EXPECTED,
                        telling.expected().shown() + "  [" + telling.expected().where() + "]"),
                line(
                        OBSERVED,
                        telling.observed().shown() + "  [" + telling.observed().where() + "]"));
        return explained
                ? values
                : Stream.concat(
                        values,
                        Stream.of(line(REMEDY, result.card().remedyFor(telling).in(language))));
    }

    private String line(Text name, String value) {
        return String.format("    %-14s %s", name.in(language), value);
    }

    private Stream<String> seen(Stream<Hop> hops) {
        List<String> lines = hops.map(hop -> String.format(
                        "  %-22s %-16s %s %s %s",
                        hop.stage(),
                        hop.server(),
                        hop.call(),
                        hop.status(),
                        hop.answer().orElse("")))
                .toList();
        return lines.isEmpty()
                ? Stream.of(NOTHING_SEEN.in(language))
                : Stream.concat(Stream.of(SEEN.in(language)), lines.stream());
    }
}
