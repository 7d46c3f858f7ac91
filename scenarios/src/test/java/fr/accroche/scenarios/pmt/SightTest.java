package fr.accroche.scenarios.pmt;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.exchange.ClientCertificate;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SightTest {

    private static final Instant BEGUN = Instant.parse("2026-11-28T00:00:00Z");

    /** A report keeps of four milliseconds and nine tenths but the four. */
    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "4600, true", "4999, true", "5000, false"})
    void isMadeDuringACallThatIsRecordedInWholeMilliseconds(long microseconds, boolean during) {
        Sight exchange = new Sight(1, 1, hop(BEGUN, Stage.EXCHANGE));
        Sight asked = new Sight(1, 2, hop(BEGUN.plusNanos(microseconds * 1000), Stage.CREDENTIAL));

        assertThat(asked.during(exchange)).isEqualTo(during);
        assertThat(new Sight(2, 2, asked.hop()).during(exchange)).isFalse();
    }

    private static Hop hop(Instant at, Stage stage) {
        return new Hop(
                at,
                Duration.ofMillis(4),
                stage,
                "server",
                "POST /",
                200,
                Optional.empty(),
                new ClientCertificate.NotAsked(),
                Map.of(),
                List.of());
    }
}
