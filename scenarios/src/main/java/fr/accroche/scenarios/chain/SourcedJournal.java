package fr.accroche.scenarios.chain;

import fr.accroche.compliance.exchange.ClientCertificate;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Journal;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.scenarios.chain.OwnMaterial.Brought;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A journal that adds to what servers saw which of the vendor's own files it comes from: a server cannot know, and a finding
 * that names the file is the shortest way to mend it.
 *
 * @param journal where hops go
 * @param files by the SHA-256 of the certificate in them
 * @param seals the vendor's own, by client_id
 */
record SourcedJournal(Journal journal, Map<String, String> files, Map<String, Brought> seals) implements Journal {

    /** The journal itself where the vendor brings nothing. */
    static Journal of(Journal journal, OwnMaterial own) {
        Map<String, String> files = own.files().entrySet().stream()
                .collect(Collectors.toMap(
                        each -> ObservedCertificate.of(each.getKey(), List.of()).sha256(), Map.Entry::getValue));
        return files.isEmpty() && own.seals().isEmpty() ? journal : new SourcedJournal(journal, files, own.seals());
    }

    @Override
    public void record(Hop hop) {
        journal.record(sealed(presented(hop)));
    }

    private Hop presented(Hop hop) {
        Optional<ObservedCertificate> sourced = hop.client()
                .presented()
                .flatMap(shown -> Optional.ofNullable(files.get(shown.sha256())).map(shown::from));
        return sourced.map(ClientCertificate.Presented::new)
                .map(shown -> copy(hop, shown, hop.facts()))
                .orElse(hop);
    }

    private Hop sealed(Hop hop) {
        Optional<String> file = hop.value(Fact.BEARER_CLIENT).map(seals::get).map(Brought::file);
        Optional<Observed> defects = hop.fact(Fact.ASSERTION_SIGNER_DEFECTS)
                .filter(found -> !found.value().isEmpty());
        return file.flatMap(from -> defects.map(found -> new Observed(found.value(), from + " " + found.where())))
                .map(sourced -> copy(hop, hop.client(), with(hop.facts(), sourced)))
                .orElse(hop);
    }

    private static Map<Fact, Observed> with(Map<Fact, Observed> facts, Observed defects) {
        Map<Fact, Observed> changed = new EnumMap<>(facts);
        changed.put(Fact.ASSERTION_SIGNER_DEFECTS, defects);
        return changed;
    }

    private static Hop copy(Hop hop, ClientCertificate client, Map<Fact, Observed> facts) {
        return new Hop(
                hop.at(),
                hop.took(),
                hop.stage(),
                hop.server(),
                hop.call(),
                hop.status(),
                hop.answer(),
                client,
                facts,
                hop.breaches());
    }
}
