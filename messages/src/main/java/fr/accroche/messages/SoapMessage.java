package fr.accroche.messages;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A SOAP 1.2 message as HTTP carries it: XML alone, or an MTOM package of XML and attachments (XOP §4.1, RFC 2387).
 *
 * @param contentType value of the Content-Type field; empty text where there is none, which is read as XML alone
 * @param bytes the whole body. Not copied: do not write into it
 */
public record SoapMessage(String contentType, byte[] bytes) {

    /** Content-Type of XML alone (SOAP 1.2 Part 2 §7.1.4). */
    public static final String XML = "application/soap+xml; charset=utf-8";

    public SoapMessage {
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(bytes, "bytes");
    }

    /** A message of XML alone. */
    public static SoapMessage xml(byte[] soap) {
        return new SoapMessage(XML, soap);
    }

    /** Whether it says that it is a package. It may be none all the same. */
    public boolean packaged() {
        return contentType.strip().regionMatches(true, 0, MediaType.MULTIPART, 0, MediaType.MULTIPART.length());
    }

    /** The {@code action} that the Content-Type names beside wsa:Action (SOAP 1.2 Part 2 §7.1.4); empty also where it cannot be read. */
    public Optional<String> httpAction() {
        try {
            return MediaType.parse(contentType).parameter("action");
        } catch (MessageException e) {
            return Optional.empty();
        }
    }

    /** The same XML as a package without attachments: services that speak MTOM answer so, even a fault. */
    public SoapMessage inPackage() {
        return packaged() ? this : XopWriter.write(bytes, List.of());
    }

    /** Shows nothing of the content. */
    @Override
    public String toString() {
        return "SoapMessage[" + bytes.length + " bytes" + (packaged() ? ", packaged]" : "]");
    }
}
