package fr.accroche.proxy;

import java.time.OffsetDateTime;
import java.util.List;

/** Where traces are kept: at most so many, the oldest go first. Thread-safe. */
interface TraceStore extends AutoCloseable {

    /** Keeps one more, after those that are there. It never fails: a call does not end because its trace cannot be kept. */
    void keep(Trace trace);

    /** Those strictly between two moments, in the order in which they were kept. */
    List<Trace> between(OffsetDateTime start, OffsetDateTime end);

    /** How many will be gone when the process ends although they should not: none where all are well. */
    int notWritten();

    @Override
    void close();
}
