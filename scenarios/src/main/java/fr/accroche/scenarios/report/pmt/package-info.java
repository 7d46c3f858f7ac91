/** The PMT page, for a terminal, a program and a printer. */
package fr.accroche.scenarios.report.pmt;
