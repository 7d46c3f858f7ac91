package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A day of the clock with ten thousand sessions holds what lives and nothing else. */
class MemoryTest {

    private static final int SESSIONS = 10_000;

    /** What can live at once: sessions of half an hour without use, used once more each at most. */
    private static final int ALIVE = SESSIONS / 24;

    @Test
    void aDayOfSessionsLeavesNothingBehind() {
        SimulatedDay day = new SimulatedDay(SESSIONS);
        AtomicInteger mostAtNoon = new AtomicInteger();
        AtomicInteger mostAtNight = new AtomicInteger();

        day.run(come -> {
            int held = day.held();
            (come < SESSIONS / 2 ? mostAtNoon : mostAtNight).accumulateAndGet(held, Math::max);
            assertThat(held).isLessThan(4 * ALIVE);
        });

        assertThat(mostAtNight.get()).isLessThan(mostAtNoon.get() * 11 / 10);
        assertThat(day.held()).isPositive();
        day.clock.advance(Duration.ofHours(4));
        assertThat(day.held()).isZero();
    }
}
