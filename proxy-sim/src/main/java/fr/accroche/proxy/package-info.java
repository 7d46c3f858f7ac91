/**
 * The Proxy e-Santé in passe-plat, with the HTTP contract of the ANS demonstrator (docs/sources.md, ANS proxy).
 *
 * <p>A connection passes through one type per state: {@code Asked}, {@code Identified}, {@code Discovered}, {@code
 * Acknowledged}, {@code Authenticated}, {@code Equipped}, then a {@code Session}; a business request through {@code
 * Addressed} and {@code Authorised}. Each stage leads to the next state or to a {@code Refused}.
 */
package fr.accroche.proxy;
