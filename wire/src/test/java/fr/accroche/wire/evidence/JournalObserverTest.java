package fr.accroche.wire.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.Defect;
import fr.accroche.certs.DefectCode;
import fr.accroche.certs.Judgement;
import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.ClientCertificate;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.InMemoryJournal;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.Negotiated;
import fr.accroche.wire.Peer;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JournalObserverTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final InMemoryJournal journal = new InMemoryJournal(10);
    private final JournalObserver observer = new JournalObserver("dmp", journal);

    @Test
    void aHandshakeWithoutCertificateBreaksMtls() {
        observer.handshakeFailed(
                peer(new Defect(DefectCode.NOT_PRESENTED, "ORG_AUTH_CLI", "none")), "certificate required", NOW);

        Hop hop = journal.hops().get(0);
        assertThat(hop.stage()).isEqualTo(Stage.HANDSHAKE_FAILED);
        assertThat(hop.server()).isEqualTo("dmp");
        assertThat(hop.status()).isZero();
        assertThat(hop.answer()).contains("certificate required");
        assertThat(hop.client()).isEqualTo(new ClientCertificate.Absent());
        assertThat(hop.breaches())
                .extracting(Breach::rule)
                .map(Object::toString)
                .containsExactly("MTL-01");
    }

    @Test
    void aHandshakeWithNothingInCommonBreaksTls() {
        Peer peer = new Peer(address(), List.of(), Optional.empty(), Optional.of(Negotiated.NO_SUITE));

        observer.handshakeFailed(peer, "no common cipher suite", NOW);

        Hop hop = journal.hops().get(0);
        assertThat(hop.breaches())
                .extracting(Breach::rule)
                .map(Object::toString)
                .containsExactly("MTL-02");
        assertThat(hop.value(Fact.TLS_SUITE)).contains("none");
        assertThat(hop.client()).isEqualTo(new ClientCertificate.NotAsked());
    }

    @Test
    void aCertificateOfTheOtherBranchBreaksTheEnvironment() {
        List<Breach> breaches = PeerEvidence.of(peer(new Defect(DefectCode.WRONG_BRANCH, "TEST", "PRODUCTION")))
                .breaches();

        assertThat(breaches).singleElement().satisfies(breach -> {
            assertThat(breach.rule()).hasToString("ENV-01");
            assertThat(breach.expected().value()).isEqualTo("TEST");
            assertThat(breach.observed().value()).isEqualTo("PRODUCTION");
        });
    }

    @Test
    void aMalformedRequestIsAHopToo() {
        observer.requestRefused(
                new Peer(address(), List.of(), Optional.empty(), Optional.empty()), 400, "malformed", NOW);

        Hop hop = journal.hops().get(0);
        assertThat(hop.stage()).isEqualTo(Stage.REQUEST_REFUSED);
        assertThat(hop.status()).isEqualTo(400);
        assertThat(hop.client()).isEqualTo(new ClientCertificate.NotAsked());
        assertThat(hop.breaches()).isEmpty();
    }

    private static Peer peer(Defect defect) {
        return new Peer(address(), List.of(), Optional.of(new Judgement(List.of(defect))), Optional.empty());
    }

    private static InetSocketAddress address() {
        return InetSocketAddress.createUnresolved("localhost", 1);
    }
}
