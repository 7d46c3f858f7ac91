package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-" + TRACE + "-00f067aa0ba902b7-01",
                "cc-" + TRACE + "-00f067aa0ba902b7-01",
                "cc-" + TRACE + "-00f067aa0ba902b7-01-what-the-future-brings"
            })
    void continuesAValidTrace(String value) {
        TraceParent trace = TraceParent.in(Headers.of("traceparent", value)).orElseThrow();

        assertThat(trace.traceId()).isEqualTo(TRACE);
        assertThat(trace.next(new SecureRandom()))
                .matches("00-" + TRACE + "-(?!0{16})(?!00f067aa0ba902b7)[0-9a-f]{16}-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-" + TRACE + "-00f067aa0ba902b7",
                "00-" + TRACE + "-00f067aa0ba902b7-01-more",
                "ff-" + TRACE + "-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"
            })
    void ignoresWhatIsNoTrace(String value) {
        assertThat(TraceParent.in(Headers.of("traceparent", value))).isEmpty();
    }

    @Test
    void recordsASpanWithinThatOfACallerWhoRecordsNone() {
        TraceParent caller = TraceParent.in(Headers.of("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-02"))
                .orElseThrow();
        TraceParent own = caller.within(new SecureRandom());

        assertThat(caller.recorded()).isFalse();
        assertThat(caller.spanId()).isEqualTo("00f067aa0ba902b7");
        assertThat(own.recorded()).isTrue();
        assertThat(own.value()).isEqualTo("00-" + TRACE + "-" + own.spanId() + "-03");
        assertThat(own.spanId()).matches("(?!0{16})(?!00f067aa0ba902b7)[0-9a-f]{16}");
    }

    @Test
    void beginsAnotherTraceEachTime() {
        TraceParent trace = TraceParent.begin(new SecureRandom());

        assertThat(trace.traceId()).matches("(?!0{32})[0-9a-f]{32}");
        assertThat(trace).isNotEqualTo(TraceParent.begin(new SecureRandom()));
    }

    @Test
    void trustsNoneOfTwo() {
        String value = "00-" + TRACE + "-00f067aa0ba902b7-01";

        assertThat(TraceParent.in(Headers.of("traceparent", value, "traceparent", value)))
                .isEmpty();
    }
}
