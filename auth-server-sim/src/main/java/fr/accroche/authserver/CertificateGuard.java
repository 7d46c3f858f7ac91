package fr.accroche.authserver;

import fr.accroche.certs.Defect;
import fr.accroche.certs.DefectCode;
import fr.accroche.certs.Judgement;
import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.ClientCertificate;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate.CertificateDefect;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.Peer;
import java.util.List;
import java.util.Optional;

/** A client certificate with nothing wrong (MTL-01), of this environment (ENV-01). */
public final class CertificateGuard {

    private CertificateGuard() {}

    public static void check(Call call) {
        Peer peer = call.request().peer();
        call.certificate(client(peer));
        breaches(peer)
                .forEach(breach -> call.refuse(new OAuthRefusal(
                        breach,
                        OAuthError.invalidClient("Client certificate missing, or not accepted for this client"))));
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

    /** One breach for each thing wrong with it. */
    static List<Breach> breaches(Peer peer) {
        ClientCertificate client = client(peer);
        return defects(peer).stream()
                .map(defect -> breach(
                        defect,
                        client.presented().map(seen -> seen.where(defect.code().name()))))
                .toList();
    }

    private static Breach breach(Defect defect, Optional<String> where) {
        return new Breach(
                defect.code() == DefectCode.WRONG_BRANCH ? Rules.ONE_ENVIRONMENT : Rules.CLIENT_CERTIFICATE,
                Text.of("Certificat client : {0}.", "Client certificate: {0}.")
                        .with(Text.of(defect.code().fr(), defect.code().en())),
                new Observed(defect.expected(), "IGC-Santé ORG AUTH_CLI"),
                new Observed(defect.observed(), where.orElse("TLS")));
    }

    private static List<Defect> defects(Peer peer) {
        if (peer.certificates().isEmpty()) {
            return List.of(new Defect(DefectCode.NOT_PRESENTED, "ORG AUTH_CLI", Observed.NOTHING.value()));
        }
        return peer.judgement().map(Judgement::defects).orElse(List.of());
    }
}
