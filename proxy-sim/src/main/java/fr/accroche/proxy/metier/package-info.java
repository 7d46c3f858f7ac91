/**
 * The métier mode, beside any session: JSON business requests are judged by their schema, become signed SOAP messages in the
 * name of an LPS, and answers become JSON. What is sent over which connection is not known here.
 */
package fr.accroche.proxy.metier;
