package fr.accroche.messages;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Writes MTOM packages (XOP §4.1, RFC 2387). The same content makes the same bytes. */
final class XopWriter {

    private static final String DOMAIN = "@accroche.invalid";
    private static final String ROOT = "root" + DOMAIN;

    private XopWriter() {}

    /**
     * An attachment.
     *
     * @param type media type, without parameters
     */
    record Attachment(String type, byte[] content) {}

    /** The href by which the XML includes the attachment of this place, from 0. */
    static String href(int place) {
        return "cid:" + id(place);
    }

    static SoapMessage write(byte[] xml, List<Attachment> attachments) {
        String boundary = boundary(xml, attachments);
        ByteArrayOutputStream out = new ByteArrayOutputStream(xml.length + 1024);
        part(out, boundary, "application/xop+xml; charset=UTF-8; type=\"application/soap+xml\"", ROOT, xml);
        for (int i = 0; i < attachments.size(); i++) {
            part(
                    out,
                    boundary,
                    attachments.get(i).type(),
                    id(i),
                    attachments.get(i).content());
        }
        out.writeBytes(ascii("--" + boundary + "--\r\n"));
        String type = "multipart/related; type=\"application/xop+xml\"; start=\"<" + ROOT
                + ">\"; start-info=\"application/soap+xml\"; boundary=\"" + boundary + "\"";
        return new SoapMessage(type, out.toByteArray());
    }

    private static void part(ByteArrayOutputStream out, String boundary, String type, String id, byte[] content) {
        out.writeBytes(ascii("--" + boundary + "\r\nContent-Type: " + type
                + "\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <" + id + ">\r\n\r\n"));
        out.writeBytes(content);
        out.writeBytes(ascii("\r\n"));
    }

    private static String id(int place) {
        return "document-" + (place + 1) + DOMAIN;
    }

    /** A digest of all that it separates, which none of that can contain but by breaking SHA-256. */
    private static String boundary(byte[] xml, List<Attachment> attachments) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(xml);
            attachments.forEach(attachment -> digest.update(attachment.content()));
            return "MIME-" + HexFormat.of().formatHex(digest.digest(), 0, 24);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
