package fr.accroche.proxy;

/**
 * A connection whose professional PSC has authenticated.
 *
 * @param who asks
 * @param tokens what PSC gave
 */
record Authenticated(Identified who, PscTokens tokens) {}
