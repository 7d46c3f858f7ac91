package fr.accroche.scenarios.suite;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.Stage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CaseJournalTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    private final CaseJournal journal = new CaseJournal();

    private static Hop hop(Instant at) {
        return HopNotes.open(Clock.fixed(at, ZoneOffset.UTC), Stage.HANDSHAKE_FAILED, "psc", "TLS")
                .answered(0);
    }

    /** It made a broken proxy fail one case more than it should. */
    @Test
    void aHopThatIsToldOfAfterItsCaseIsOfNoOther() {
        journal.begin(NOW);

        journal.record(hop(NOW.minusMillis(1)));
        journal.record(hop(NOW));

        assertThat(journal.hops()).extracting(Hop::at).containsExactly(NOW);
    }

    @Test
    void forgetsAtTheBeginningOfACase() {
        journal.record(hop(NOW));

        journal.begin(NOW.plusMillis(20));

        assertThat(journal.hops()).isEmpty();
    }
}
