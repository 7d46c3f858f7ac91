package fr.accroche.compliance.declaration;

import java.time.Duration;

/**
 * How the Proxy e-Santé keeps sessions, where public documents are silent or disagree. Each has a default and its reason in
 * docs/settings.md.
 *
 * @param sessionLife the longest that a session lasts
 * @param sessionIdle how long a session lasts without being used
 * @param revokesTokens whether a session that is disconnected has its API tokens revoked
 */
public record ProxyChoices(Duration sessionLife, Duration sessionIdle, boolean revokesTokens) {

    public static final ProxyChoices DEFAULT = new ProxyChoices(Duration.ofHours(4), Duration.ofMinutes(30), true);
}
