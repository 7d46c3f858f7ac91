/** What changed from one report to another, for people and programs. */
package fr.accroche.scenarios.report.diff;
