package fr.accroche.scenarios.report;

import fr.accroche.compliance.cause.Cause;
import fr.accroche.compliance.cause.Causes;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.Verdict;
import fr.accroche.scenarios.Version;
import fr.accroche.scenarios.fault.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a report tells of.
 *
 * @param version of accroche
 * @param at when the run began
 * @param took in all, from the first port opened to the last answer
 * @param declaration what was declared
 * @param faults what was broken on purpose; none in a sound run
 * @param verdict the judgement
 * @param causes what most likely lies behind it, in the order in which servers refused
 * @param identities one table for each client_id that was seen or expected
 * @param own what of the chain is the vendor's
 * @param replayed what was judged again; empty where the chain ran
 */
public record Run(
        String version,
        Instant at,
        Duration took,
        Declaration declaration,
        List<Fault> faults,
        Verdict verdict,
        List<Cause> causes,
        List<IdentityTable> identities,
        OwnLinks own,
        Optional<Replayed> replayed) {

    public Run {
        faults = List.copyOf(faults);
        causes = List.copyOf(causes);
        identities = List.copyOf(identities);
    }

    /** Judges what was seen of these operations. */
    public static Run judged(
            Declaration declaration,
            List<Fault> faults,
            List<Operation> operations,
            List<Hop> hops,
            Instant begun,
            Instant ended) {
        return of(declaration, faults, operations, Verdict.judge(declaration, hops), begun, ended);
    }

    /** The same of a recording that could not show these steps, each with why. */
    public static Run judged(
            Declaration declaration,
            List<Fault> faults,
            List<Operation> operations,
            List<Hop> hops,
            Map<Stage, Text> unseen,
            Instant begun,
            Instant ended) {
        return of(declaration, faults, operations, Verdict.judge(declaration, hops, unseen), begun, ended);
    }

    private static Run of(
            Declaration declaration,
            List<Fault> faults,
            List<Operation> operations,
            Verdict verdict,
            Instant begun,
            Instant ended) {
        List<IdentityTable> identities = operations.stream()
                .map(operation -> IdentityTable.of(declaration, operation, verdict.exchanges()))
                .toList();
        Duration took = Duration.between(begun, ended);
        return new Run(
                Version.CURRENT,
                begun,
                took,
                declaration,
                faults,
                verdict,
                Causes.of(verdict, declaration),
                identities,
                OwnLinks.NONE,
                Optional.empty());
    }

    /** The same, telling what of the chain is the vendor's. */
    public Run with(OwnLinks links) {
        return new Run(version, at, took, declaration, faults, verdict, causes, identities, links, replayed);
    }

    /** The same, telling what it was judged again from. */
    public Run with(Replayed recording) {
        return new Run(
                version, at, took, declaration, faults, verdict, causes, identities, own, Optional.of(recording));
    }
}
