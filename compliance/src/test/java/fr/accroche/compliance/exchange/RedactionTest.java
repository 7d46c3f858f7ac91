package fr.accroche.compliance.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RedactionTest {

    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    @Test
    void aTokenIsNeverKeptYetTwoNotesOfItAreEqual() {
        Hop one = HopNotes.open(CLOCK, Stage.EXCHANGE, "as", "POST /token")
                .note(Fact.PSC_TOKEN, "eyJ.secret.sig", "form/subject_token")
                .answered(200);
        Hop two = HopNotes.open(CLOCK, Stage.PSC_INTROSPECTION, "psc", "POST /introspect")
                .note(Fact.PSC_TOKEN, "eyJ.secret.sig", "form/token")
                .answered(200);

        assertThat(one.toString() + two).doesNotContain("secret");
        assertThat(one.value(Fact.PSC_TOKEN)).isPresent().isEqualTo(two.value(Fact.PSC_TOKEN));
        assertThat(Fact.PSC_TOKEN.redact("other"))
                .isNotEqualTo(one.value(Fact.PSC_TOKEN).orElseThrow());
    }

    @Test
    void aHomologationNumberIsMaskedButStillCompares() {
        assertThat(Fact.LPS_NUMBER.redact("DMP-SIMULE-0001"))
                .startsWith("DMP-…#")
                .doesNotContain("0001");
        assertThat(Fact.LPS_NUMBER.redact("DMP-SIMULE-0002")).isNotEqualTo(Fact.LPS_NUMBER.redact("DMP-SIMULE-0001"));
        assertThat(Fact.LPS_NUMBER.redact("123"))
                .doesNotContain("123".substring(1))
                .startsWith("…#");
        assertThat(Fact.LPS_NUMBER.redact("")).isEmpty();
    }

    @Test
    void aQueryLeavesOnlyWhatANumberIsKnownAgainBy() {
        String kept = Fact.QUERY_VALUES.redact("lps\nDMP-SIMULE-0001\nlps");

        assertThat(kept).matches("#[0-9a-f]{6} #[0-9a-f]{6}").doesNotContain("SIMULE");
        assertThat(Fact.LPS_NUMBER.redact("DMP-SIMULE-0001")).endsWith(kept.split(" ")[1]);
    }

    @Test
    void aPatientIsNeverKeptYetItsKindIs() {
        String kept = Fact.VIHF_PATIENT.redact("290019999900113^^^&1.2.250.1.213.1.4.10&ISO^NH");

        assertThat(kept).matches("#[0-9a-f]{6}\\^\\^\\^&1\\.2\\.250\\.1\\.213\\.1\\.4\\.10&ISO\\^NH");
        assertThat(Fact.BODY_PATIENT.redact("290019999900113^^^&1.2.250.1.213.1.4.10&ISO^NH"))
                .isEqualTo(kept);
        assertThat(Fact.VIHF_PATIENT.redact("290019999900113")).matches("#[0-9a-f]{6}");
        assertThat(Fact.VIHF_PATIENT.redact("x^^^&290019999900113&ISO^NH")).matches("#[0-9a-f]{6}");
        assertThat(Fact.VIHF_PATIENT.redact("")).isEmpty();
    }

    @Test
    void whatAStrangerWroteIsCut() {
        Hop hop = HopNotes.open(CLOCK, Stage.PSC_CIBA, "psc", "POST /")
                .note(Fact.SCOPE, "x".repeat(1_000_000), "form/scope")
                .answered(200);

        assertThat(hop.value(Fact.SCOPE).orElseThrow()).hasSize(501).endsWith("…");
    }

    @Test
    void theJournalKeepsTheLatestHops() {
        InMemoryJournal journal = new InMemoryJournal(2);
        for (String call : new String[] {"GET /1", "GET /2", "GET /3"}) {
            journal.record(HopNotes.open(CLOCK, Stage.BUSINESS, "dmp", call).answered(200));
        }

        assertThat(journal.hops()).extracting(Hop::call).containsExactly("GET /2", "GET /3");
        assertThat(journal.dropped()).isEqualTo(1);
    }
}
