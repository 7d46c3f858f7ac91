package fr.accroche.wire.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MovableClockTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    /** Real time, in the hand of the test. */
    private final MovableClock real = MovableClock.stoppedAt(NOON);

    private final MovableClock clock = MovableClock.running(real);

    @Test
    void runsWithRealTimeAndItsOffset() {
        clock.advance(Duration.ofHours(4));
        real.advance(Duration.ofSeconds(1));

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(4 * 3600 + 1));
        assertThat(clock.reading()).isEqualTo(new MovableClock.Reading(clock.instant(), Duration.ofHours(4), false));
    }

    @Test
    void standsWhereItIsStoppedAndRunsOnFromThere() {
        clock.freeze();
        real.advance(Duration.ofMinutes(10));
        assertThat(clock.instant()).isEqualTo(NOON);
        assertThat(clock.reading().frozen()).isTrue();

        clock.advance(Duration.ofMinutes(1));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(60));

        clock.unfreeze();
        real.advance(Duration.ofSeconds(5));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(65));
    }

    @Test
    void goesBackByResetAlone() {
        clock.set(NOON.plusSeconds(60));

        assertThatIllegalArgumentException().isThrownBy(() -> clock.set(NOON)).withMessageContaining("forward only");
        assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.ofNanos(-1)));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(60));

        clock.freeze();
        clock.reset();
        assertThat(clock.reading()).isEqualTo(new MovableClock.Reading(NOON, Duration.ZERO, false));
    }

    @Test
    void goesNoFurtherThanWhatDatesBear() {
        assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.ofSeconds(Long.MAX_VALUE)));
        assertThatIllegalArgumentException().isThrownBy(() -> clock.set(Instant.MAX));
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void movesInEveryZoneAtOnce() {
        Clock paris = clock.withZone(ZoneId.of("Europe/Paris"));
        clock.advance(Duration.ofDays(1));

        assertThat(paris.getZone()).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(paris.instant()).isEqualTo(clock.instant());
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void timePassesAtOnceWhereItIsStopped() throws InterruptedException {
        clock.freeze();

        clock.pass(Duration.ofHours(1));

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(3600));
    }

    @Test
    void losesNoMoveOfSeveralThreads() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 1000; i++) {
            threads.execute(() -> clock.advance(Duration.ofSeconds(1)));
        }
        threads.shutdown();

        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(1000));
    }
}
