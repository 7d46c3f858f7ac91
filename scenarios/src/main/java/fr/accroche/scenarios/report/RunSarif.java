package fr.accroche.scenarios.report;

import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.RuleResult;
import fr.accroche.compliance.verdict.SessionResult;
import fr.accroche.scenarios.Version;
import fr.accroche.wire.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The report on runs in SARIF 2.1.0 for code scanning: what is broken or to be looked at, on the line of the declaration that says
 * what was expected, or on its first line where none does: code scanning shows nothing that has no line. Where in the chain it
 * was seen is its logical location.
 */
public final class RunSarif {

    private static final Text MESSAGE = Text.of(
            "{0} Attendu : {1} [{2}] ; observé : {3} [{4}]. {5} Par : {6}.",
            "{0} Expected: {1} [{2}]; observed: {3} [{4}]. {5} By: {6}.");
    private static final Text CRASH = Text.of("{0} : erreur interne, {1}", "{0}: internal error, {1}");
    private static final Pattern LINE = Pattern.compile("[1-9]\\d{0,8}");

    private final SarifLog log;
    private final Language language;

    private RunSarif(String version, Language language) {
        this.log = new SarifLog(version, "accroche-test", language);
        this.language = language;
    }

    public static String of(Run run, Language language) {
        RunSarif report = new RunSarif(run.version(), language);
        report.add("", run);
        return report.log.pretty();
    }

    /** Several runs: the name of the architecture begins each logical location. */
    public static String of(Runs runs, Language language) {
        RunSarif report = new RunSarif(Version.CURRENT, language);
        runs.byArchitecture().forEach((architecture, run) -> report.add(architecture.id() + "/", run));
        return report.log.pretty();
    }

    private record Seen(String session, RuleCard card, Finding finding) {}

    /** What was seen many times alike is one result, with how often. */
    private void add(String prefix, Run run) {
        run.verdict().rules().forEach(result -> log.rule(result.card()));
        Map<Seen, Integer> seen = new LinkedHashMap<>();
        for (SessionResult session : run.verdict().bySession(run.declaration())) {
            String name = prefix + session.exchange().clientId().orElse("?");
            session.rules().stream()
                    .flatMap(result -> telling(name, result))
                    .forEach(each -> seen.merge(each, 1, Integer::sum));
        }
        seen.forEach((each, times) -> add(run, each, times));
    }

    private static Stream<Seen> telling(String session, RuleResult result) {
        return result.findings().stream()
                .filter(finding -> finding.status().compareTo(Status.PASS) < 0)
                .map(finding -> new Seen(session, result.card(), finding));
    }

    private void add(Run run, Seen seen, int times) {
        Finding finding = seen.finding();
        RuleCard card = seen.card();
        if (finding.status() == Status.ERROR) {
            log.crash(
                    card.id().value(), CRASH.with(card.id(), finding.observed().shown()));
            return;
        }
        String place = seen.session() + "/" + finding.server() + "/" + finding.stage();
        JsonObject location = JsonObject.EMPTY
                .with(
                        "physicalLocation",
                        SarifLog.line(run.declaration().lines().file(), line(run, finding)))
                .with("logicalLocations", List.of(logical(finding, place)));
        log.add(log.result(card.id().value(), finding.status(), message(seen), known(place, finding))
                .with("locations", List.of(location))
                .with("occurrenceCount", times)
                .with(
                        "properties",
                        JsonObject.EMPTY
                                .with("status", finding.status().name())
                                .with("fidelity", LikenessJson.of(card.likeness(), language))));
    }

    private JsonObject logical(Finding finding, String place) {
        return JsonObject.EMPTY
                .with("name", finding.server() + " " + finding.stage().title().in(language))
                .with("fullyQualifiedName", Observed.plain(place))
                .with("kind", "module");
    }

    /** Without what changes with each run, the observed and its place: a certificate has another digest each time. */
    private static String known(String place, Finding finding) {
        return place + "\n" + finding.expected().value();
    }

    private static Text message(Seen seen) {
        Finding finding = seen.finding();
        return MESSAGE.with(
                seen.card().title(),
                finding.expected().shown(),
                Observed.plain(finding.expected().where()),
                finding.observed().shown(),
                Observed.plain(finding.observed().where()),
                seen.card().remedyFor(finding),
                owners(seen.card()));
    }

    private static Text owners(RuleCard card) {
        List<Text> owners = card.owners().stream().map(Owner::title).toList();
        return Text.of(
                owners.stream().map(Text::fr).collect(Collectors.joining(", ")),
                owners.stream().map(Text::en).collect(Collectors.joining(", ")));
    }

    private static int line(Run run, Finding finding) {
        String file = run.declaration().lines().file() + ":";
        return Stream.of(finding.expected(), finding.observed())
                .map(Observed::where)
                .filter(where -> where.startsWith(file))
                .map(where -> where.substring(file.length()))
                .filter(rest -> LINE.matcher(rest).matches())
                .map(Integer::parseInt)
                .findFirst()
                .orElse(1);
    }
}
