/** One archive about one run, made the same to the byte from the same input, and read with suspicion. */
package fr.accroche.scenarios.evidence;
