package fr.accroche.teleservice;

import fr.accroche.certs.Defect;
import fr.accroche.certs.DefectCode;
import fr.accroche.compliance.exchange.ClientCertificate;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.exchange.ObservedCertificate.CertificateDefect;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.Peer;
import java.util.List;
import java.util.Locale;

/**
 * Refuses a client certificate that the listener let through the handshake only to be able to say why. Wire error: RFC
 * 8705 §3, a token without its certificate is invalid.
 */
final class CertificateGuard {

    private CertificateGuard() {}

    static void check(Call call) {
        Peer peer = call.request().peer();
        call.notes().client(seen(peer));
        refusals(peer).forEach(call::refuse);
    }

    /** One refusal for each thing wrong with what a peer presented. */
    static List<Refusal> refusals(Peer peer) {
        ClientCertificate seen = seen(peer);
        return peer.judgement().stream()
                .flatMap(judgement -> judgement.defects().stream())
                .map(defect -> refusal(defect, seen))
                .toList();
    }

    /** The certificate of a connection as a hop keeps it. */
    static ClientCertificate seen(Peer peer) {
        if (peer.judgement().isEmpty() && peer.certificates().isEmpty()) {
            return new ClientCertificate.NotAsked();
        }
        List<CertificateDefect> defects = peer.judgement().stream()
                .flatMap(judgement -> judgement.defects().stream())
                .map(defect -> new CertificateDefect(defect.code().name(), defect.expected(), defect.observed()))
                .toList();
        return ClientCertificate.asked(peer.certificates(), defects);
    }

    private static Refusal refusal(Defect defect, ClientCertificate seen) {
        DefectCode code = defect.code();
        String where = seen.presented()
                .map(ObservedCertificate::serial)
                .map(serial -> "TLS/certificate[" + serial + "]")
                .orElse("TLS/certificate");
        return Refusal.of(
                Level.TLS,
                code == DefectCode.WRONG_BRANCH ? Rules.ONE_ENVIRONMENT : Rules.SOUND_CERTIFICATE,
                Text.of("certificat client refusé, {0}", "client certificate refused, {0}")
                        .with(Text.of(code.fr(), code.en())),
                new Observed(defect.expected(), "IGC-Santé/ORG_AUTH_CLI"),
                new Observed(defect.observed(), where),
                WireError.invalidToken("client certificate " + code.name().toLowerCase(Locale.ROOT)));
    }
}
