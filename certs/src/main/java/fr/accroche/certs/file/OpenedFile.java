package fr.accroche.certs.file;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What a certificate file holds, with the private keys that were opened.
 *
 * @param content what may be shown of it
 * @param entries what can be presented
 */
public record OpenedFile(FileContent content, List<OpenedEntry> entries) {

    public OpenedFile {
        entries = List.copyOf(entries);
    }

    /** The entry of this chain, as one of the content's. */
    public Optional<OpenedEntry> entry(List<X509Certificate> chain) {
        return entries.stream()
                .filter(one -> one.entry().certificates().equals(chain))
                .findFirst();
    }
}
