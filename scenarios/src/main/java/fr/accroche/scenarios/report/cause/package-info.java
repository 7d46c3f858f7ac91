/** The diagnosis of a run, as each report tells it. */
package fr.accroche.scenarios.report.cause;
