package fr.accroche.credential;

import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.Peer;
import fr.accroche.wire.evidence.PeerEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Lets only the authorization servers of the APIs PSC ask, by their certificate (CRD-01, MTL-01). */
final class CallerGuard {

    private static final int UNAUTHORIZED = 401;

    private final Set<String> callers;

    CallerGuard(Set<String> callers) {
        this.callers = callers;
    }

    List<Refusal> check(Peer peer, HopNotes notes) {
        PeerEvidence evidence = PeerEvidence.of(peer);
        notes.client(evidence.client());
        List<Refusal> refusals = new ArrayList<>(
                evidence.breaches().stream().map(CallerGuard::unsound).toList());
        evidence.client().presented().ifPresent(seen -> {
            notes.note(Fact.CREDENTIAL_CALLER, seen.commonName(), seen.where("CN"));
            if (!seen.commonName().map(callers::contains).orElse(false)) {
                refusals.add(stranger(seen));
            }
        });
        return refusals;
    }

    private static Refusal unsound(Breach breach) {
        String message = breach.sentence().in(Language.EN);
        return new Refusal(List.of(breach), UNAUTHORIZED, Optional.empty(), message);
    }

    private Refusal stranger(ObservedCertificate seen) {
        String caller = seen.commonName().orElse(seen.subject());
        return Refusal.of(
                UNAUTHORIZED,
                null,
                "only the authorization server of an API PSC may ask",
                Rules.CALLED_BY_AUTHORIZATION_SERVER,
                Text.of(
                                "L'API Credential est appelée par {0}, qui n'est pas un serveur d'autorisation d'API PSC.",
                                "The API Credential is called by {0}, which is no authorization server of an API PSC.")
                        .with(caller),
                new Observed(String.join(", ", new TreeSet<>(callers)), "API Credential/callers"),
                new Observed(caller, seen.where("CN")));
    }
}
