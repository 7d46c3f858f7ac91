package fr.accroche.scenarios.report;

import fr.accroche.compliance.cause.Cause;
import fr.accroche.compliance.cause.Causes;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final Text DIAGNOSED = Text.verbatim("{0}. {1} {2} {3}");
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

    /** What is the same breach wherever in the session it was seen: a wrong certificate is shown at each server. */
    private record Broken(String session, RuleCard card, Status status, Observed expected, String observed) {}

    private void add(String prefix, Run run) {
        run.replayed().ifPresent(from -> log.note(Words.REPLAYED.with(from.file(), from.at())));
        run.verdict().rules().forEach(result -> log.rule(result.card()));
        Map<Finding, Cause> causes = Causes.byFinding(run.causes());
        for (SessionResult session : run.verdict().bySession(run.declaration())) {
            String name = prefix + session.exchange().clientId().orElse("unknown-client");
            Map<Broken, List<Finding>> all = new LinkedHashMap<>();
            for (RuleResult result : session.rules()) {
                result.findings().stream()
                        .filter(finding -> finding.status().compareTo(Status.PASS) < 0)
                        .forEach(finding -> all.computeIfAbsent(
                                        broken(name, result.card(), finding), first -> new ArrayList<>())
                                .add(finding));
            }
            all.forEach((broken, findings) -> add(run, causes, broken, findings));
        }
    }

    private static Broken broken(String session, RuleCard card, Finding finding) {
        return new Broken(
                session,
                card,
                finding.status(),
                finding.expected(),
                finding.observed().value());
    }

    private void add(Run run, Map<Finding, Cause> causes, Broken broken, List<Finding> findings) {
        Finding first = findings.get(0);
        String rule = broken.card().id().value();
        if (broken.status() == Status.ERROR) {
            log.crash(rule, CRASH.with(rule, first.observed().shown()));
            return;
        }
        JsonObject location = JsonObject.EMPTY
                .with(
                        "physicalLocation",
                        SarifLog.line(run.declaration().lines().file(), line(run, first)))
                .with(
                        "logicalLocations",
                        findings.stream()
                                .map(finding -> logical(broken.session(), finding))
                                .distinct()
                                .toList());
        log.add(log.result(
                        rule,
                        broken.status(),
                        message(broken.card(), first, Optional.ofNullable(causes.get(first))),
                        known(broken))
                .with("locations", List.of(location))
                .with("occurrenceCount", findings.size())
                .with(
                        "properties",
                        JsonObject.EMPTY
                                .with("status", broken.status().name())
                                .with("fidelity", LikenessJson.of(broken.card().likeness(), language))));
    }

    private JsonObject logical(String session, Finding finding) {
        String place = session + "/" + finding.server() + "/" + finding.stage();
        return JsonObject.EMPTY
                .with("name", finding.server() + " — " + finding.stage().title().in(language))
                .with("fullyQualifiedName", Observed.plain(place))
                .with("kind", "module");
    }

    /** Without what changes with each run, what was observed and where: a certificate has another digest each time. */
    private static String known(Broken broken) {
        return broken.session() + "\n" + broken.expected().value();
    }

    /** The headline of its cause first: it names the field and who can repair it. */
    private static Text message(RuleCard card, Finding finding, Optional<Cause> known) {
        Text message = message(card, finding);
        return known.map(cause -> DIAGNOSED.with(
                        Text.of(cause.headline(Language.FR), cause.headline(Language.EN)),
                        cause.likely(),
                        cause.repair(),
                        message))
                .orElse(message);
    }

    private static Text message(RuleCard card, Finding finding) {
        return MESSAGE.with(
                card.title(),
                finding.expected().shown(),
                Observed.plain(finding.expected().where()),
                finding.observed().shown(),
                Observed.plain(finding.observed().where()),
                card.remedyFor(finding),
                owners(card));
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
