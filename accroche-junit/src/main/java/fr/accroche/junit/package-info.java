/**
 * The chain in a vendor's own tests.
 *
 * @see fr.accroche.junit.AccrocheExtension
 */
package fr.accroche.junit;
