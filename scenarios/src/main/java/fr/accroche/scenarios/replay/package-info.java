/** Recorded runs, read back strictly: a file of a stranger's is judged, and believed in nothing. */
package fr.accroche.scenarios.replay;
