package fr.accroche.teleservice;

import fr.accroche.compliance.exchange.Journal;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.state.MemoryState;
import fr.accroche.wire.state.State;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * What a simulator shares with the rest of the process.
 *
 * @param journal where its hops go
 * @param clock its time, that of the whole chain
 * @param random makes span and message ids, nothing secret; safe for use by several threads
 * @param runtime its threads
 * @param state where it keeps what outlives a call
 */
public record Surroundings(
        Journal journal, MovableClock clock, RandomGenerator random, WireRuntime runtime, State state) {
    public Surroundings {
        Objects.requireNonNull(journal, "journal");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(random, "random");
        Objects.requireNonNull(runtime, "runtime");
        Objects.requireNonNull(state, "state");
    }

    /** The same of a simulator that keeps what outlives a call to itself. */
    public Surroundings(Journal journal, MovableClock clock, RandomGenerator random, WireRuntime runtime) {
        this(journal, clock, random, runtime, new MemoryState(clock));
    }

    /** A new message id: a random UUID (RFC 9562 §5.4) as a URN. */
    String messageId() {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return "urn:uuid:" + new UUID(high, low);
    }
}
