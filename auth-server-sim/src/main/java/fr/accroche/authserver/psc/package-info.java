/** Pro Santé Connect: OpenID provider with CIBA in poll mode, and a simulated e-CPS. */
package fr.accroche.authserver.psc;
