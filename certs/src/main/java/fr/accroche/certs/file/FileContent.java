package fr.accroche.certs.file;

import fr.accroche.certs.Wording;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/**
 * What a certificate file holds.
 *
 * @param file its name
 * @param kind what it is
 * @param dialect how it is protected and with which algorithms, one line for each
 * @param protections what of it decides which programs open the file
 * @param entries in the order of the file
 * @param remarks what a person should know and is no error
 */
public record FileContent(
        String file,
        FileKind kind,
        List<Wording> dialect,
        Set<Protection> protections,
        List<Entry> entries,
        List<Wording> remarks) {

    public FileContent {
        dialect = List.copyOf(dialect);
        protections = Set.copyOf(protections);
        entries = List.copyOf(entries);
        remarks = List.copyOf(remarks);
    }

    /** Every certificate, in the order of the entries. */
    public List<X509Certificate> certificates() {
        return entries.stream().flatMap(entry -> entry.certificates().stream()).toList();
    }
}
