/** What Pro Santé Connect and the authorization servers of the APIs PSC have in common: OAuth 2.0 answered, guarded, noted. */
package fr.accroche.authserver;
