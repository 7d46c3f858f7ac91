package fr.accroche.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.state.Change;
import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.StateUnavailableException;
import fr.accroche.wire.state.Store;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is not known to be done is not done again behind its caller's back: done twice, it would look as if somebody else had done it. */
class LostAnswerTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant LATER = START.plusSeconds(60);

    @RegisterExtension
    static final RedisServer server = new RedisServer();

    private DroppingRelay relay;
    private RedisState state;
    private Store<Integer> numbers;

    @BeforeEach
    void behindARelay(TestInfo test) throws IOException {
        String room = test.getTestMethod().orElseThrow().getName();
        relay = DroppingRelay.before(server.address());
        state = RedisState.connect(relay.address(), room, MovableClock.stoppedAt(START));
        numbers = state.store("numbers", Shape.of(Integer.class), 10);
        numbers.put("there", 1, LATER);
    }

    @AfterEach
    void closed() throws IOException {
        state.close();
        relay.close();
    }

    /** Where many copies start at once on one machine, the answer may be there before they can read it. */
    @Test
    void aFirstConnectionThatIsAnsweredLateIsTriedAgain() {
        relay.keepNextWaiting();

        try (RedisState late = RedisState.connect(relay.address(), "lost", MovableClock.stoppedAt(START))) {
            late.require();
        }
    }

    @Test
    void aNewValueIsNotSaidToHaveBeenThere() {
        relay.loseNextAnswer();

        assertThatThrownBy(() -> numbers.putNew("new", 1, LATER)).isInstanceOf(StateUnavailableException.class);

        Eventually.holds(() -> assertThat(numbers.get("new")).contains(1));
    }

    @Test
    void whatWasTakenIsNotSaidToHaveBeenAbsent() {
        relay.loseNextAnswer();

        assertThatThrownBy(() -> numbers.take("there")).isInstanceOf(StateUnavailableException.class);

        Eventually.holds(() -> assertThat(numbers.get("there")).isEmpty());
    }

    @Test
    void aChangeIsNotMadeUponItself() {
        assertThatThrownBy(() -> numbers.change("there", before -> {
                    if (before.orElseThrow() == 1) {
                        relay.loseNextAnswer();
                    }
                    return Change.to(before.orElseThrow() + 1, LATER, before);
                }))
                .isInstanceOf(StateUnavailableException.class);

        Eventually.holds(() -> assertThat(numbers.get("there")).contains(2));
    }
}
