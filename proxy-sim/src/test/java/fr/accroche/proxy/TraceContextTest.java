package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.wire.Headers;
import fr.accroche.wire.Request;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class TraceContextTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void theCallersTraceGoesOnWithItsState() {
        Headers caller = Headers.of("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01", "tracestate", "a=1");

        Headers relayed = of(caller).in(caller);

        assertThat(relayed.first("traceparent"))
                .hasValueSatisfying(value ->
                        assertThat(value).startsWith("00-" + TRACE + "-").doesNotContain("00f067aa0ba902b7"));
        assertThat(relayed.first("tracestate")).contains("a=1");
    }

    @Test
    void aTraceOfOurOwnTakesNoStateAlong() {
        Headers caller = Headers.of("tracestate", "a=1");

        Headers relayed = of(caller).in(caller);

        assertThat(relayed.first("traceparent")).isPresent();
        assertThat(relayed.first("tracestate")).isEmpty();
    }

    private static TraceContext of(Headers headers) {
        return TraceContext.of(new Request("GET", "/", headers, new byte[0], null), new SecureRandom());
    }
}
