/** What is played and what must come of it: scenario files, the catalogue of them that comes with accroche, and how they are played. */
package fr.accroche.scenarios.scenario;
