package fr.accroche.proxy;

/**
 * A connection that knows where PSC's endpoints are.
 *
 * @param who asks
 * @param psc the endpoints
 */
record Discovered(Identified who, PscEndpoints psc) {}
