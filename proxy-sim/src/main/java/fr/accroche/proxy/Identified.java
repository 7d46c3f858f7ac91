package fr.accroche.proxy;

/**
 * A connection whose client the proxy serves.
 *
 * @param asked what was asked for
 * @param psc as whom PSC is called
 * @param client whose session it will be
 */
record Identified(Asked asked, Caller psc, Client client) {}
