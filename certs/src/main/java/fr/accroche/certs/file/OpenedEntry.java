package fr.accroche.certs.file;

import fr.accroche.certs.HeldCertificate;

/**
 * An entry of a file that can be presented: its certificate, and the private key that goes with it.
 *
 * @param entry as the file has it
 * @param held what is shown and proved
 */
public record OpenedEntry(Entry.Held entry, HeldCertificate held) {}
