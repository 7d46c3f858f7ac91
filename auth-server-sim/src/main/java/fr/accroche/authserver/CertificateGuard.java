package fr.accroche.authserver;

import fr.accroche.wire.evidence.PeerEvidence;

/** A client certificate with nothing wrong (MTL-01), of this environment (ENV-01). */
public final class CertificateGuard {

    private CertificateGuard() {}

    public static void check(Call call) {
        PeerEvidence evidence = PeerEvidence.of(call.request().peer());
        call.certificate(evidence.client());
        evidence.breaches().forEach(breach -> call.refuse(new OAuthRefusal(breach, ClientAuthenticator.FAILED)));
    }
}
