/** What whoever runs {@code accroche up} asks of the whole chain, on the site of the test IGC-Santé. */
package fr.accroche.scenarios.door;
