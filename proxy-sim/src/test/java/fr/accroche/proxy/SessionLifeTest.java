package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.wire.Response;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a session is over, as the LPS sees it. */
class SessionLifeTest {

    private static final String NO_SESSION = "{\"code\":\"401\",\"message\":\"No session found.\",\"metadata\":{}}";

    private Chain chain;
    private Lps lps;
    private String cookie;

    @BeforeEach
    void connect() throws Exception {
        chain = Chain.sound();
        lps = chain.lps();
        lps.connect(Chain.ALPHA);
        cookie = lps.cookie().orElseThrow();
    }

    @AfterEach
    void close() {
        chain.close();
    }

    @Test
    void isOverAfterHalfAnHourWithoutUse() throws Exception {
        // Given
        chain.clock.advance(Duration.ofMinutes(30).minusSeconds(1));
        assertThat(lps.get("/send/dmp/x").status()).isEqualTo(200);

        // When
        chain.clock.advance(Duration.ofMinutes(30));
        Response response = lps.get("/send/dmp/x");

        // Then
        assertOver(response);
        assertThat(chain.teleservices.seen()).hasSize(1);
        assertThat(lps.holding(cookie).disconnect().status()).isEqualTo(401);
    }

    @Test
    void isOverAfterFourHoursHoweverUsed() throws Exception {
        // Given
        for (int used = 0; used < 9; used++) {
            chain.clock.advance(Duration.ofMinutes(25));
            assertThat(lps.get("/send/dmp/x").status()).isEqualTo(200);
        }

        // When
        chain.clock.advance(Duration.ofMinutes(15));

        // Then
        assertOver(lps.get("/send/dmp/x"));
    }

    @Test
    void isUsedByAConnectionThatIsReplayed() throws Exception {
        // Given
        chain.clock.advance(Duration.ofMinutes(20));
        assertThat(lps.connect(Chain.ALPHA).status()).isEqualTo(304);

        // When
        chain.clock.advance(Duration.ofMinutes(20));

        // Then
        assertThat(lps.get("/send/dmp/x").status()).isEqualTo(200);
        assertThat(chain.psc.seen(FakePsc.CIBA)).hasSize(1);
    }

    @Test
    void leavesRoomForANewOne() throws Exception {
        // Given
        chain.clock.advance(Duration.ofMinutes(30));

        // When
        Response again = lps.connect(Chain.ALPHA);

        // Then
        assertThat(again.status()).isEqualTo(200);
        assertThat(lps.cookie().orElseThrow()).isNotEqualTo(cookie);
        assertThat(lps.get("/send/dmp/x").status()).isEqualTo(200);
    }

    private static void assertOver(Response response) {
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.text()).isEqualTo(NO_SESSION);
        assertThat(response.headers().first("Set-Cookie").orElseThrow()).startsWith("proxy_session_id=; Max-Age=0;");
    }
}
