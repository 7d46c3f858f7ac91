package fr.accroche.teleservice;

import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.text.Language;
import fr.accroche.wire.evidence.PeerEvidence;

/**
 * Refuses a client certificate that the listener let through the handshake only to be able to say why. Wire error: RFC
 * 8705 §3, a token without its certificate is invalid.
 */
final class CertificateGuard {

    private CertificateGuard() {}

    static void check(Call call) {
        PeerEvidence evidence = PeerEvidence.of(call.request().peer());
        call.notes().client(evidence.client());
        evidence.breaches().stream().map(CertificateGuard::refusal).forEach(call::refuse);
    }

    private static Refusal refusal(Breach breach) {
        return Refusal.of(
                Level.TLS,
                breach.rule(),
                breach.sentence(),
                breach.expected(),
                breach.observed(),
                WireError.invalidToken(breach.sentence().in(Language.EN)));
    }
}
