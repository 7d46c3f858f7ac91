package fr.accroche.compliance.exchange;

import java.util.List;

/** A journal that is read again, to be judged. Thread-safe. */
public interface KeptJournal extends Journal {

    /** The hops kept, by the time they began. */
    List<Hop> hops();

    /** Forgets every hop, and how many were lost. */
    void clear();

    /** How many hops are known to be lost. */
    long dropped();
}
