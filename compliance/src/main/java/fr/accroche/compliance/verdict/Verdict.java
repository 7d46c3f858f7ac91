package fr.accroche.compliance.verdict;

import fr.accroche.compliance.catalogue.Catalogue;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.exchange.Exchange;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Rule;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Sessions;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.rule.Trial;
import fr.accroche.compliance.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The judgement of a run.
 *
 * @param outcome of the whole
 * @param rules one result for each rule of the catalogue, by id
 * @param exchanges what was judged
 */
public record Verdict(Outcome outcome, List<RuleResult> rules, List<Exchange> exchanges) {

    /** A poll of PSC is not among them: it is refused for as long as the professional has not answered. */
    private static final Set<Stage> MUST_SUCCEED = Set.of(
            Stage.LPS_CONNECT,
            Stage.PROXY_CONNECT,
            Stage.PSC_CIBA,
            Stage.EXCHANGE,
            Stage.CREDENTIAL,
            Stage.LPS_SEND,
            Stage.PROXY_SEND,
            Stage.BUSINESS);

    public Verdict {
        rules = List.copyOf(rules);
        exchanges = List.copyOf(exchanges);
    }

    /** Judges recorded hops against what was declared. */
    public static Verdict judge(Declaration declaration, List<Hop> hops) {
        return judge(declaration, hops, Catalogue.ALL);
    }

    /**
     * Judges what a recording shows that was not ours.
     *
     * @param unseen the steps that it could not show, each with why: rules that judge those alone are not testable
     */
    public static Verdict judge(Declaration declaration, List<Hop> hops, Map<Stage, Text> unseen) {
        return judge(
                declaration, hops, Catalogue.ALL, Unrecorded.of(declaration).and(unseen));
    }

    static Verdict judge(Declaration declaration, List<Hop> hops, List<Rule> catalogue) {
        return judge(declaration, hops, catalogue, Unrecorded.of(declaration));
    }

    private static Verdict judge(Declaration declaration, List<Hop> hops, List<Rule> catalogue, Unrecorded unrecorded) {
        List<Exchange> exchanges = Exchange.of(hops);
        List<Trial> trials = trials(declaration, exchanges);
        List<RuleResult> rules =
                catalogue.stream().map(rule -> result(rule, trials, unrecorded)).toList();
        return new Verdict(outcome(rules, exchanges, unrecorded), rules, exchanges);
    }

    private static List<Trial> trials(Declaration declaration, List<Exchange> exchanges) {
        List<Exchange> judged =
                exchanges.stream().flatMap(each -> judged(each).stream()).toList();
        Sessions run = new Sessions(judged);
        return judged.stream()
                .map(exchange -> new Trial(declaration, exchange, run))
                .toList();
    }

    /**
     * The same judgement, session by session, for reports that tell of each: a rule that looks at the others too still sees them.
     * A session of which nothing can be judged is left out.
     *
     * @param declaration the one that was judged against
     */
    public List<SessionResult> bySession(Declaration declaration) {
        Unrecorded unrecorded = Unrecorded.of(declaration);
        List<Exchange> told =
                exchanges.stream().filter(each -> judged(each).isPresent()).toList();
        List<Trial> trials = trials(declaration, told);
        List<SessionResult> sessions = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            List<Trial> one = List.of(trials.get(i));
            sessions.add(new SessionResult(
                    told.get(i),
                    Catalogue.ALL.stream()
                            .map(rule -> asInRun(result(rule, one, unrecorded)))
                            .toList()));
        }
        return sessions;
    }

    /** What a recording could not show, no session of it shows either. */
    private RuleResult asInRun(RuleResult result) {
        Optional<Text> reason =
                rule(result.card().id()).flatMap(RuleResult::reason).filter(any -> result.status() == Status.SKIPPED);
        return reason.isPresent()
                ? new RuleResult(result.card(), Status.NOT_TESTABLE, result.findings(), reason)
                : result;
    }

    /** What the rules get to see of an exchange, if anything: a server that plays a fault has not looked at the call. */
    private static Optional<Exchange> judged(Exchange exchange) {
        List<Hop> hops = exchange.hops().stream()
                .filter(hop -> hop.stage() != Stage.FAULT_ON_DEMAND)
                .toList();
        return hops.isEmpty() ? Optional.empty() : Optional.of(new Exchange(hops));
    }

    private static RuleResult result(Rule rule, List<Trial> trials, Unrecorded unrecorded) {
        List<Finding> findings = new ArrayList<>();
        boolean applies = trials.isEmpty();
        for (Trial trial : trials) {
            try {
                if (rule.applies(trial)) {
                    applies = true;
                    findings.addAll(withGuards(rule, trial));
                }
            } catch (RuntimeException crash) {
                findings.add(crashed(rule, trial, crash));
            }
        }
        Optional<Text> reason = applies && findings.isEmpty() ? unrecorded.reason(rule) : Optional.empty();
        Status nothing = !applies ? Status.NOT_APPLICABLE : reason.isPresent() ? Status.NOT_TESTABLE : Status.SKIPPED;
        Status worst = findings.stream()
                .map(Finding::status)
                .min(Comparator.naturalOrder())
                .orElse(nothing);
        return new RuleResult(rule.card(), worst, findings, reason);
    }

    /**
     * The rule's own findings; and where it finds nothing broken although a server's guard refused a call for it, the
     * guard's: what was refused is never reported as held.
     */
    private static List<Finding> withGuards(Rule rule, Trial trial) {
        List<Finding> found = new ArrayList<>(rule.check(trial));
        Status broken = rule.card().level().broken();
        if (found.stream().noneMatch(finding -> finding.status() == broken)) {
            trial.exchange()
                    .hops()
                    .forEach(hop -> hop.breaches().stream()
                            .filter(breach -> breach.rule().equals(rule.card().id()))
                            .map(breach -> rule.card().judge(hop, false, breach.expected(), breach.observed()))
                            .forEach(found::add));
        }
        return found;
    }

    private static Finding crashed(Rule rule, Trial trial, RuntimeException crash) {
        Hop first = trial.exchange().hops().get(0);
        return new Finding(
                rule.card().id(),
                Status.ERROR,
                first.stage(),
                first.server(),
                Observed.NOTHING,
                new Observed(crash.toString(), "accroche"));
    }

    private static Outcome outcome(List<RuleResult> rules, List<Exchange> exchanges, Unrecorded unrecorded) {
        Status worst = rules.stream()
                .map(RuleResult::status)
                .min(Comparator.naturalOrder())
                .orElse(Status.SKIPPED);
        return switch (worst) {
            case FAIL -> Outcome.NON_CONFORME;
            case ERROR -> anyFail(rules) ? Outcome.NON_CONFORME : Outcome.INDETERMINE;
            case WARNING, WAIVED, PASS -> completed(exchanges, unrecorded) ? Outcome.CONFORME : Outcome.INDETERMINE;
            case REVIEW, SKIPPED, NOT_APPLICABLE, NOT_TESTABLE -> Outcome.INDETERMINE;
        };
    }

    /**
     * Whether a téléservice answered, which the proxy or its LPS tells of those that are the vendor's, and no session met a refusal, which
     * here no rule explains; one that was withheld counts as met. A recording that is not ours never shows all of it.
     */
    private static boolean completed(List<Exchange> exchanges, Unrecorded unrecorded) {
        Set<Stage> last =
                unrecorded.has(Stage.BUSINESS) ? Set.of(Stage.PROXY_SEND, Stage.LPS_SEND) : Set.of(Stage.BUSINESS);
        boolean answered = exchanges.stream()
                .flatMap(exchange -> exchange.hops().stream())
                .anyMatch(hop -> last.contains(hop.stage()) && hop.succeeded());
        boolean refused = exchanges.stream()
                .filter(exchange -> exchange.clientId().isPresent())
                .flatMap(exchange -> exchange.hops().stream())
                .anyMatch(hop -> MUST_SUCCEED.contains(hop.stage()) && !hop.succeeded());
        boolean withheld = exchanges.stream()
                .flatMap(exchange -> exchange.hops().stream())
                .anyMatch(hop -> hop.fact(Fact.REFUSAL_WITHHELD).isPresent());
        return answered && !refused && !withheld && !unrecorded.isPartial();
    }

    private static boolean anyFail(List<RuleResult> rules) {
        return rules.stream().anyMatch(result -> result.status() == Status.FAIL);
    }

    /** The ids of the rules with this status. */
    public List<RuleId> with(Status status) {
        return rules.stream()
                .filter(result -> result.status() == status)
                .map(result -> result.card().id())
                .toList();
    }

    public Optional<RuleResult> rule(RuleId id) {
        return rules.stream().filter(result -> result.card().id().equals(id)).findFirst();
    }
}
