/** Calls the servers of the vendor's own before a run depends on them, and says what is wrong with them. */
package fr.accroche.scenarios.probe;
