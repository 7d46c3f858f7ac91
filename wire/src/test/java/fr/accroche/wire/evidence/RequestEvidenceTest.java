package fr.accroche.wire.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Negotiated;
import fr.accroche.wire.Peer;
import fr.accroche.wire.Request;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestEvidenceTest {

    private static final String NUMBER = "DMP SIMULE/1";

    @Test
    void aRequestTellsItsTlsAndNothingOfAQueryItDoesNotHave() {
        Hop hop = noted("/lps");

        assertThat(hop.value(Fact.TLS_PROTOCOL)).contains("TLSv1.2");
        assertThat(hop.value(Fact.TLS_SUITE)).contains("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
        assertThat(hop.fact(Fact.QUERY_VALUES)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/lps?a=1&n=DMP+SIMULE%2F1", "/lps?n=1&n=DMP%20SIMULE/1", "/lps?DMP%20SIMULE%2F1"})
    void aNumberIsKnownAgainInAQuery(String target) {
        String digest = Fact.QUERY_VALUES.redact(NUMBER);

        assertThat(noted(target).value(Fact.QUERY_VALUES).orElseThrow().split(" "))
                .contains(digest);
    }

    @Test
    void aQueryThatIsNoFormIsNotedToo() {
        assertThat(noted("/lps?%zz").value(Fact.QUERY_VALUES)).contains(Fact.QUERY_VALUES.redact("%zz"));
    }

    private static Hop noted(String target) {
        Negotiated tls = new Negotiated("TLSv1.2", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
        InetSocketAddress address = InetSocketAddress.createUnresolved("localhost", 1);
        Peer peer = new Peer(address, List.of(), Optional.empty(), Optional.of(tls));
        Request request = new Request("POST", target, Headers.EMPTY, new byte[0], peer);
        HopNotes notes = HopNotes.open(Clock.systemUTC(), Stage.BUSINESS, "dmp", request.toString());
        return RequestEvidence.in(notes, request).answered(200);
    }
}
