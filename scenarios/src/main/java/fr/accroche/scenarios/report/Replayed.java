package fr.accroche.scenarios.report;

import java.time.Instant;
import java.util.Objects;

/**
 * Where a run that is judged again comes from.
 *
 * @param file as the user named it
 * @param kind what it is
 * @param at when it was recorded
 */
public record Replayed(String file, Kind kind, Instant at) {

    public Replayed {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(at, "at");
    }

    /** The kinds of recording. */
    public enum Kind {
        /** Our own JSON report. */
        REPORT,
        /** What a proxy answers at {@code GET /traces} (docs/sources.md, ANS proxy). */
        TRACES,
        /** An HTTP Archive (HAR 1.2). */
        HAR
    }
}
