package fr.accroche.proxy;

import fr.accroche.wire.state.StateUnavailableException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * What renewals brought and could not be kept, as while the state is away: the only thing that is in this process alone, until it
 * is kept. Thread-safe.
 */
final class Unkept {

    private static final System.Logger LOG = System.getLogger(ProxySim.class.getName());

    /**
     * What a renewal brought in the place of a token that has ended by it.
     *
     * @param until when its place is anybody's
     */
    record Brought(Renewals.Place place, ApiToken ended, ApiToken token, Instant until) {}

    private final Clock clock;
    private final Consumer<Brought> store;
    private final Map<String, Brought> all = new ConcurrentHashMap<>();

    /** Those of which the log tells a defect already. */
    private final Set<Brought> told = ConcurrentHashMap.newKeySet();

    private final AtomicLong lost = new AtomicLong();

    /** @param store keeps one where all copies find it; twice is as once */
    Unkept(Clock clock, Consumer<Brought> store) {
        this.clock = clock;
        this.store = store;
    }

    /** Nobody but this process has it until it is kept: whatever prevents that, it waits here. */
    void keep(Brought brought) {
        all.put(brought.place().key(), brought);
        kept(brought);
    }

    private void kept(Brought brought) {
        store.accept(brought);
        forget(brought);
    }

    private boolean forget(Brought brought) {
        told.remove(brought);
        return all.remove(brought.place().key(), brought);
    }

    Optional<ApiToken> token(String key) {
        return Optional.ofNullable(all.get(key)).map(Brought::token);
    }

    /** @throws StateUnavailableException where the state is away */
    void keepAll() {
        all.values().forEach(this::keepOrGiveUp);
    }

    /** A defect with one is no other's; it is tried again until somebody else has renewed the token. */
    private void keepOrGiveUp(Brought brought) {
        try {
            kept(brought);
        } catch (StateUnavailableException away) {
            throw away;
        } catch (RuntimeException defect) {
            if (told.add(brought)) {
                LOG.log(Level.WARNING, what(brought) + " could not be kept, and is tried again", defect);
            }
            if (!clock.instant().isBefore(brought.until()) && forget(brought)) {
                tellLost(brought);
            }
        }
    }

    private static String what(Brought brought) {
        return "a renewed token of " + brought.place().route();
    }

    private void tellLost(Brought brought) {
        LOG.log(
                Level.WARNING,
                what(brought) + " could not be kept, and is lost (" + lost.incrementAndGet() + " so far)");
    }

    /** Keeps them all; what cannot be kept now is lost, and said so. */
    void last() {
        try {
            keepAll();
        } catch (StateUnavailableException away) {
            LOG.log(Level.WARNING, away.getMessage());
        }
        all.values().stream().filter(this::forget).forEach(this::tellLost);
    }
}
