package fr.accroche.compliance.declaration;

import java.time.Duration;

/**
 * How the Proxy e-Santé keeps sessions, where public documents are silent or disagree. Each has a default and its reason in
 * docs/settings.md.
 *
 * @param sessionLife the longest that a session lasts
 * @param sessionIdle how long a session lasts without being used
 * @param revokesTokens whether a session that ends has its API tokens revoked
 * @param traces where a proxy that stays up keeps its traces
 */
public record ProxyChoices(Duration sessionLife, Duration sessionIdle, boolean revokesTokens, Traces traces) {

    public static final ProxyChoices DEFAULT =
            new ProxyChoices(Duration.ofHours(4), Duration.ofMinutes(30), true, Traces.FILE);

    /** Where traces are kept. */
    public enum Traces {
        /** In a file of the work folder, which the next run reads. */
        FILE,
        /** Until the process ends. */
        MEMORY
    }
}
