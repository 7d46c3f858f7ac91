/** The authorization servers of the APIs PSC: one realm per téléservice, token exchange (RFC 8693) bound to the certificate. */
package fr.accroche.authserver.apipsc;
