/**
 * The browser's side of Pro Santé Connect: authorization requests as they are asked and answered, and the pages between. It
 * knows no session and no token.
 */
package fr.accroche.authserver.psc.browser;
