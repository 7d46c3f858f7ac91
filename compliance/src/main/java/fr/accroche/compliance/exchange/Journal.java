package fr.accroche.compliance.exchange;

/** Where every server of the chain records what it saw. Implementations are thread-safe and do not wait. */
@FunctionalInterface
public interface Journal {
    void record(Hop hop);
}
