package fr.accroche.wire.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.accroche.wire.state.MemoryState;
import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.Store;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Two clocks of two processes, which look at each other when the test says so. */
class SharedClockTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    private final MovableClock real = MovableClock.stoppedAt(NOON);
    private final MovableClock realThere = MovableClock.stoppedAt(NOON.minusMillis(150));
    private final State state = new MemoryState(real);
    private final MovableClock here = shared(real);
    private final MovableClock there = shared(realThere);

    private MovableClock shared(MovableClock own) {
        MovableClock clock = MovableClock.running(own);
        clock.dial().share(store());
        return clock;
    }

    private Store<ClockHands> store() {
        return state.store("clock", Shape.of(ClockHands.class), 1);
    }

    @Test
    void movesWhereAnyOfThemIsMoved() {
        here.advance(Duration.ofHours(1));
        there.advance(Duration.ofHours(1));
        here.dial().follow();

        assertThat(here.reading().offset()).isEqualTo(Duration.ofHours(2));
        assertThat(there.reading().offset()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void oneThatComesLaterIsAsTheOthersAre() {
        here.advance(Duration.ofHours(1));

        assertThat(shared(real).instant()).isEqualTo(NOON.plus(Duration.ofHours(1)));
    }

    @Test
    void allStopAtOneInstantThatNoneHasPassed() {
        here.freeze();
        realThere.advance(SharedClock.WITHIN);
        there.dial().follow();

        assertThat(here.instant()).isEqualTo(NOON.plus(SharedClock.WITHIN));
        assertThat(there.instant()).isEqualTo(here.instant());
    }

    @Test
    void stopsExactlyWhereItIsSet() {
        here.stopAt(NOON.plusSeconds(60));
        here.freeze();
        there.dial().follow();

        assertThat(here.instant()).isEqualTo(NOON.plusSeconds(60));
        assertThat(there.instant()).isEqualTo(NOON.plusSeconds(60));
        assertThatIllegalArgumentException().isThrownBy(() -> there.stopAt(NOON));
    }

    @Test
    void goesBackForResetOnlyWhateverTheOtherShows() {
        realThere.advance(Duration.ofSeconds(5));
        Instant shown = there.instant();
        here.freeze();
        there.dial().follow();
        assertThat(there.instant()).isEqualTo(shown);

        here.reset();
        there.dial().follow();
        assertThat(there.reading()).isEqualTo(new MovableClock.Reading(realThere.instant(), Duration.ZERO, false));
        here.unfreeze();
        there.dial().follow();
        assertThat(there.reading().offset()).isZero();
    }

    @Test
    void whatAStoreLostItGetsAgainFromWhoeverSawIt() {
        here.advance(Duration.ofHours(1));
        there.advance(Duration.ofHours(1));
        store().clear();
        MovableClock late = shared(real);
        late.advance(Duration.ofMinutes(1));

        there.dial().follow();
        here.dial().follow();
        late.dial().follow();

        assertThat(here.reading().offset()).isEqualTo(Duration.ofHours(2));
        assertThat(late.reading().offset()).isEqualTo(Duration.ofHours(2));
    }
}
