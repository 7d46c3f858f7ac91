package fr.accroche.wire.evidence;

import fr.accroche.certs.Defect;
import fr.accroche.certs.DefectCode;
import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.ClientCertificate;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.exchange.ObservedCertificate.CertificateDefect;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.Negotiated;
import fr.accroche.wire.Peer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a server keeps of the client certificate of a connection, and what its guard says of it. The same for every server
 * of the chain, whatever error it then answers.
 *
 * @param client the certificate as a hop keeps it
 * @param defects what the listener's judge found
 * @param negotiated what the handshake agreed on, if it came that far
 */
public record PeerEvidence(ClientCertificate client, List<Defect> defects, Optional<Negotiated> negotiated) {

    private static final RuleId SOUND_CERTIFICATE = RuleId.of("MTL-01");
    private static final RuleId MODERN_TLS = RuleId.of("MTL-02");
    private static final RuleId ONE_ENVIRONMENT = RuleId.of("ENV-01");
    private static final String AUTHORITY = "IGC-Santé";
    private static final String CLIENT_HELLO = "TLS/ClientHello";

    public PeerEvidence {
        defects = List.copyOf(defects);
    }

    /** Of a peer; nothing is wrong where the listener asks for no certificate. */
    public static PeerEvidence of(Peer peer) {
        if (peer.judgement().isEmpty()) {
            return new PeerEvidence(new ClientCertificate.NotAsked(), List.of(), peer.negotiated());
        }
        List<Defect> defects = peer.judgement().get().defects();
        List<CertificateDefect> kept = defects.stream()
                .map(defect -> new CertificateDefect(defect.code().name(), defect.expected(), defect.observed()))
                .toList();
        return new PeerEvidence(ClientCertificate.asked(peer.certificates(), kept), defects, peer.negotiated());
    }

    /**
     * One breach for each thing wrong: of the environment for a certificate of the other branch, of mTLS for the rest of the
     * certificate, of TLS itself where the two ends had nothing in common.
     */
    public List<Breach> breaches() {
        Stream<Breach> ofTls = negotiated.filter(Negotiated::failed).map(PeerEvidence::nothingInCommon).stream();
        return Stream.concat(ofTls, defects.stream().map(this::breach)).toList();
    }

    /** The version and the suite as a hop keeps them. */
    public Map<Fact, Observed> facts() {
        return facts(negotiated);
    }

    /** The same of a peer of which nothing else is kept. */
    static Map<Fact, Observed> facts(Peer peer) {
        return facts(peer.negotiated());
    }

    private static Map<Fact, Observed> facts(Optional<Negotiated> negotiated) {
        return negotiated.map(PeerEvidence::agreed).orElse(Map.of());
    }

    private static Map<Fact, Observed> agreed(Negotiated agreed) {
        if (agreed.equals(Negotiated.NO_VERSION)) {
            return Map.of(Fact.TLS_PROTOCOL, new Observed(agreed.protocol(), CLIENT_HELLO + "/versions"));
        }
        if (agreed.equals(Negotiated.NO_SUITE)) {
            return Map.of(Fact.TLS_SUITE, new Observed(agreed.suite(), CLIENT_HELLO + "/suites"));
        }
        return Map.of(
                Fact.TLS_PROTOCOL, new Observed(agreed.protocol(), "TLS/version"),
                Fact.TLS_SUITE, new Observed(agreed.suite(), "TLS/suite"));
    }

    private static Breach nothingInCommon(Negotiated lacking) {
        return lacking.equals(Negotiated.NO_VERSION)
                ? new Breach(
                        MODERN_TLS,
                        Text.of(
                                "le client n'offre aucune version de TLS que ce serveur accepte (1.2, 1.3)",
                                "the client offers no version of TLS that this server accepts (1.2, 1.3)"),
                        new Observed("TLS 1.2 | 1.3", "RFC 9325 §3.1.1"),
                        new Observed(lacking.protocol(), CLIENT_HELLO + "/versions"))
                : new Breach(
                        MODERN_TLS,
                        Text.of(
                                "le client n'offre aucune suite que ce serveur accepte : ECDHE ou DHE, et chiffrement authentifié",
                                "the client offers no suite that this server accepts: ECDHE or DHE, and authenticated encryption"),
                        new Observed("ECDHE | DHE, GCM | CHACHA20_POLY1305", "RFC 9325 §4.2"),
                        new Observed(lacking.suite(), CLIENT_HELLO + "/suites"));
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
