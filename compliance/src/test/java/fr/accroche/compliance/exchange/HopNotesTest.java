package fr.accroche.compliance.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HopNotesTest {

    private static final String PLACE = "SOAP/Security/Assertion/Subject/SomeWhere";

    private final HopNotes notes = HopNotes.open(Clock.systemUTC(), Stage.BUSINESS, "insi", "POST /lps");

    @Test
    void losesNoVariantOfARequestThatHasThemAll() {
        String all = Arrays.stream(Variant.values())
                .map(variant -> variant.name() + "=" + PLACE)
                .collect(Collectors.joining(" | "));

        Hop hop = notes.note(Fact.VARIANTS, all, "SOAP").answered(200);

        assertThat(hop.value(Fact.VARIANTS)).contains(all);
    }

    @Test
    void cutsWhatAStrangerWrote() {
        Hop hop = notes.note(Fact.ACTION, "a".repeat(10_000), "SOAP/Action")
                .note(Fact.VARIANTS, "a".repeat(10_000), "SOAP")
                .answered(200);

        assertThat(hop.value(Fact.ACTION).orElseThrow()).hasSize(501).endsWith("…");
        assertThat(hop.value(Fact.VARIANTS).orElseThrow()).hasSize(1_501).endsWith("…");
    }
}
