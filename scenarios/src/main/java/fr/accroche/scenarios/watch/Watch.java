package fr.accroche.scenarios.watch;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Journal;
import fr.accroche.compliance.exchange.KeptJournal;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.RuleResult;
import fr.accroche.compliance.verdict.Verdict;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Judges what comes as it comes: the servers record their hops from any thread, one thread judges them, says whose turn it
 * is when that changes, and each breach once, when it is first seen.
 */
public final class Watch implements Journal {

    /** Enough that whatever a call causes has come. */
    private static final Duration QUIET = Duration.ofSeconds(3);

    private static final Duration ANSWERING = Duration.ofMillis(300);

    private final Declaration declaration;
    private final KeptJournal hops;
    private final Telling telling;
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final Set<Breach> told = new HashSet<>();
    private Optional<Turn> turn = Optional.empty();

    /** What wakes the judge. */
    private enum Signal {
        HOP,
        STOP
    }

    /** Where it is said. */
    public interface Telling {
        void turn(Text text);

        void breach(RuleResult rule, Finding finding);
    }

    /** A finding as one is told from another. */
    private record Breach(Status status, String rule, String server, String expected, String observed) {}

    /**
     * Where the ends of the chain meet it.
     *
     * @param proxy where the LPS connects
     * @param eCps where the professional approves
     */
    public record Doors(URI proxy, URI eCps) {}

    /** Why a watch ended. */
    public enum End {
        /** What was waited for came. */
        REACHED,
        /** It did not come in time. */
        TIMEOUT,
        /** Someone stopped it. */
        STOPPED
    }

    public Watch(Declaration declaration, KeptJournal hops, Telling telling) {
        this.declaration = declaration;
        this.hops = hops;
        this.telling = telling;
    }

    @Override
    public void record(Hop hop) {
        hops.record(hop);
        signals.add(Signal.HOP);
    }

    /** Ends it, from any thread. */
    public void stop() {
        signals.add(Signal.STOP);
    }

    /**
     * Judges until the end.
     *
     * @param until when it ends by itself; empty for never
     * @param timeout after which it does not wait any more; empty for ever
     */
    public End judge(Doors doors, Optional<Until> until, Optional<Duration> timeout) throws InterruptedException {
        long begun = System.nanoTime();
        boolean quiet = false;
        boolean looked = false;
        while (true) {
            if (!looked && look(doors, until, quiet)) {
                settle();
                return End.REACHED;
            }
            long left = timeout.map(most -> most.toNanos() - (System.nanoTime() - begun))
                    .orElse(Long.MAX_VALUE);
            Signal signal = signals.poll(Math.max(0, Math.min(left, QUIET.toNanos())), TimeUnit.NANOSECONDS);
            if (signal == null && left <= QUIET.toNanos()) {
                return End.TIMEOUT;
            }
            if (signal == Signal.STOP || stoppedAmong()) {
                return End.STOPPED;
            }
            looked = signal == null && quiet;
            quiet = signal == null;
        }
    }

    /** What came meanwhile is judged together. */
    private boolean stoppedAmong() {
        List<Signal> waiting = new ArrayList<>();
        signals.drainTo(waiting);
        return waiting.contains(Signal.STOP);
    }

    /** A server notes a call before its answer has left: nobody's answer is cut. */
    private void settle() throws InterruptedException {
        while (signals.poll(ANSWERING.toNanos(), TimeUnit.NANOSECONDS) != null) {
            // More came: it has its answer to write too.
        }
    }

    /** Whether what is waited for is there. */
    private boolean look(Doors doors, Optional<Until> until, boolean quiet) {
        Verdict verdict = Verdict.judge(declaration, hops.hops());
        verdict.rules().forEach(this::tell);
        List<Progress> all = declaration.operations().stream()
                .filter(operation -> !declaration.callsOnlyWhatIsNotSimulated(operation))
                .map(operation -> Progress.of(declaration, operation, verdict.exchanges()))
                .toList();
        Turn now = Turn.of(all, doors.proxy(), doors.eCps());
        if (!turn.equals(Optional.of(now))) {
            turn = Optional.of(now);
            telling.turn(now.text());
        }
        return until.filter(end -> reached(end, verdict, all, quiet)).isPresent();
    }

    private static boolean reached(Until until, Verdict verdict, List<Progress> all, boolean quiet) {
        return switch (until) {
            case CONFORME ->
                !verdict.with(Status.FAIL).isEmpty()
                        || all.stream().allMatch(one -> one.missing().isEmpty() && (quiet || one.over()));
            case VERDICT ->
                all.stream()
                        .anyMatch(one -> one.sessions().stream().anyMatch(Progress::over)
                                || quiet
                                        && !one.sessions().isEmpty()
                                        && one.missing().isEmpty());
        };
    }

    private void tell(RuleResult rule) {
        for (Finding finding : rule.findings()) {
            boolean broken = finding.status().compareTo(Status.PASS) < 0 && finding.status() != Status.WAIVED;
            Breach breach = new Breach(
                    finding.status(),
                    finding.rule().value(),
                    finding.server(),
                    finding.expected().value(),
                    finding.observed().value());
            if (broken && told.add(breach)) {
                telling.breach(rule, finding);
            }
        }
    }
}
