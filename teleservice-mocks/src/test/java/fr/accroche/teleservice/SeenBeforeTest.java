package fr.accroche.teleservice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.wire.admin.MovableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SeenBeforeTest {

    private final MovableClock clock = MovableClock.stoppedAt(Instant.parse("2026-11-22T10:00:00Z"));
    private final SeenBefore seen = new SeenBefore(clock, Duration.ofMinutes(10), 3);

    @Test
    void knowsATextAgainUntilItsTimeIsOver() {
        assertThat(seen.first("a")).isTrue();
        assertThat(seen.first("a")).isFalse();
        assertThat(seen.has("a")).isTrue();

        clock.advance(Duration.ofMinutes(10));

        assertThat(seen.has("a")).isFalse();
        assertThat(seen.size()).isZero();
        assertThat(seen.first("a")).isTrue();
    }

    @Test
    void forgetsTheOldestBeyondItsPlace() {
        for (String text : new String[] {"a", "b", "c", "d"}) {
            seen.first(text);
        }

        assertThat(seen.size()).isEqualTo(3);
        assertThat(seen.has("a")).isFalse();
        assertThat(seen.has("d")).isTrue();
    }

    @Test
    void doesNotKeepVeryLongTexts() {
        assertThat(seen.first("x".repeat(1_000))).isTrue();
        assertThat(seen.size()).isZero();
    }

    @Test
    void forgetsAllWhenAsked() {
        seen.first("a");

        seen.clear();

        assertThat(seen.first("a")).isTrue();
    }
}
