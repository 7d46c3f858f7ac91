package fr.accroche.wire.evidence;

import fr.accroche.certs.Defect;
import fr.accroche.certs.DefectCode;
import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.ClientCertificate;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.exchange.ObservedCertificate.CertificateDefect;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.Peer;
import java.util.List;

/**
 * What a server keeps of the client certificate of a connection, and what its guard says of it. The same for every server
 * of the chain, whatever error it then answers.
 *
 * @param client the certificate as a hop keeps it
 * @param defects what the listener's judge found
 */
public record PeerEvidence(ClientCertificate client, List<Defect> defects) {

    private static final RuleId SOUND_CERTIFICATE = RuleId.of("MTL-01");
    private static final RuleId ONE_ENVIRONMENT = RuleId.of("ENV-01");
    private static final String AUTHORITY = "IGC-Santé";

    public PeerEvidence {
        defects = List.copyOf(defects);
    }

    /** Of a peer; nothing is wrong where the listener asks for no certificate. */
    public static PeerEvidence of(Peer peer) {
        if (peer.judgement().isEmpty()) {
            return new PeerEvidence(new ClientCertificate.NotAsked(), List.of());
        }
        List<Defect> defects = peer.judgement().get().defects();
        List<CertificateDefect> kept = defects.stream()
                .map(defect -> new CertificateDefect(defect.code().name(), defect.expected(), defect.observed()))
                .toList();
        return new PeerEvidence(ClientCertificate.asked(peer.certificates(), kept), defects);
    }

    /** One breach for each thing wrong: of the environment for a certificate of the other branch, of mTLS for the rest. */
    public List<Breach> breaches() {
        return defects.stream().map(this::breach).toList();
    }

    private Breach breach(Defect defect) {
        DefectCode code = defect.code();
        return new Breach(
                code == DefectCode.WRONG_BRANCH ? ONE_ENVIRONMENT : SOUND_CERTIFICATE,
                Text.of("certificat client refusé : {0}", "client certificate refused: {0}")
                        .with(Text.of(code.fr(), code.en())),
                new Observed(defect.expected(), AUTHORITY),
                new Observed(defect.observed(), where()));
    }

    private String where() {
        return client.presented().map(ObservedCertificate::where).orElse("TLS/certificate");
    }
}
