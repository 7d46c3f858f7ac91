package fr.accroche.authserver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.wire.admin.MovableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExpiringStoreTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private final MovableClock clock = MovableClock.stoppedAt(START);
    private final ExpiringStore<String> store = new ExpiringStore<>(clock, 2);

    @Test
    void forgetsAtTheVeryInstant() {
        store.put("key", "value", START.plusSeconds(10));

        clock.advance(Duration.ofMillis(9_999));
        assertThat(store.get("key")).contains("value");

        clock.advance(Duration.ofMillis(1));
        assertThat(store.get("key")).isEmpty();
        assertThat(store.take("key")).isEmpty();
        assertThat(store.keys()).isEmpty();
    }

    @Test
    void dropsOldestBeyondCapacity() {
        store.put("a", "1", START.plusSeconds(10));
        store.put("b", "2", START.plusSeconds(10));
        store.put("c", "3", START.plusSeconds(10));

        assertThat(store.keys()).containsExactly("b", "c");
    }

    @Test
    void givesAwayOnce() {
        store.put("a", "1", START.plusSeconds(10));

        assertThat(store.take("a")).contains("1");
        assertThat(store.take("a")).isEmpty();
    }
}
