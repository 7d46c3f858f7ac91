package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who gets the places of a server that has fewer than there are callers. */
@Timeout(30)
class ConnectionPoolTest {

    private static final Origin ORIGIN = Origin.of(URI.create("https://localhost:1/"));

    private final ConnectionPool pool = new ConnectionPool(1);

    @Test
    void letsNobodyWhoComesLaterPastThoseWhoWait() {
        // Given
        assertThat(pool.enter(ORIGIN, now())).isTrue();
        List<CompletableFuture<Boolean>> waiting = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            waiting.add(waiter(later()));
        }

        for (CompletableFuture<Boolean> first : waiting) {
            // When
            pool.leave(ORIGIN, Optional.empty());

            // Then
            assertThat(pool.enter(ORIGIN, now())).isFalse();
            assertThat(first.join()).isTrue();
        }
        pool.leave(ORIGIN, Optional.empty());
        assertThat(pool.enter(ORIGIN, now())).isTrue();
    }

    @Test
    void givesNoPlaceToWhoHasGivenUp() {
        assertThat(pool.enter(ORIGIN, now())).isTrue();
        assertThat(pool.enter(ORIGIN, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20)))
                .isFalse();

        pool.leave(ORIGIN, Optional.empty());

        assertThat(pool.enter(ORIGIN, now())).isTrue();
    }

    @Test
    void tellsThoseWhoWaitThatItCloses() {
        assertThat(pool.enter(ORIGIN, now())).isTrue();
        CompletableFuture<Boolean> waiting = waiter(later());

        pool.close();

        assertThat(waiting.handle((placed, failure) -> failure).join()).isInstanceOf(IllegalStateException.class);
    }

    /** One that waits already. */
    private CompletableFuture<Boolean> waiter(long end) {
        CompletableFuture<Boolean> placed = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                placed.complete(pool.enter(ORIGIN, end));
            } catch (RuntimeException failure) {
                placed.completeExceptionally(failure);
            }
        });
        thread.setDaemon(true);
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return placed;
    }

    private static long now() {
        return System.nanoTime();
    }

    private static long later() {
        return System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    }
}
