/** What must be green before the prérequis de maturité technique opens the CNDA's test environments, and what is. */
package fr.accroche.scenarios.pmt;
