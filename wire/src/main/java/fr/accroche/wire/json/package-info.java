/** JSON values as records, over Jackson's streaming reader and writer. */
package fr.accroche.wire.json;
