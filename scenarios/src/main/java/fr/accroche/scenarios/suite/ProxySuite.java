package fr.accroche.scenarios.suite;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.PscChoices;
import fr.accroche.compliance.declaration.Settings;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Journal;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.RuleResult;
import fr.accroche.compliance.verdict.Verdict;
import fr.accroche.scenarios.Version;
import fr.accroche.scenarios.chain.Chain;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.doctor.ProxyProbe;
import fr.accroche.wire.ConnectionFailedException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plays the suite: starts a chain, and puts one case after the other to its proxy. A proxy of ours goes by the chain's clock,
 * which stands still meanwhile, so that nothing is waited for.
 */
public final class ProxySuite {

    /** How long a téléservice stalls unless said otherwise: a proxy that waits longer is not judged for it. */
    public static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Short, since a proxy that goes on asking PSC in vain has to be waited for. */
    private static final Duration CIBA_EXPIRY = Duration.ofSeconds(12);

    private static final Text NO_ANSWER = Text.of("aucune réponse du proxy : « {0} »", "no answer of the proxy: {0}");
    private static final Text NOTHING = Text.of("rien n'a été vérifié", "nothing was checked");
    private static final Text CRASH = Text.of("erreur interne d'accroche : {0}", "internal error of accroche: {0}");

    private final Chain.Surround surround;
    private final Duration patience;

    /**
     * @param surround what the chain runs in; its journal gets every hop too
     * @param patience how long a téléservice stalls
     */
    public ProxySuite(Chain.Surround surround, Duration patience) {
        this.surround = surround;
        this.patience = patience;
    }

    /** How the simulators are set up for it. */
    public static ChainPlan plan(Declaration declaration) {
        return ChainPlan.sound(declaration).withSettings(ProxySuite::brisk);
    }

    private static Settings brisk(Settings settings) {
        return settings.with(Settings.Enforcement.STRICT)
                .withPsc(settings.psc().withCibaExpiry(CIBA_EXPIRY).withECps(PscChoices.ECpsAnswer.HABIT))
                .withApiTokenLife(SessionCases.TOKEN_LIFE);
    }

    /**
     * Plays these cases.
     *
     * @param plan as {@link #plan} makes it, or with a participant broken on purpose
     * @param operations whose sessions are played; all through one proxy
     * @throws fr.accroche.wire.PortBusyException if a port is taken
     * @throws fr.accroche.scenarios.doctor.ProbeFailedException if the vendor's proxy cannot be reached
     */
    public SuiteRun run(ChainPlan plan, List<Operation> operations, List<ProxyCase> cases) {
        Instant begun = surround.clock().instant();
        Instant reallyBegun = surround.clock().real().instant();
        boolean ours = plan.declared().participants().proxy().isEmpty();
        CaseJournal journal = new CaseJournal();
        ServiceDesk desk = new ServiceDesk(surround.stubs());
        Journal both = hop -> {
            journal.record(hop);
            surround.journal().record(hop);
        };
        Chain.Surround around = new Chain.Surround(
                surround.folder(), surround.ports(), desk, both, surround.clock(), surround.random());
        List<CaseResult> results = new ArrayList<>();
        try (Chain chain = Chain.start(plan, operations.get(0), around)) {
            ProxyProbe.requireReached(plan.declared(), operations.get(0), chain.lps()::probing);
            if (ours) {
                around.clock().freeze();
            }
            Stand stand = new Stand(chain, plan, around, operations, patience, ours);
            cases.forEach(each -> results.add(play(each, stand, journal, desk)));
        } finally {
            if (ours) {
                around.clock().unfreeze();
            }
        }
        Duration took = Duration.between(reallyBegun, surround.clock().real().instant());
        return new SuiteRun(Version.CURRENT, begun, took, plan.declared(), operations, results);
    }

    private CaseResult play(ProxyCase played, Stand stand, CaseJournal journal, ServiceDesk desk) {
        Instant begun = surround.clock().real().instant();
        Optional<Ending> ending;
        List<Check> checks;
        List<Hop> hops;
        try (Scene scene = new Scene(stand, journal, desk)) {
            ending = ending(played, scene);
            checks = scene.checks();
            hops = journal.hops();
        }
        Duration took = Duration.between(begun, surround.clock().real().instant());
        return judged(played, checks, ending, stand, hops, took);
    }

    /** Why a case ended before its end. */
    private record Ending(Status status, Text reason) {}

    private static Optional<Ending> ending(ProxyCase played, Scene scene) {
        try {
            played.script().play(scene);
            return Optional.empty();
        } catch (Unjudged why) {
            return Optional.of(new Ending(why.status(), why.reason()));
        } catch (ConnectionFailedException silent) {
            boolean reached = silent.reason() != ConnectionFailedException.Reason.UNREACHABLE;
            return Optional.of(new Ending(
                    reached ? played.level().broken() : Status.SKIPPED, NO_ANSWER.with(silent.getMessage())));
        } catch (IOException | RuntimeException crash) {
            return Optional.of(new Ending(Status.ERROR, CRASH.with(crash.toString())));
        }
    }

    private static CaseResult judged(
            ProxyCase played, List<Check> checks, Optional<Ending> ending, Stand stand, List<Hop> hops, Duration took) {
        List<RuleResult> broken = broken(stand.declaration(), hops);
        boolean wrong = checks.stream().anyMatch(check -> !check.held())
                || broken.stream()
                        .anyMatch(
                                result -> played.rules().contains(result.card().id()));
        boolean crashed = ending.filter(why -> why.status() == Status.ERROR).isPresent();
        Status otherwise = checks.isEmpty() ? Status.SKIPPED : Status.PASS;
        Status status = wrong && !crashed
                ? played.level().broken()
                : ending.map(Ending::status).orElse(otherwise);
        Optional<Text> reason =
                ending.map(Ending::reason).or(() -> checks.isEmpty() ? Optional.of(NOTHING) : Optional.empty());
        return new CaseResult(played, status, checks, broken, reason, hops, took);
    }

    /** What was answered on demand is the suite's doing, and judged by no rule. */
    private static List<RuleResult> broken(Declaration declaration, List<Hop> hops) {
        List<Hop> served = hops.stream()
                .filter(hop -> hop.stage() != Stage.FAULT_ON_DEMAND)
                .toList();
        return Verdict.judge(declaration, served).rules().stream()
                .filter(result -> result.status() == Status.FAIL || result.status() == Status.WARNING)
                .filter(result -> ProxyCases.RULES.contains(result.card().id()))
                .toList();
    }
}
