package fr.accroche.teleservice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.state.MemoryState;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeenBeforeTest {

    private final MovableClock clock = MovableClock.stoppedAt(Instant.parse("2026-11-22T10:00:00Z"));
    private final SeenBefore seen = new SeenBefore(new MemoryState(clock), "seen", clock, Duration.ofMinutes(10), 3);

    @Test
    void knowsATextAgainUntilItsTimeIsOver() {
        assertThat(comesFirst("a")).isTrue();
        assertThat(comesFirst("a")).isFalse();
        assertThat(seen.before(Set.of("a"))).containsExactly("a");

        clock.advance(Duration.ofMinutes(10));

        assertThat(seen.before(Set.of("a"))).isEmpty();
        assertThat(seen.size()).isZero();
        assertThat(comesFirst("a")).isTrue();
    }

    @Test
    void forgetsTheOldestBeyondItsPlace() {
        for (String text : new String[] {"a", "b", "c", "d"}) {
            comesFirst(text);
        }

        assertThat(seen.size()).isEqualTo(3);
        assertThat(seen.before(Set.of("a"))).isEmpty();
        assertThat(seen.before(Set.of("d"))).containsExactly("d");
    }

    @Test
    void doesNotKeepVeryLongTexts() {
        assertThat(comesFirst("x".repeat(1_000))).isTrue();
        assertThat(seen.size()).isZero();
    }

    @Test
    void forgetsAllWhenAsked() {
        comesFirst("a");

        seen.clear();

        assertThat(comesFirst("a")).isTrue();
    }

    @Test
    void ofTextsThatComeTogetherNoneIsRememberedWhereOneCameBefore() {
        comesFirst("a");

        assertThat(seen.remember(Set.of("a", "b"), false)).containsExactly("a");

        assertThat(seen.before(Set.of("b"))).isEmpty();
        assertThat(seen.remember(Set.of("a", "b"), true)).containsExactly("a");
        assertThat(seen.before(Set.of("b"))).containsExactly("b");
    }

    private boolean comesFirst(String text) {
        return seen.remember(Set.of(text), false).isEmpty();
    }
}
