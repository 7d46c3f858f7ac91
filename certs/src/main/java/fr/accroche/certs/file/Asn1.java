package fr.accroche.certs.file;

import fr.accroche.certs.Wording;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/**
 * One element of a BER or DER encoding (X.690 §8), with its place in the file. The whole tree is bounded before anything
 * else reads it; strings are left closed, and opened one by one.
 */
final class Asn1 {
    static final int BOOLEAN = 0x01;
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int OCTET_STRING = 0x04;
    static final int OBJECT_IDENTIFIER = 0x06;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;
    static final int CONTEXT_0 = 0xa0;
    static final int CONSTRUCTED = 0x20;

    private final byte[] source;
    private final int base;
    private final int tag;
    private final int start;
    private final List<Asn1> children = new ArrayList<>();
    private int content;
    private int contentEnd;
    private int end;

    Asn1(byte[] source, int base, int start) {
        this.source = source;
        this.base = base;
        this.start = start;
        this.tag = source[start] & 0xff;
    }

    /** Set while it is parsed: where the content starts and, unless it is indefinite, ends. */
    void bound(int from, int until) {
        content = from;
        contentEnd = until;
        end = until;
    }

    void add(Asn1 child) {
        children.add(child);
    }

    /** Ends an element of indefinite length: its content, then the two octets that end it. */
    void close(int until) {
        contentEnd = until;
        end = until + 2;
    }

    int tag() {
        return tag;
    }

    /** In the file, or in what was taken out of it. */
    int offset() {
        return base + start;
    }

    int end() {
        return end;
    }

    List<Asn1> children() {
        return Collections.unmodifiableList(children);
    }

    Optional<Asn1> child(int index) {
        return index < children.size() ? Optional.of(children.get(index)) : Optional.empty();
    }

    boolean is(int expected) {
        return tag == expected;
    }

    /** The child that must be there under this tag. */
    Asn1 child(int index, int expected, String what) {
        Asn1 found = child(index)
                .orElseThrow(() -> Fault.damaged(
                                Wording.verbatim(what),
                                Wording.of("rien : l'élément finit avant", "nothing: the element ends before it"))
                        .at(offset()));
        return found.expect(expected, what);
    }

    Asn1 expect(int expected, String what) {
        if (tag != expected) {
            throw Fault.damaged(
                            Wording.of("%s (étiquette 0x%02x)", "%s (tag 0x%02x)", what, expected),
                            Wording.of("étiquette 0x%02x", "tag 0x%02x", tag))
                    .at(offset());
        }
        return this;
    }

    byte[] encoded() {
        return Arrays.copyOfRange(source, start, end);
    }

    byte[] content() {
        return Arrays.copyOfRange(source, content, contentEnd);
    }

    /** The octets of a string, whole or in parts (X.690 §8.7.3). */
    byte[] octets() {
        if ((tag & CONSTRUCTED) == 0) {
            return content();
        }
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        children.forEach(part -> parts.writeBytes(part.octets()));
        return parts.toByteArray();
    }

    /** What a string wraps. Offsets go on in the file when the string is in one part. */
    Asn1 opened(String what) {
        byte[] octets = octets();
        return Asn1Parser.parse(octets, (tag & CONSTRUCTED) == 0 ? base + content : Asn1Parser.EXTRACTED, what)
                .orThrow();
    }

    String oid() {
        expect(OBJECT_IDENTIFIER, "OBJECT IDENTIFIER");
        try {
            return ASN1ObjectIdentifier.getInstance(encoded()).getId();
        } catch (RuntimeException refused) {
            throw Fault.damaged(
                            Wording.verbatim("OBJECT IDENTIFIER"),
                            Wording.of(
                                    "%d octets qui n'en sont pas un", "%d octets that are none", contentEnd - content))
                    .at(offset());
        }
    }

    /** An OBJECT IDENTIFIER that may be none. */
    Optional<String> maybeOid() {
        try {
            return tag == OBJECT_IDENTIFIER ? Optional.of(oid()) : Optional.empty();
        } catch (Fault none) {
            return Optional.empty();
        }
    }

    BigInteger integer(String what) {
        expect(INTEGER, what);
        if (content == contentEnd) {
            throw Fault.damaged(Wording.verbatim(what), Wording.of("un INTEGER vide", "an empty INTEGER"))
                    .at(offset());
        }
        return new BigInteger(content());
    }

    /** A count, from nought to what an int can hold. */
    int count(String what) {
        BigInteger value = integer(what);
        if (value.signum() < 0 || value.bitLength() > 31) {
            throw Fault.overLimit(
                            Wording.of("%s de 0 à 2147483647", "%s from 0 to 2147483647", what),
                            Wording.of("un entier de %d bits", "an integer of %d bits", value.bitLength()))
                    .at(offset());
        }
        return value.intValue();
    }
}
