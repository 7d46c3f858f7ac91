package fr.accroche.messages;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A document and its metadata.
 *
 * @param entry the metadata
 * @param content the bytes. Not copied: do not write into them
 */
public record XdsDocument(DocumentEntry entry, byte[] content) {
    public XdsDocument {
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(content, "content");
    }

    /** SHA-1 of the content, hexadecimal: the digest that XDS has (ITI TF-3 §4.2.3.2.10). It finds accidents, not attacks. */
    public String sha1() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    /** Keeps the content out of logs. */
    @Override
    public String toString() {
        return "XdsDocument[" + content.length + " bytes]";
    }
}
