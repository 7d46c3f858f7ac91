package fr.accroche.certs.file;

import fr.accroche.certs.Wording;
import java.util.Optional;

/** Builds the tree of an encoding, within bounds. What was built before a fault is kept: it may tell what the file was. */
final class Asn1Parser {
    /** Where bytes stand that are nowhere in the file: decrypted, or put together out of parts. */
    static final int EXTRACTED = Integer.MIN_VALUE;

    private static final int DEEPEST = 32;
    private static final int MOST = 100_000;

    private final byte[] bytes;
    private final int base;
    private int count;

    private Asn1Parser(byte[] bytes, int base) {
        this.bytes = bytes;
        this.base = base;
    }

    /**
     * What came out.
     *
     * @param root the only element, whole or as far as it could be read
     * @param fault what stopped the reading
     * @param rest how many bytes follow the element
     */
    record Parsed(Optional<Asn1> root, Optional<Fault> fault, int rest) {

        Asn1 orThrow() {
            fault.ifPresent(stop -> {
                throw stop;
            });
            return root.orElseThrow();
        }
    }

    /** Reads one element; {@code base} is where these bytes stand in the file. */
    static Parsed parse(byte[] bytes, int base, String what) {
        if (bytes.length == 0) {
            return new Parsed(
                    Optional.empty(),
                    Optional.of(Fault.damaged(Wording.verbatim(what), Wording.of("aucun octet", "no byte"))
                            .at(base)),
                    0);
        }
        Asn1 root = new Asn1(bytes, base, 0);
        try {
            int end = new Asn1Parser(bytes, base).fill(root, 0, bytes.length, 0);
            return new Parsed(Optional.of(root), Optional.empty(), bytes.length - end);
        } catch (Fault stop) {
            return new Parsed(Optional.of(root), Optional.of(stop), 0);
        }
    }

    /** Reads the length and the children of an element; answers where it ends. */
    private int fill(Asn1 element, int at, int limit, int depth) {
        bounded(at, depth);
        if ((element.tag() & 0x1f) == 0x1f) {
            throw Fault.damaged(
                            Wording.of("une étiquette d'un octet", "a tag of one octet"),
                            Wording.verbatim("0x%02x".formatted(element.tag())))
                    .at(base + at);
        }
        int first = at + 1 < limit ? bytes[at + 1] & 0xff : missing(at + 1, 1, 0);
        boolean constructed = (element.tag() & Asn1.CONSTRUCTED) != 0;
        if (first == 0x80 && constructed) {
            element.bound(at + 2, limit);
            return indefinite(element, at + 2, limit, depth);
        }
        int octets = first < 0x80 ? 0 : first & 0x7f;
        int start = at + 2 + octets;
        int length = first < 0x80 ? first : length(at, octets, limit);
        element.bound(start, Math.min(limit, start + length));
        if (constructed) {
            children(element, start, Math.min(limit, start + length), depth);
        }
        if (length > limit - start) {
            return missing(start, length, limit - start);
        }
        return start + length;
    }

    private void children(Asn1 element, int from, int until, int depth) {
        int at = from;
        while (at < until) {
            Asn1 child = new Asn1(bytes, base, at);
            element.add(child);
            at = fill(child, at, until, depth + 1);
        }
    }

    private int indefinite(Asn1 element, int from, int limit, int depth) {
        int at = from;
        while (at + 1 < limit) {
            if (bytes[at] == 0 && bytes[at + 1] == 0) {
                element.close(at);
                return at + 2;
            }
            Asn1 child = new Asn1(bytes, base, at);
            element.add(child);
            at = fill(child, at, limit, depth + 1);
        }
        throw Fault.damaged(
                        Wording.of(
                                "les deux octets nuls qui terminent l'élément",
                                "the two null octets that end the element"),
                        Wording.of("la fin des données", "the end of the data"))
                .at(base + at);
    }

    private int length(int at, int octets, int limit) {
        if (octets == 0 || octets > 4 || at + 2 + octets > limit) {
            throw Fault.damaged(
                            Wording.of("une longueur sur 1 à 4 octets", "a length of 1 to 4 octets"),
                            Wording.of(
                                    "0x%02x, puis %d octets", "0x%02x, then %d octets", bytes[at + 1], limit - at - 2))
                    .at(base + at + 1);
        }
        long length = 0;
        for (int i = 0; i < octets; i++) {
            length = length << 8 | bytes[at + 2 + i] & 0xff;
        }
        return length > Integer.MAX_VALUE / 2
                ? missing(at + 2 + octets, length, limit - at - 2 - octets)
                : (int) length;
    }

    private void bounded(int at, int depth) {
        if (depth > DEEPEST) {
            throw Fault.overLimit(
                            Wording.of("au plus %d niveaux", "at most %d levels", DEEPEST),
                            Wording.of("davantage", "more"))
                    .at(base + at);
        }
        if (++count > MOST) {
            throw Fault.overLimit(
                            Wording.of("au plus %d éléments", "at most %d elements", MOST),
                            Wording.of("davantage", "more"))
                    .at(base + at);
        }
    }

    private int missing(int at, long expected, int left) {
        throw Fault.damaged(
                        Wording.of("%d octets", "%d bytes", expected),
                        Wording.of(
                                "%d avant la fin : coupé, ou une longueur a changé",
                                "%d before the end: cut short, or a length has changed", Math.max(0, left)))
                .at(base + at);
    }
}
