package fr.accroche.authserver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.state.MemoryState;
import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.Store;
import fr.accroche.wire.state.SweptStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Two servers that share their keys, in one process. */
class SharedSigningKeysTest {

    private static final JsonObject CLAIMS = JsonObject.EMPTY.with("sid", "s");

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE);
    private final Counted state = new Counted();
    private final SigningKeys here = shared(state);
    private final SigningKeys there = shared(state);

    private SigningKeys shared(State state) {
        return EllipticKeys.ring(new SecureRandom()).sharedIn(state, "psc.keys", nanos::get);
    }

    @Test
    void haveTheKeysOfWhoeverCameFirst() {
        assertThat(there.keySet()).isEqualTo(here.keySet());
        assertThat(there.claims(here.sign(CLAIMS))).contains(CLAIMS);
        assertThat(here.claims(there.sign(CLAIMS))).contains(CLAIMS);
        assertThat(here.ids()).hasSize(1);
    }

    @Test
    void aRotationIsVerifiedAndPublishedAtOnceAtTheOther() {
        here.rotate();
        String signed = here.sign(CLAIMS);

        assertThat(there.claims(signed)).contains(CLAIMS);
        assertThat(there.keySet()).isEqualTo(here.keySet());
        assertThat(there.ids()).hasSize(2);
    }

    @Test
    void aRotationSignsAtTheOtherAMomentLater() {
        String old = here.ids().get(0);
        here.rotate();
        assertThat(SigningKey.idIn(there.sign(CLAIMS))).contains(old);

        later();

        assertThat(SigningKey.idIn(there.sign(CLAIMS))).contains(here.ids().get(0));
    }

    @Test
    void rotationsOfBothAddUp() {
        here.rotate();
        there.rotate();

        assertThat(here.ids()).hasSize(3).doesNotHaveDuplicates().isEqualTo(there.ids());
    }

    @Test
    void whatOneForgetsTheOtherVerifiesNoMoreAMomentLater() {
        String signed = there.sign(CLAIMS);
        here.rotate();
        here.forgetOld();

        assertThat(there.ids()).hasSize(1).isEqualTo(here.ids());
        later();
        assertThat(there.claims(signed)).isEmpty();
    }

    @Test
    void signingAsksTheStateNoMoreThanOnceInAMoment() {
        state.asked.set(0);
        for (int i = 0; i < 20; i++) {
            there.claims(there.sign(CLAIMS));
        }
        assertThat(state.asked).hasValue(0);

        later();
        for (int i = 0; i < 20; i++) {
            there.claims(there.sign(CLAIMS));
        }
        assertThat(state.asked).hasValue(1);
    }

    @Test
    void whatNoKeyOfOursSignedAsksTheStateOnlyWhereItNamesAKey() {
        String foreign = EllipticKeys.ring(new SecureRandom()).sign(CLAIMS);
        state.asked.set(0);

        assertThat(there.claims("not a token")).isEmpty();
        assertThat(there.claims("eyJhbGciOiJIUzI1NiJ9.e30.AAAA")).isEmpty();
        assertThat(state.asked).hasValue(0);
        assertThat(there.claims(foreign)).isEmpty();
        assertThat(state.asked).hasValue(1);
    }

    @Test
    void aStateThatLostThemGetsThemAgain() {
        String signed = here.sign(CLAIMS);
        here.rotate();
        state.keys("psc.keys").clear();

        assertThat(there.ids()).hasSize(1);
        assertThat(here.keySet()).isEqualTo(there.keySet());
        assertThat(here.claims(signed)).contains(CLAIMS);
    }

    @Test
    void othersWithAStateOfTheirOwnStayApart() {
        SigningKeys apart = shared(new MemoryState(Clock.systemUTC()));
        SigningKeys otherwiseNamed = EllipticKeys.ring(new SecureRandom()).sharedIn(state, "api.keys");

        here.rotate();

        assertThat(apart.ids()).hasSize(1).doesNotContainAnyElementsOf(here.ids());
        assertThat(otherwiseNamed.ids()).hasSize(1).doesNotContainAnyElementsOf(here.ids());
        assertThat(apart.claims(here.sign(CLAIMS))).isEmpty();
    }

    @Test
    void noPrivateKeyIsInWhatIsPrinted() {
        SharedKeys shared = state.keys("psc.keys").get("all").orElseThrow();

        assertThat(shared.toString()).contains(here.ids().get(0)).doesNotContain("\"d\"");
        assertThat(here.keySet().compact()).doesNotContain("\"d\"");
    }

    private void later() {
        nanos.addAndGet(Duration.ofMillis(200).toNanos());
    }

    /** Counts how often it is asked for something by key. */
    private static final class Counted implements State {

        private final MemoryState memory = new MemoryState(Clock.systemUTC());
        private final AtomicInteger asked = new AtomicInteger();

        Store<SharedKeys> keys(String name) {
            return memory.store(name, Shape.of(SharedKeys.class), 1);
        }

        @Override
        public <V> Store<V> store(String name, Shape<V> shape, int capacity) {
            return new CountedStore<>(memory.store(name, shape, capacity), asked);
        }

        @Override
        public <V> SweptStore<V> swept(String name, Shape<V> shape, int capacity) {
            return memory.swept(name, shape, capacity);
        }

        @Override
        public void require() {
            memory.require();
        }
    }
}
