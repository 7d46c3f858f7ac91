/**
 * The chain as a container in a vendor's own tests.
 *
 * @see fr.accroche.testcontainers.AccrocheContainer
 */
package fr.accroche.testcontainers;
