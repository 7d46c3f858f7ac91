package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.wire.Response;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A téléservice that fails again and again is left alone for a while, for the client that it fails. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BreakersTest {

    private final Chain chain = Chain.with(settings -> settings.withBreaking(new Breaking(2, Duration.ofSeconds(10))));
    private Lps lps;

    @BeforeEach
    void connect() throws Exception {
        chain.forget();
        lps = chain.lps();
        lps.connect(Chain.ALPHA);
    }

    @AfterAll
    void close() {
        chain.close();
    }

    @Test
    void refusesAtOnceWhereATeleserviceHasFailedAgainAndAgain() throws Exception {
        // Given
        fail("/dmp/x");

        // When
        Response refused = lps.post("/send/dmp/x", "<a/>");

        // Then
        assertThat(chain.teleservices.seen("/dmp/x")).hasSize(2);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.headers().first("Retry-After")).contains("10");
        assertThat(refused.headers().first("Proxy-Status").orElseThrow())
                .startsWith("proxy-esante; error=destination_unavailable; details=\"https://localhost:")
                .contains("failed 2 times in a row for alpha-edc-bas");
        assertThat(chain.lastHop().status()).isEqualTo(503);
        assertThat(lps.get("/__accroche/state").text()).contains("\"openBreakers\":1");
    }

    @Test
    void triesOnceAfterItsRest() throws Exception {
        // Given
        fail("/dmp/x");

        // When
        chain.clock.advance(Duration.ofSeconds(10));
        Response failed = lps.post("/send/dmp/x", "<a/>");
        Response refused = lps.post("/send/dmp/x", "<a/>");
        chain.clock.advance(Duration.ofSeconds(10));
        chain.teleservices.on("/dmp/x", Response.of(500));
        Response answered = lps.post("/send/dmp/x", "<a/>");
        chain.teleservices.on("/dmp/x", Response.of(200));
        Response next = lps.post("/send/dmp/x", "<a/>");

        // Then
        assertThat(failed.status()).isEqualTo(502);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(answered.status()).isEqualTo(500);
        assertThat(next.status()).isEqualTo(200);
    }

    @Test
    void leavesOtherRoutesAndOtherClientsAlone() throws Exception {
        // Given
        fail("/dmp/x");
        chain.teleservices.on("/dmp/x", Response.of(200));
        Lps other = chain.lps();
        other.connect(Chain.BETA);

        // Then
        assertThat(lps.post("/send/insi/x", "<a/>").status()).isEqualTo(200);
        assertThat(other.post("/send/dmp/x", "<a/>").status()).isEqualTo(200);
        assertThat(lps.post("/send/dmp/x", "<a/>").status()).isEqualTo(503);
    }

    @Test
    void takesNoAnswerForAFailureWhateverItSays() throws Exception {
        // Given
        chain.teleservices.on("/dmp/x", Response.of(503));

        // When
        for (int i = 0; i < 5; i++) {
            assertThat(lps.post("/send/dmp/x", "<a/>").status()).isEqualTo(503);
        }

        // Then
        assertThat(chain.teleservices.seen("/dmp/x")).hasSize(5);
    }

    private void fail(String path) throws IOException {
        chain.teleservices.on(path, Response.DROPPED);
        for (int i = 0; i < 2; i++) {
            assertThat(lps.post("/send" + path, "<a/>").status()).isEqualTo(502);
        }
    }
}
