package fr.accroche.authserver;

import fr.accroche.wire.state.Change;
import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.StateUnavailableException;
import fr.accroche.wire.state.Store;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * One of all the copies of a server, which the first of them fills. What a copy knows of it is {@value #MOMENT_MILLIS} ms old at
 * most when it signs, so that signing need not ask each time. Without what they share, a copy goes on with what it knows.
 */
final class SharedKeyBoard implements KeyBoard {

    private static final int MOMENT_MILLIS = 200;
    private static final long MOMENT_NANOS = Duration.ofMillis(MOMENT_MILLIS).toNanos();
    private static final String ALL = "all";

    /** @param turn of the look that found them: of two looks the later one is right */
    private record Known(long turn, SharedKeys shared, Keyring keys) {}

    private final Store<SharedKeys> store;
    private final LongSupplier nanos;
    private final AtomicReference<Known> known;
    private final AtomicLong turns = new AtomicLong();
    private final AtomicLong nextLook;

    /**
     * @param proposed what hangs here if no copy was faster
     * @throws StateUnavailableException if what is shared cannot be reached
     */
    SharedKeyBoard(State state, String name, Keyring proposed, LongSupplier nanos) {
        this.store = state.store(name, Shape.of(SharedKeys.class), 1);
        this.nanos = nanos;
        this.known = new AtomicReference<>(new Known(0, SharedKeys.of(proposed), proposed));
        this.nextLook = new AtomicLong(nanos.getAsLong() + MOMENT_NANOS);
        look();
    }

    @Override
    public Keyring recent() {
        long due = nextLook.get();
        long now = nanos.getAsLong();
        // one thread looks, and no other waits for it
        boolean mine = now - due >= 0 && nextLook.compareAndSet(due, now + MOMENT_NANOS);
        return mine ? latest() : known.get().keys();
    }

    @Override
    public Keyring latest() {
        try {
            return look();
        } catch (StateUnavailableException away) {
            return known.get().keys();
        }
    }

    private Keyring look() {
        long turn = turns.incrementAndGet();
        return learn(turn, store.get(ALL).orElseGet(this::propose));
    }

    /** Also where the store lost what it had: the copies still know it. */
    private SharedKeys propose() {
        SharedKeys mine = known.get().shared();
        return store.change(
                ALL,
                there -> there.map(Change::<SharedKeys, SharedKeys>none)
                        .orElseGet(() -> Change.to(mine, State.FOR_EVER, mine)));
    }

    @Override
    public void change(UnaryOperator<Keyring> change) {
        SharedKeys changed = store.change(ALL, there -> {
            Known before = known.get();
            SharedKeys next = SharedKeys.of(
                    change.apply(there.map(each -> read(each, before)).orElse(before.keys())));
            return Change.to(next, State.FOR_EVER, next);
        });
        learn(turns.incrementAndGet(), changed);
    }

    private Keyring learn(long turn, SharedKeys found) {
        Known before = known.get();
        Keyring keys = found.equals(before.shared()) ? before.keys() : read(found, before);
        known.accumulateAndGet(
                new Known(turn, found, keys), (there, mine) -> mine.turn() > there.turn() ? mine : there);
        return keys;
    }

    /** @throws IllegalStateException for what another version of accroche wrote */
    private static Keyring read(SharedKeys found, Known before) {
        Keyring keys = found.keys(key -> before.keys()
                .published()
                .filter(mine -> mine.id().equals(key.id()))
                .findFirst()
                .orElseGet(() -> SigningKey.read(key.jwk())));
        if (keys.rings().size() != before.keys().rings().size()) {
            throw new IllegalStateException(
                    "the keys that are shared are of other algorithms: do all copies run the same version of accroche?");
        }
        return keys;
    }
}
