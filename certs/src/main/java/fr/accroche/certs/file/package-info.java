/**
 * Any certificate file, told by its own bytes, as it comes from a platform, a colleague or a stranger: nothing in it is
 * believed before it is bounded, and what is wrong with it is said with its place.
 */
package fr.accroche.certs.file;
