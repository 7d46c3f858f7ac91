package fr.accroche.proxy;

import java.time.Duration;

/**
 * A connection that PSC has sent to the professional's device (CIBA Core §7.3).
 *
 * @param at whose, and where PSC is
 * @param authReqId PSC's name for it
 * @param expiresIn how long the professional has
 * @param interval the shortest time between two polls
 */
record Acknowledged(Discovered at, Token authReqId, Duration expiresIn, Duration interval) {}
