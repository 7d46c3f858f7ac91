package fr.accroche.scenarios.suite;

import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.InMemoryJournal;
import fr.accroche.compliance.exchange.Journal;
import java.time.Instant;
import java.util.List;

/**
 * A journal that forgets at the beginning of each case. That a caller refused our certificate may be told of when the next case has begun:
 * it is known by its date, and is of none. Thread-safe.
 */
final class CaseJournal implements Journal {

    private static final int HOPS_KEPT = 10_000;

    private record Case(Instant begun, InMemoryJournal hops) {}

    private volatile Case current = new Case(Instant.MIN, new InMemoryJournal(HOPS_KEPT));

    @Override
    public void record(Hop hop) {
        Case running = current;
        if (!hop.at().isBefore(running.begun())) {
            running.hops().record(hop);
        }
    }

    /**
     * Forgets what was.
     *
     * @param now later than any hop of the cases before, by the clock that dates hops
     */
    void begin(Instant now) {
        current = new Case(now, new InMemoryJournal(HOPS_KEPT));
    }

    /** Those of this case, by the time they began. */
    List<Hop> hops() {
        return current.hops().hops();
    }
}
