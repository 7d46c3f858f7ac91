package fr.accroche.scenarios.replay;

import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.scenarios.report.OwnLinks;
import fr.accroche.scenarios.report.Replayed;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A recorded run, as far as the file tells it.
 *
 * @param kind what the file is
 * @param at when the run began
 * @param took in all
 * @param origin what our own report says that made it; empty of another kind
 * @param clients the client_ids that it is about, in order; empty where the file does not say, then those declared are meant
 * @param own what of the chain is the vendor's
 * @param hops what was seen
 * @param unseen the steps that such a file cannot show, each with why
 * @param calls what a HAR has: which of them are hops, and of which links, a declaration helps to tell; none of another kind
 */
public record Recording(
        Replayed.Kind kind,
        Instant at,
        Duration took,
        Optional<Origin> origin,
        List<String> clients,
        OwnLinks own,
        List<Hop> hops,
        Map<Stage, Text> unseen,
        List<HarEntry> calls) {

    public Recording {
        clients = List.copyOf(clients);
        hops = List.copyOf(hops);
        calls = List.copyOf(calls);
        unseen = unseen.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(unseen));
    }

    /** One that is no HAR. */
    public Recording(
            Replayed.Kind kind,
            Instant at,
            Duration took,
            Optional<Origin> origin,
            List<String> clients,
            OwnLinks own,
            List<Hop> hops,
            Map<Stage, Text> unseen) {
        this(kind, at, took, origin, clients, own, hops, unseen, List.of());
    }

    /**
     * What made the report.
     *
     * @param version of accroche
     * @param ruleBook the version of the rules that judged; empty of a report of before they had one
     * @param declaration the name of the declaration's file
     * @param sha256 of that file, hexadecimal; the declaration itself is not in a report: it holds secrets
     * @param faults what was broken on purpose, by its ids
     * @param outcome what it concluded
     */
    public record Origin(
            String version,
            Optional<String> ruleBook,
            String declaration,
            String sha256,
            List<String> faults,
            Outcome outcome) {}
}
