/** What a server of the chain notes of a connection, in the words of the journal. The only part of wire that knows the rule book. */
package fr.accroche.wire.evidence;
