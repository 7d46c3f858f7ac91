package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.wire.admin.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private static final Duration REST = Duration.ofSeconds(10);

    private final MovableClock clock = MovableClock.stoppedAt(Chain.START);
    private final CircuitBreaker breaker = new CircuitBreaker(new Breaking(3, REST), clock);

    @Test
    void opensAfterSoManyFailuresInARow() {
        fail(2);
        permit().succeeded();
        fail(2);
        assertThat(breaker.isOpen()).isFalse();

        fail(1);

        assertThat(breaker.ask()).isEqualTo(new CircuitBreaker.Open(REST));
    }

    @Test
    void saysHowLongItWillBe() {
        fail(3);

        clock.advance(Duration.ofSeconds(4));

        assertThat(breaker.ask()).isEqualTo(new CircuitBreaker.Open(Duration.ofSeconds(6)));
    }

    @Test
    void letsOneCallTryAfterItsRest() {
        fail(3);
        clock.advance(REST);

        CircuitBreaker.Permit trial = permit();
        assertThat(breaker.ask()).isInstanceOf(CircuitBreaker.Open.class);
        trial.succeeded();

        assertThat(breaker.isOpen()).isFalse();
        permit();
        permit();
    }

    @Test
    void opensAgainWhereTheTrialFails() {
        fail(3);
        clock.advance(REST);

        permit().failed();

        assertThat(breaker.ask()).isEqualTo(new CircuitBreaker.Open(REST));
    }

    @Test
    void letsTheNextOneTryWhereTheTrialTellsNothing() {
        fail(3);
        clock.advance(REST);

        permit().abandoned();

        permit().succeeded();
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void letsAnotherOneTryWhereTheTrialIsNeverHeardOfAgain() {
        fail(3);
        clock.advance(REST);
        permit();

        clock.advance(REST);

        permit().succeeded();
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void takesNoWordOfCallsThatWereUnderWayWhenItOpened() {
        CircuitBreaker.Permit early = permit();
        fail(3);

        early.succeeded();

        assertThat(breaker.isOpen()).isTrue();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            permit().failed();
        }
    }

    private CircuitBreaker.Permit permit() {
        CircuitBreaker.Ruling ruling = breaker.ask();
        assertThat(ruling).isInstanceOf(CircuitBreaker.Permit.class);
        return (CircuitBreaker.Permit) ruling;
    }
}
