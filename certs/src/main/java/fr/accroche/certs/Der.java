package fr.accroche.certs;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Just enough of DER (X.690 §8 and §10) to read names and small extensions without a foreign library. */
final class Der {
    static final int OBJECT_IDENTIFIER = 0x06;
    static final int INTEGER = 0x02;
    static final int OCTET_STRING = 0x04;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;
    /** The first context-specific tag, primitive: [0] IMPLICIT. */
    static final int FIRST_CONTEXT = 0x80;

    private static final int LONGEST_OID = 64;

    private Der() {}

    /**
     * One tag with its content.
     *
     * @param tag the identifier octet
     * @param content the content octets
     * @param encoded the whole encoding, identifier and length included
     */
    record Element(int tag, byte[] content, byte[] encoded) {

        /** The elements inside this one, which must bear this tag. */
        List<Element> inside(int expectedTag) {
            return elements(contentOf(expectedTag));
        }

        byte[] contentOf(int expectedTag) {
            if (tag != expectedTag) {
                throw new IllegalArgumentException(
                        "DER: expected tag 0x%02x, observed 0x%02x".formatted(expectedTag, tag));
            }
            return content;
        }

        String objectIdentifier() {
            return oid(contentOf(OBJECT_IDENTIFIER));
        }

        String hex() {
            return "#" + HexFormat.of().formatHex(encoded);
        }
    }

    /** The elements that fill these bytes; an {@link IllegalArgumentException} when they are no DER. */
    static List<Element> elements(byte[] bytes) {
        List<Element> elements = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            Element element = elementAt(bytes, at);
            elements.add(element);
            at += element.encoded().length;
        }
        return elements;
    }

    /** The only element of these bytes. */
    static Element element(byte[] bytes) {
        List<Element> elements = elements(bytes);
        if (elements.size() != 1) {
            throw new IllegalArgumentException("DER: expected one element, observed " + elements.size());
        }
        return elements.get(0);
    }

    /** What a certificate extension holds, out of the OCTET STRING that wraps it; empty when absent or no DER. */
    static Optional<Element> extension(byte[] extensionValue) {
        if (extensionValue == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(element(element(extensionValue).contentOf(OCTET_STRING)));
        } catch (IllegalArgumentException notDer) {
            return Optional.empty();
        }
    }

    private static Element elementAt(byte[] bytes, int at) {
        if (at + 2 > bytes.length) {
            throw truncated();
        }
        int first = bytes[at + 1] & 0xff;
        int lengthOctets = first < 0x80 ? 0 : first & 0x7f;
        int start = at + 2 + lengthOctets;
        if (first == 0x80 || lengthOctets > 3 || start > bytes.length) {
            throw truncated();
        }
        int length = first < 0x80 ? first : new BigInteger(1, Arrays.copyOfRange(bytes, at + 2, start)).intValue();
        if (length > bytes.length - start) {
            throw truncated();
        }
        int end = start + length;
        return new Element(bytes[at] & 0xff, Arrays.copyOfRange(bytes, start, end), Arrays.copyOfRange(bytes, at, end));
    }

    private static IllegalArgumentException truncated() {
        return new IllegalArgumentException("DER: truncated or of indefinite length");
    }

    private static String oid(byte[] content) {
        if (content.length == 0 || content.length > LONGEST_OID) {
            throw new IllegalArgumentException("DER: an object identifier of " + content.length + " octets");
        }
        StringBuilder dotted = new StringBuilder();
        BigInteger arc = BigInteger.ZERO;
        for (byte octet : content) {
            arc = arc.shiftLeft(7).or(BigInteger.valueOf(octet & 0x7f));
            if ((octet & 0x80) == 0) {
                dotted.append(dotted.isEmpty() ? firstArcs(arc) : "." + arc);
                arc = BigInteger.ZERO;
            }
        }
        return dotted.toString();
    }

    private static String firstArcs(BigInteger value) {
        BigInteger root = value.divide(BigInteger.valueOf(40)).min(BigInteger.TWO);
        return root + "." + value.subtract(root.multiply(BigInteger.valueOf(40)));
    }
}
