/**
 * The doors under {@code /__accroche/} that every simulator has for whoever tests: its clock, faults on demand, counts, reset. No
 * real server has them, so no hop is recorded of them.
 */
package fr.accroche.wire.admin;
