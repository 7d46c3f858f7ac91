/** What the test IGC-Santé publishes on the web, and the desk that changes it. */
package fr.accroche.scenarios.igc;
