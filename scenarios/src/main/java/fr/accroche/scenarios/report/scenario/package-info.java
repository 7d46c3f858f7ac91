/** The reports on scenarios: what was expected of each, and what was found. */
package fr.accroche.scenarios.report.scenario;
