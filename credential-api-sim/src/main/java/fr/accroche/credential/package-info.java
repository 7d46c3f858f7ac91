/**
 * The EDC PSC's register and its API Credential: may this LPS, through this proxy's operator, call an API PSC? Asked by the
 * authorization servers at each token exchange.
 */
package fr.accroche.credential;
