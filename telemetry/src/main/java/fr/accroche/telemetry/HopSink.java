package fr.accroche.telemetry;

import fr.accroche.compliance.verdict.Verdict;

/** Where what was seen goes. Called by one thread, which is not that of any call. */
interface HopSink {

    void take(TracedHop hop);

    /** A judgement of what was taken until now. */
    void judged(Verdict verdict);

    /** Hops that came faster than they could be taken, all in all. */
    void lost(long hops);

    /** Hands over what is left, in a few seconds at most. */
    void close();
}
