package fr.accroche.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.Stage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CorrelatorTest {

    private static final String WIRE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String OTHER = "0af7651916cd43dd8448eb211c80319c";
    private static final String CALLER = "00f067aa0ba902b7";
    private static final String OWN = "b7ad6b7169203331";

    private final Correlator correlator = new Correlator(new Random(5));

    /** The proxy under test sends no traceparent, and the exchange's server begins one for the call that it causes. */
    @Test
    void assemblesWhatNamesNoTraceByItsTokens() {
        Hop ciba = hop(0, Stage.PSC_CIBA, Fact.AUTH_REQ_ID, "request", Fact.CLIENT_ID, "alpha");
        Hop token = hop(1, Stage.PSC_TOKEN, Fact.AUTH_REQ_ID, "request", Fact.PSC_TOKEN, "token");
        Hop credential = hop(3, Stage.CREDENTIAL, Fact.TRACE_ID, WIRE, Fact.PARENT_SPAN, OWN);
        Hop exchange = hop(2, Stage.EXCHANGE, Fact.TRACE_ID, WIRE, Fact.SPAN_ID, OWN, Fact.PSC_TOKEN, "token");

        List<TracedHop> placed = placed(ciba, token, credential, exchange);

        assertThat(placed.stream().map(TracedHop::traceId).distinct()).containsExactly(WIRE);
        assertThat(placed.stream().map(each -> each.hop().stage()))
                .containsExactly(Stage.PSC_CIBA, Stage.PSC_TOKEN, Stage.EXCHANGE, Stage.CREDENTIAL);
        assertThat(placed.get(2).spanId()).isEqualTo(OWN);
        assertThat(placed.get(3).parentSpan()).contains(OWN);
        assertThat(placed.stream().map(TracedHop::spanId)).doesNotHaveDuplicates();
    }

    @Test
    void goesOnWithATraceByWhatTiesToIt() {
        TracedHop first =
                placed(hop(0, Stage.PSC_CIBA, Fact.AUTH_REQ_ID, "request")).get(0);
        TracedHop second = placed(hop(9, Stage.PSC_TOKEN, Fact.AUTH_REQ_ID, "request", Fact.PSC_SESSION, "session"))
                .get(0);
        TracedHop third = placed(hop(
                        99,
                        Stage.PSC_LOGOUT,
                        Fact.PSC_SESSION,
                        "session",
                        Fact.TRACE_ID,
                        OTHER,
                        Fact.PARENT_SPAN,
                        CALLER))
                .get(0);

        assertThat(first.traceId())
                .matches("[0-9a-f]{32}")
                .isEqualTo(second.traceId())
                .isEqualTo(third.traceId());
        assertThat(third.parentSpan()).isEmpty();
        assertThat(third.caller()).contains(new TracedHop.Span(OTHER, CALLER));
    }

    @Test
    void keepsACallerOfTheSameTraceThatNobodyHereKnows() {
        TracedHop hop = placed(hop(0, Stage.PSC_CIBA, Fact.TRACE_ID, WIRE, Fact.PARENT_SPAN, CALLER))
                .get(0);

        assertThat(hop.traceId()).isEqualTo(WIRE);
        assertThat(hop.parentSpan()).contains(CALLER);
        assertThat(hop.caller()).isEmpty();
    }

    @Test
    void aStrayGoesWithTheOneSessionOfItsClient() {
        String one = placed(hop(0, Stage.PSC_CIBA, Fact.AUTH_REQ_ID, "1", Fact.CLIENT_ID, "alpha"))
                .get(0)
                .traceId();

        assertThat(placed(hop(1, Stage.PSC_TOKEN, Fact.CLIENT_ID, "alpha"))
                        .get(0)
                        .traceId())
                .isEqualTo(one);

        String another = placed(hop(2, Stage.PSC_CIBA, Fact.AUTH_REQ_ID, "2", Fact.CLIENT_ID, "alpha"))
                .get(0)
                .traceId();

        assertThat(placed(hop(3, Stage.PSC_TOKEN, Fact.CLIENT_ID, "alpha"))
                        .get(0)
                        .traceId())
                .isNotIn(one, another);
    }

    @Test
    void whatHasTimeIsNotPlacedAndStillTellsWhoseTheOthersAre() {
        Hop credential = hop(1, Stage.CREDENTIAL, Fact.TRACE_ID, OTHER, Fact.PARENT_SPAN, OWN);
        Hop exchange = hop(0, Stage.EXCHANGE, Fact.TRACE_ID, OTHER, Fact.SPAN_ID, OWN, Fact.PSC_TOKEN, "token");
        String trace =
                placed(hop(0, Stage.PSC_TOKEN, Fact.PSC_TOKEN, "token")).get(0).traceId();

        List<TracedHop> placed = correlator.placed(List.of(came(credential)), List.of(came(exchange)));

        assertThat(placed).singleElement().satisfies(only -> {
            assertThat(only.traceId()).isEqualTo(trace);
            assertThat(only.parentSpan()).isEqualTo(Optional.of(OWN));
        });
    }

    private List<TracedHop> placed(Hop... hops) {
        return correlator.placed(Stream.of(hops).map(CorrelatorTest::came).toList(), List.of());
    }

    private static Came came(Hop hop) {
        return new Came(hop, Duration.ZERO, 0);
    }

    private static Hop hop(long second, Stage stage, Object... facts) {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC);
        HopNotes notes = HopNotes.open(clock, stage, "server", "POST /");
        for (int i = 0; i < facts.length; i += 2) {
            notes.note((Fact) facts[i], (String) facts[i + 1], "here");
        }
        return notes.answered(200);
    }
}
