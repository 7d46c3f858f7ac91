package fr.accroche.teleservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.compliance.declaration.Settings;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Peer;
import fr.accroche.wire.Request;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.admin.MovableClock;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HopBookTest {

    @Test
    void recordsACallThatWeFailToServe() throws Exception {
        RecordingJournal journal = new RecordingJournal();
        try (WireRuntime runtime = WireRuntime.start()) {
            Surroundings around =
                    new Surroundings(journal, MovableClock.running(Clock.systemUTC()), new Random(7), runtime);
            HopBook book = new HopBook("dmp", Teleservice.DMP, around, Settings.DEFAULT);
            Peer peer = new Peer(new InetSocketAddress("127.0.0.1", 1), List.of(), Optional.empty(), Optional.empty());
            Request request = new Request("POST", "/lps?secret=1", Headers.EMPTY, new byte[0], peer);

            assertThatThrownBy(() -> book.recording(call -> {
                                throw new IllegalStateException("a defect of ours");
                            })
                            .handle(request))
                    .isInstanceOf(IllegalStateException.class);
        }

        Hop hop = journal.take();
        assertThat(hop.status()).isEqualTo(500);
        assertThat(hop.call()).isEqualTo("POST /lps");
        assertThat(journal.isEmpty()).isTrue();
    }
}
