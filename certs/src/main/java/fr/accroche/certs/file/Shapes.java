package fr.accroche.certs.file;

import java.util.List;
import java.util.Optional;

/** What an encoding is, by the shape of its first elements; works on one that is cut short as well. */
final class Shapes {
    private static final String PKCS7_ARC = "1.2.840.113549.1.7.";
    private static final List<Integer> TIMES = List.of(0x17, 0x18);

    private Shapes() {}

    static Optional<FileKind> of(Asn1 root) {
        if (!root.is(Asn1.SEQUENCE) || root.children().isEmpty()) {
            return Optional.empty();
        }
        Asn1 first = root.children().get(0);
        return switch (first.tag()) {
            case Asn1.INTEGER -> afterVersion(root);
            case Asn1.OBJECT_IDENTIFIER ->
                first.maybeOid().filter(oid -> oid.startsWith(PKCS7_ARC)).map(oid -> FileKind.PKCS7);
            case Asn1.SEQUENCE -> ofBody(root, first);
            default -> Optional.empty();
        };
    }

    private static Optional<FileKind> afterVersion(Asn1 root) {
        return switch (tag(root, 1)) {
            case Asn1.SEQUENCE ->
                Optional.of(root.children()
                        .get(1)
                        .child(0)
                        .flatMap(Asn1::maybeOid)
                        .filter(oid -> oid.startsWith(PKCS7_ARC))
                        .map(oid -> FileKind.PKCS12)
                        .orElse(FileKind.PRIVATE_KEY));
            case Asn1.INTEGER, Asn1.OCTET_STRING -> Optional.of(FileKind.PRIVATE_KEY);
            default -> Optional.empty();
        };
    }

    private static Optional<FileKind> ofBody(Asn1 root, Asn1 body) {
        if (tag(body, 0) == Asn1.OBJECT_IDENTIFIER) {
            return switch (tag(root, 1)) {
                case Asn1.OCTET_STRING -> Optional.of(FileKind.ENCRYPTED_KEY);
                case Asn1.BIT_STRING -> Optional.of(FileKind.PUBLIC_KEY);
                default -> Optional.empty();
            };
        }
        if (tag(body, 0) == Asn1.CONTEXT_0) {
            return Optional.of(FileKind.CERTIFICATE);
        }
        if (tag(body, 1) != Asn1.SEQUENCE) {
            return Optional.empty();
        }
        if (tag(body, 0) == Asn1.SEQUENCE) {
            return TIMES.contains(tag(body, 2)) ? Optional.of(FileKind.REVOCATION_LIST) : Optional.empty();
        }
        if (tag(body, 0) != Asn1.INTEGER || tag(body, 2) != Asn1.SEQUENCE) {
            return Optional.empty();
        }
        if (TIMES.contains(tag(body, 3))) {
            return Optional.of(FileKind.REVOCATION_LIST);
        }
        return Optional.of(tag(body, 3) == Asn1.SEQUENCE ? FileKind.CERTIFICATE : FileKind.REQUEST);
    }

    private static int tag(Asn1 element, int index) {
        return element.child(index).map(Asn1::tag).orElse(-1);
    }
}
