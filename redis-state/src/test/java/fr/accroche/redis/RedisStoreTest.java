package fr.accroche.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.state.Change;
import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.StateUnavailableException;
import fr.accroche.wire.state.Store;
import fr.accroche.wire.state.SweptStore;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisStoreTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00.123456789Z");

    @RegisterExtension
    static final RedisServer server = new RedisServer();

    private final MovableClock clock = MovableClock.stoppedAt(START);
    private RedisState here;
    private RedisState there;

    @BeforeEach
    void twoCopies(TestInfo test) {
        String room = test.getTestMethod().orElseThrow().getName();
        here = RedisState.connect(server.address(), room, clock);
        there = RedisState.connect(server.address(), room, clock);
    }

    @AfterEach
    void closed() {
        here.close();
        there.close();
    }

    private static Store<String> texts(RedisState copy) {
        return copy.store("texts", Shape.of(String.class), 2);
    }

    @Test
    void whatOneCopyKeepsTheOtherTakesOnce() {
        texts(here).put("a", "1", START.plusSeconds(10));

        assertThat(texts(there).take("a")).contains("1");
        assertThat(texts(here).take("a")).isEmpty();
        assertThat(texts(here).size()).isZero();
    }

    @Test
    void forgetsAtTheVeryInstantOfTheMovedClock() {
        texts(here).put("a", "1", START.plusSeconds(10));

        clock.advance(Duration.ofMillis(9_999));
        assertThat(texts(there).get("a")).contains("1");
        clock.advance(Duration.ofMillis(1));

        assertThat(texts(there).get("a")).isEmpty();
        assertThat(texts(there).all()).isEmpty();
    }

    @Test
    void givesAMomentBackInItsOwnZone() {
        OffsetDateTime moment = OffsetDateTime.parse("2026-11-22T11:00:00.123456789+01:00");
        Shape<OffsetDateTime> shape = Shape.of(OffsetDateTime.class);
        here.store("moments", shape, 2).put("a", moment, START.plusSeconds(10));

        assertThat(there.store("moments", shape, 2).get("a")).contains(moment);
    }

    @Test
    void dropsTheOldestBeyondCapacityAndAValuePutAgainIsTheNewest() {
        texts(here).put("a", "1", START.plusSeconds(10));
        texts(there).put("b", "2", START.plusSeconds(10));
        texts(here).put("a", "3", START.plusSeconds(10));
        texts(there).put("c", "4", START.plusSeconds(10));

        assertThat(texts(here).all()).containsExactly(Map.entry("a", "3"), Map.entry("c", "4"));
    }

    @Test
    void ofTwentyThatComeAtOnceOneIsTheFirst() {
        List<CompletableFuture<Boolean>> all = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> texts(i % 2 == 0 ? here : there).putNew("a", "" + i, START.plusSeconds(10))))
                .toList();

        assertThat(all.stream().map(CompletableFuture::join)).containsOnlyOnce(true);
    }

    @Test
    void noChangeIsLostBetweenCopies() {
        Stream<CompletableFuture<Integer>> all = IntStream.range(0, 50)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> counters(i % 2 == 0 ? here : there)
                        .change("n", before -> {
                            int next = before.orElse(0) + 1;
                            return Change.to(next, START.plusSeconds(10), next);
                        })));

        assertThat(all.toList().stream().map(CompletableFuture::join)).doesNotHaveDuplicates();
        assertThat(counters(here).get("n")).contains(50);
        assertThat(counters(here).<String>change("n", before -> Change.gone("gone")))
                .isEqualTo("gone");
        assertThat(counters(there).get("n")).isEmpty();
    }

    private static Store<Integer> counters(RedisState copy) {
        return copy.store("counters", Shape.of(Integer.class), 10);
    }

    @Test
    void whatExpiredIsSweptByOneCopyOnly() {
        SweptStore<String> mine = here.swept("swept", Shape.of(String.class), 10);
        SweptStore<String> theirs = there.swept("swept", Shape.of(String.class), 10);
        mine.put("later", "2", START.plusSeconds(2));
        mine.put("sooner", "1", START.plusSeconds(1));
        mine.put("alive", "3", START.plusSeconds(9));
        clock.advance(Duration.ofSeconds(2));

        assertThat(theirs.get("later")).isEmpty();
        assertThat(theirs.size()).isEqualTo(1);
        assertThat(theirs.takeExpired()).containsExactly("1", "2");
        assertThat(mine.takeExpired()).isEmpty();
    }

    /** How a thing stands. */
    sealed interface Standing {
        record Nowhere() implements Standing {}

        record Waiting(Optional<Instant> since, Duration longest) implements Standing {}
    }

    enum Colour {
        RED
    }

    /** A thing that every process has. */
    static final class Known {
        final String name;

        Known(String name) {
            this.name = name;
        }
    }

    record Thing(
            Known known,
            Standing standing,
            List<Standing> others,
            JsonObject claims,
            Set<String> words,
            Map<Colour, String> colours,
            Optional<String> none) {}

    @Test
    void aRecordComesBackAsItWent() {
        Known known = new Known("one");
        Shape<Thing> shape = Shape.of(Thing.class)
                .naming(
                        Known.class,
                        each -> each.name,
                        name -> Optional.of(known).filter(it -> it.name.equals(name)));
        Thing thing = new Thing(
                known,
                new Standing.Waiting(Optional.of(START), Duration.ofMillis(1_500)),
                List.of(new Standing.Nowhere()),
                JsonObject.EMPTY.with("sub", "é\"").with("n", 12),
                Set.of("a", "b"),
                Map.of(Colour.RED, "rouge"),
                Optional.empty());

        here.store("things", shape, 10).put("x", thing, START.plusSeconds(1));

        assertThat(there.store("things", shape, 10).get("x")).contains(thing);
    }

    @Test
    void allAgreeOnWhatTheFirstProposed() {
        assertThat(here.agreed("key", () -> "mine")).isEqualTo("mine");
        assertThat(there.agreed("key", () -> "theirs")).isEqualTo("mine");

        assertThat(secondsLeft("agreed")).isEqualTo(-1);
        texts(here).put("a", "1", START.plusSeconds(10));
        assertThat(secondsLeft("texts")).isPositive();
    }

    private long secondsLeft(String store) {
        return here.call(redis -> redis.ttl("{" + here.named(store) + "}:values"));
    }

    @Test
    void aServerThatIsAwayIsSaidAndItsReturnSeen() {
        texts(here).put("a", "1", START.plusSeconds(10));
        server.stop();
        try {
            assertThatThrownBy(() -> texts(here).get("a"))
                    .isInstanceOf(StateUnavailableException.class)
                    .hasMessageContaining(server.address());
        } finally {
            server.start();
        }

        Eventually.holds(() -> assertThat(texts(here).get("a")).contains("1"));
    }
}
