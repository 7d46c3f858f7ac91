package fr.accroche.credential;

import fr.accroche.certs.Defect;
import fr.accroche.certs.DefectCode;
import fr.accroche.certs.Judgement;
import fr.accroche.compliance.exchange.ClientCertificate;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.exchange.ObservedCertificate.CertificateDefect;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.Peer;
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
        ClientCertificate client = client(peer);
        notes.client(client);
        List<Refusal> refusals = new ArrayList<>(unsound(peer, client));
        client.presented().ifPresent(seen -> {
            notes.note(Fact.CREDENTIAL_CALLER, seen.commonName(), seen.where("CN"));
            if (!seen.commonName().map(callers::contains).orElse(false)) {
                refusals.add(stranger(seen));
            }
        });
        return refusals;
    }

    /** What a peer presented, judged. */
    static ClientCertificate client(Peer peer) {
        return ClientCertificate.asked(
                peer.certificates(),
                defects(peer).stream()
                        .map(defect ->
                                new CertificateDefect(defect.code().name(), defect.expected(), defect.observed()))
                        .toList());
    }

    /** One refusal for each thing wrong with what a peer presented. */
    static List<Refusal> unsound(Peer peer, ClientCertificate client) {
        return defects(peer).stream()
                .map(defect -> unsound(
                        defect,
                        client.presented().map(seen -> seen.where(defect.code().name()))))
                .toList();
    }

    private static List<Defect> defects(Peer peer) {
        if (peer.certificates().isEmpty()) {
            return List.of(new Defect(DefectCode.NOT_PRESENTED, "ORG AUTH_CLI", "—"));
        }
        return peer.judgement().map(Judgement::defects).orElse(List.of());
    }

    private static Refusal unsound(Defect defect, Optional<String> where) {
        Text cause = Text.of(defect.code().fr(), defect.code().en());
        return Refusal.of(
                UNAUTHORIZED,
                null,
                "client certificate: " + defect.code().en(),
                defect.code() == DefectCode.WRONG_BRANCH ? Rules.ONE_ENVIRONMENT : Rules.CLIENT_CERTIFICATE,
                Text.of("Certificat client de l'appelant : {0}.", "The caller's client certificate: {0}.")
                        .with(cause),
                new Observed(defect.expected(), "API Credential"),
                new Observed(defect.observed(), where.orElse("TLS")));
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
