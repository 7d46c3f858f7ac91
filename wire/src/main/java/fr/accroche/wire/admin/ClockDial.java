package fr.accroche.wire.admin;

import fr.accroche.wire.state.Change;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a movable clock shows, in one process; where others share it, changes are made in the store, and this process shows the last
 * one that it saw. Reading it waits for nothing. Thread-safe.
 */
final class ClockDial {

    /** The one value of the store. */
    private static final String HANDS = "hands";

    private final Clock real;
    private final ClockHands first;
    private final AtomicReference<Shown> shown;
    private volatile Optional<Store<ClockHands>> shared = Optional.empty();

    /**
     * @param hands as they stand
     * @param notBefore what was shown when they were taken over from another process, whose clock may be a little behind
     */
    private record Shown(ClockHands hands, Instant notBefore) {

        static Shown of(ClockHands hands) {
            return new Shown(hands, Instant.MIN);
        }

        Instant at(Instant real) {
            Instant at = hands.at(real);
            return at.isBefore(notBefore) ? notBefore : at;
        }

        /** Later hands are taken over; only after a reset may they show an earlier time. */
        Shown then(ClockHands later, Instant real) {
            if (later.turn() <= hands.turn()) {
                return this;
            }
            return later.resets() == hands.resets() ? new Shown(later, at(real)) : of(later);
        }
    }

    ClockDial(Clock real, ClockHands first) {
        this.real = real;
        this.first = first;
        this.shown = new AtomicReference<>(Shown.of(first));
    }

    Instant at(Instant now) {
        return shown.get().at(now);
    }

    boolean stopped() {
        return shown.get().hands().stopped().isPresent();
    }

    boolean isShared() {
        return shared.isPresent();
    }

    /** Takes part in what others share from now on; what they did before holds here too. */
    void share(Store<ClockHands> store) {
        shared = Optional.of(store);
        follow();
    }

    /** Looks what others did. A store that was emptied, or lost its latest, gets it again from whoever saw it. */
    void follow() {
        shared.ifPresent(store -> {
            Optional<ClockHands> there = store.get(HANDS);
            there.ifPresent(this::takeOver);
            ClockHands here = shown.get().hands();
            if (there.map(ClockHands::turn).orElse(0L) < here.turn()) {
                takeOver(store.change(
                        HANDS,
                        found -> found.filter(hands -> hands.turn() >= here.turn())
                                .map(Change::<ClockHands, ClockHands>none)
                                .orElseGet(() -> Change.to(here, State.FOR_EVER, here))));
            }
        });
    }

    private void takeOver(ClockHands later) {
        Instant now = real.instant();
        shown.updateAndGet(was -> was.then(later, now));
    }

    /**
     * Changes the hands.
     *
     * @param change of the hands that are there and the time that is shown; may be asked again
     */
    void change(Turning change) {
        Optional<Store<ClockHands>> store = shared;
        if (store.isEmpty()) {
            shown.updateAndGet(was -> Shown.of(turned(was, change)));
            return;
        }
        takeOver(store.get().change(HANDS, there -> {
            Instant now = real.instant();
            Shown seen = shown.get();
            ClockHands next = turned(there.map(hands -> seen.then(hands, now)).orElse(seen), change);
            return Change.to(next, State.FOR_EVER, next);
        }));
    }

    private ClockHands turned(Shown was, Turning change) {
        Instant now = real.instant();
        return change.of(was.hands(), was.at(now), now);
    }

    void reset() {
        change((was, at, now) -> was.reset(first));
    }

    /** A change of the hands. */
    @FunctionalInterface
    interface Turning {

        /**
         * @param was how they stand
         * @param at what they show
         * @param now real time
         */
        ClockHands of(ClockHands was, Instant at, Instant now);
    }
}
