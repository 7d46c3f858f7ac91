package fr.accroche.wire.state;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.wire.admin.MovableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MemoryStoreTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private final MovableClock clock = MovableClock.stoppedAt(START);
    private final Store<String> store = new MemoryState(clock).store("test", Shape.of(String.class), 2);

    @Test
    void forgetsAtTheVeryInstant() {
        store.put("key", "value", START.plusSeconds(10));

        clock.advance(Duration.ofMillis(9_999));
        assertThat(store.get("key")).contains("value");

        clock.advance(Duration.ofMillis(1));
        assertThat(store.get("key")).isEmpty();
        assertThat(store.take("key")).isEmpty();
        assertThat(store.all().keySet()).isEmpty();
    }

    @Test
    void dropsOldestBeyondCapacity() {
        store.put("a", "1", START.plusSeconds(10));
        store.put("b", "2", START.plusSeconds(10));
        store.put("c", "3", START.plusSeconds(10));

        assertThat(store.all().keySet()).containsExactly("b", "c");
    }

    @Test
    void givesAwayOnce() {
        store.put("a", "1", START.plusSeconds(10));

        assertThat(store.take("a")).contains("1");
        assertThat(store.take("a")).isEmpty();
    }

    @Test
    void dropsWhatExpiredWhereverItStands() {
        store.put("long", "1", START.plusSeconds(1_000));
        store.put("short", "2", START.plusSeconds(10));
        clock.advance(Duration.ofSeconds(10));

        store.put("new", "3", START.plusSeconds(1_000));

        assertThat(store.all().keySet()).containsExactly("long", "new");
        assertThat(store.size()).isEqualTo(2);
    }

    @Test
    void aValuePutAgainLivesByItsNewInstantAndIsTheNewest() {
        store.put("a", "1", START.plusSeconds(10));
        store.put("b", "2", START.plusSeconds(30));
        store.put("a", "3", START.plusSeconds(20));
        clock.advance(Duration.ofSeconds(10));

        assertThat(store.get("a")).contains("3");
        store.put("c", "4", START.plusSeconds(30));
        assertThat(store.all().keySet()).containsExactly("a", "c");
        clock.advance(Duration.ofSeconds(20));
        assertThat(store.size()).isZero();
    }
}
