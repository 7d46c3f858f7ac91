/** Answers that a user prepares: WireMock behind wire, in process. */
package fr.accroche.teleservice.stub;
