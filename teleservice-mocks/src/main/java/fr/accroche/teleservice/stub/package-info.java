/** Answers that a user prepares: WireMock behind wire, in process; it sees who calls, and calls nobody. */
package fr.accroche.teleservice.stub;
