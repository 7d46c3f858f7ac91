/** Pro Santé Connect: OpenID provider with the code flow, its pages, CIBA by poll and ping, and a simulated e-CPS. */
package fr.accroche.authserver.psc;
