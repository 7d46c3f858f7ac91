package fr.accroche.scenarios.suite;

import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.InMemoryJournal;
import fr.accroche.compliance.exchange.Journal;
import java.util.List;

/** A journal that forgets at the beginning of each case. Thread-safe. */
final class CaseJournal implements Journal {

    private static final int HOPS_KEPT = 10_000;

    private volatile InMemoryJournal current = new InMemoryJournal(HOPS_KEPT);

    @Override
    public void record(Hop hop) {
        current.record(hop);
    }

    void begin() {
        current = new InMemoryJournal(HOPS_KEPT);
    }

    /** Those of this case, by the time they began. */
    List<Hop> hops() {
        return current.hops();
    }
}
